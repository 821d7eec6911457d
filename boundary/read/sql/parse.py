"""How is one statement parsed?  sqlglot behind limits: nothing raises, nothing takes longer than it should."""

from __future__ import annotations

import logging
import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlglot import exp

_SIZE_LIMIT = 60_000
_DEPTH_LIMIT = 40
_CHAIN_LIMIT = 150
_JOIN_LIMIT = 14
"""So many joins of which nothing says on what: with each, sqlglot looks at what follows once more."""
_JOINS = re.compile(r"\bjoin\b", re.IGNORECASE)
_JOINED = re.compile(r"\b(?:on|using|cross|natural)\b", re.IGNORECASE)
_NESTS = re.compile(r"[(\[{]|[)\]}]|\b(?:case|end)\b", re.IGNORECASE)
_CHAINS = re.compile(r"\b(?:not|union|except|intersect|minus|select|exists)\b|(?<=[-+~])\s*[-+~]", re.IGNORECASE)


@lru_cache(maxsize=4096)
def parse(text: str, dialect: str | None) -> exp.Expr | None:
    """The tree of one statement, or None where sqlglot refuses it or should not be asked.

    Args:
        text: one statement, holes named.
        dialect: tried first; then the permissive dialect, and those whose quotes the text uses.
    """
    if len(text) > _SIZE_LIMIT or _depth(text) > _DEPTH_LIMIT or len(_CHAINS.findall(text)) > _CHAIN_LIMIT:
        return None
    if len(joins := _JOINS.findall(text)) > _JOIN_LIMIT and len(joins) - len(_JOINED.findall(text)) > _JOIN_LIMIT:
        return None
    for attempt in _dialects(text, dialect):
        tree = _parse(text, attempt)
        if tree is not None:
            return tree
    return None


def _dialects(text: str, dialect: str | None) -> list[str | None]:
    attempts: list[str | None] = [dialect]
    if dialect is None:
        if "[" in text and "::" not in text:
            attempts.insert(0, "tsql")
        elif "`" in text:
            attempts.insert(0, "mysql")
        else:
            attempts.insert(0, "postgres")
    else:
        attempts.append(None)
    return attempts


def _parse(text: str, dialect: str | None) -> exp.Expr | None:
    import sqlglot  # noqa: PLC0415 - heavy
    from sqlglot.errors import SqlglotError  # noqa: PLC0415

    logger = logging.getLogger("sqlglot")
    disabled, logger.disabled = logger.disabled, True
    try:
        trees = sqlglot.parse(text, dialect=dialect)
    except (SqlglotError, RecursionError, ValueError, TypeError, AttributeError, IndexError, KeyError, AssertionError):
        return None
    finally:
        logger.disabled = disabled
    tree = trees[0] if len(trees) == 1 else None
    return None if tree is None or tree.key in {"command", "alias", "column"} or _has_no_target(tree) else tree


def _has_no_target(tree: exp.Expr) -> bool:
    """Whether the columns of an INSERT stand where its table should: `INSERT INTO (a, b) VALUES ...`."""
    target = tree.this if tree.key == "insert" else None
    return target is not None and target.key == "subquery" and target.this.key == "table"


def _depth(text: str) -> int:
    depth = deepest = 0
    for found in _NESTS.finditer(text):
        depth += 1 if found.group().lower() in {"(", "[", "{", "case"} else -1
        deepest = max(deepest, depth)
    return deepest
