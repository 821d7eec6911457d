"""What is a table of facts?  A data frame where pandas is installed, else rows that show themselves as well.

Both are for looking at: names are shown with every acting character spelt out. The exact values are in `scan`.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any, TypeAlias, overload

from boundary.report.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Frame: TypeAlias = Any
    """What the tables of an analysis are: a `pandas.DataFrame`, or `Rows` where pandas is not installed."""

Row = dict[str, Any]

SHOWN = 20
"""How many rows a notebook sees."""

WIDEST = 60
"""The most characters of a cell in plain text."""


class Rows(Sequence[Row]):
    """A table without pandas: a sequence of dictionaries with the same keys.

    Example:
        >>> from boundary.analysis.rows import Rows
        >>> Rows(("table", "written_by"), [("orders_order", 3), ("audit_log", 9)])
        table         written_by
        orders_order  3
        audit_log     9

    """

    def __init__(self, columns: Iterable[str], rows: Iterable[Iterable[Any]]) -> None:
        self.columns = tuple(columns)
        self._rows = [dict(zip(self.columns, row, strict=True)) for row in rows]

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Rows: ...
    @overload
    def __getitem__(self, index: str) -> list[Any]: ...
    def __getitem__(self, index: int | slice | str) -> Row | Rows | list[Any]:
        """One row, or some of them, or as in a data frame the column of that name. Raises `KeyError` without one."""
        if isinstance(index, str):
            if index not in self.columns:
                raise KeyError(index)
            return [row[index] for row in self._rows]
        if isinstance(index, slice):
            return Rows(self.columns, (row.values() for row in self._rows[index]))
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return iter(self._rows)

    def __repr__(self) -> str:
        cells = [self.columns, *([_cell(value, WIDEST) for value in row.values()] for row in self._rows[:SHOWN])]
        widths = [max(len(row[column]) for row in cells) for column in range(len(self.columns))]
        lines = [
            "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
        ]
        return "\n".join([*lines, *self._more()])

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(name)}</th>" for name in self.columns)
        body = "".join(
            f"<tr>{''.join(f'<td>{escape(_cell(value))}</td>' for value in row.values())}</tr>"
            for row in self._rows[:SHOWN]
        )
        more = "".join(f"<p>{line}</p>" for line in self._more())
        return f"<div><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}</div>"

    def _more(self) -> list[str]:
        return [f"... {len(self)} rows"] if len(self) > SHOWN else []


def frame(columns: Sequence[str], rows: Iterable[Iterable[Any]]) -> Frame:
    """The rows as a data frame, or as `Rows` where pandas is not installed."""
    shown = [[_shown(value) for value in row] for row in rows]
    pandas = _pandas()
    if pandas is None:
        return Rows(columns, shown)
    return pandas.DataFrame(shown, columns=list(columns))


@functools.cache
def _pandas() -> Any:  # noqa: ANN401 - a module, or nothing
    try:
        import pandas as pd  # noqa: PLC0415 - an extra, and half a second
    except ImportError:
        return None
    return pd


def _shown(value: object) -> object:
    if isinstance(value, str):
        return printable(value)
    return tuple(printable(each) for each in value) if isinstance(value, tuple) else value


def _cell(value: object, most: int | None = None) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, tuple) else "" if value is None else str(value)
    text = printable(text)
    return text if most is None or len(text) <= most else f"{text[: most - 1]}…"
