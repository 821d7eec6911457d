"""Is this file a recording?  Read and checked row by row, so that a wrong one is named and not half believed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from boundary.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

Row = dict[str, Any]

SITE: dict[str, type] = {"file": str, "line": int, "func": str, "kind": str}
STATEMENT: dict[str, type] = {"file": str, "line": int, "func": str, "op": str, "table": str}


def transactions(path: Path) -> list[Row]:
    """The transactions of a recording. Raises `InputError`, naming the line, when the file is none."""
    rows = _rows(path)
    for number, row in enumerate(rows, 1):
        writes = row.get("writes")
        held = row.get("statements", [])
        if not isinstance(writes, list) or not _has(row.get("tx"), SITE) or not isinstance(held, list):
            raise InputError(f"{path}: row {number} is no recorded transaction")
        if not all(isinstance(table, str) for table in writes) or not all(_has(one, STATEMENT) for one in held):
            raise InputError(f"{path}: row {number} is no recorded transaction")
    return rows


def statements(path: Path) -> list[Row]:
    """The statements outside transactions. Raises `InputError` as `transactions` does."""
    rows = _rows(path)
    for number, row in enumerate(rows, 1):
        if not _has(row.get("statement"), STATEMENT):
            raise InputError(f"{path}: row {number} is no recorded statement")
    return rows


def _rows(path: Path) -> list[Row]:
    """The objects of a JSON Lines file."""
    rows = []
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    row = json.loads(line)
                    if not isinstance(row, dict):
                        raise InputError(f"{path}:{number}: not a JSON object")
                    rows.append(row)
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8: {error.reason}") from None
    except ValueError as error:
        raise InputError(f"{path}:{len(rows) + 1}: not JSON: {error}") from None
    except RecursionError:
        raise InputError(f"{path}:{len(rows) + 1}: nested too deeply") from None
    return rows


def _has(value: object, wanted: dict[str, type]) -> bool:
    """Whether a value is an object with these keys, each of its type."""
    return isinstance(value, dict) and all(isinstance(value.get(key), kind) for key, kind in wanted.items())
