"""Which table or transaction does a user mean by a name?"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING

from boundary.errors import UnknownNameError

if TYPE_CHECKING:
    from boundary.model.scan import Scan, Table, Transaction, View

_PLACE = re.compile(r"(?P<file>.+?):(?P<line>\d+)")


def table(scan: Scan, name: str) -> Table | None:
    """The table called `name`: by its own name, else by its model's, else by either in another case."""
    by_name = [one for one in scan.tables if one.name == name]
    by_model = [one for one in scan.tables if one.model and ends_with(one.model, name)]
    folded = [one for one in scan.tables if name.lower() in {one.name.lower(), f"{one.schema}.{one.name}".lower()}]
    found = by_name or (by_model if len(by_model) == 1 else []) or folded
    return found[0] if found else None


def view(scan: Scan, name: str) -> View | None:
    """The view called `name`, in any case, with its schema or without."""
    folded = name.lower()
    for one in scan.views:
        full = f"{one.schema}.{one.name}" if one.schema else one.name
        if folded in {one.name.lower(), full.lower()}:
            return one
    return None


def transactions(scan: Scan, name: str) -> list[Transaction]:
    """The transactions that `name` means: an id, a `file:line` inside, or the end of a function's dotted name."""
    by_id = [one for one in scan.transactions if one.id == name]
    if by_id:
        return by_id
    place = _PLACE.fullmatch(name)
    if place:
        return [one for one in scan.transactions if _stands_at(one, place["file"], int(place["line"]))]
    return [one for one in scan.transactions if ends_with(one.function, name)]


def unknown(scan: Scan, name: str) -> UnknownNameError:
    """The error for a name that means nothing, with the nearest that do."""
    functions = {".".join(one.function.split(".")[-2:]) for one in scan.transactions}
    known = sorted(
        {one.name for one in scan.tables}
        | {one.name for one in scan.views}
        | functions
        | {name.split(".")[-1] for name in functions}
    )
    near = difflib.get_close_matches(name, known, n=3)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    return UnknownNameError(f"no table, view or transaction is called {name!r}{hint}")


def ends_with(dotted: str, end: str) -> bool:
    """Whether a dotted name ends with `end`, whole parts compared."""
    return dotted == end or dotted.endswith("." + end)


def _stands_at(transaction: Transaction, file: str, line: int) -> bool:
    """Whether `file:line` is inside the transaction's own region; `file` may leave out leading folders."""
    same = transaction.file == file or transaction.file.endswith("/" + file.removeprefix("./"))
    return same and transaction.line <= line <= max(transaction.end_line, transaction.line)
