"""What does the page know?  The scan as the page's script takes it: every name, place and statement once, by number.

The form is private to the page; `script/data.js` describes it to the script. Other programs read ``boundary/1``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from boundary.report.html.interned import NONE, Interned
from boundary.report.metrics import MEANINGS
from boundary.report.modules import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from boundary.model.scan import Access, Context, Relaxed, Scan, Split, Transaction

OPERATIONS = ("read", "insert", "update", "delete", "lock")
CONFIDENCES = ("certain", "inferred", "guessed")
LINKS = ("import", "call", "join", "foreign key", "cascade")
"""The couplings of which a document lists the places; modules have the first two, tables the others."""


def packed(
    scan: Scan,
    *,
    cuts: Mapping[str, Iterable[str]] | None = None,
    owners: Mapping[str, str] | None = None,
    source_url: str | None = None,
) -> bytes:
    """The data of the page on `scan` as JSON that may stand inside a script element.

    `cuts` has the ids of the transactions that reach into several contexts, by the split's name. `owners` maps files
    to who owns them; `source_url` is the template that makes a link of a file and a line.
    """
    plain = msgspec.json.encode(_Packing(scan, cuts or {}, owners or {}).document() | {"sourceUrl": source_url})
    # neither an end tag nor a comment can begin in it; JSON reads the escapes as the characters
    return plain.replace(b"<", b"\\u003c").replace(b">", b"\\u003e").replace(b"&", b"\\u0026")


class _Packing:
    """Gathers the parts of one document; what is met is numbered on the way."""

    def __init__(self, scan: Scan, cuts: Mapping[str, Iterable[str]], owners: Mapping[str, str]) -> None:
        self.scan, self.cuts, self.owners = scan, cuts, owners
        self.names = Interned()
        self.modules = {module.name: number for number, module in enumerate(scan.modules)}
        self.files = {module.file: number for number, module in enumerate(scan.modules)}
        self.tables: dict[str, int] = {}
        self.transactions = {one.id: number for number, one in enumerate(scan.distinct())}
        self.accesses: list[int] = []
        self.spots: list[tuple[int, int]] = []
        self._accesses: dict[tuple[int, ...], int] = {}
        self._spots: dict[tuple[int, int], int] = {}

    def document(self) -> dict[str, Any]:
        """All parts; names and places come last, when every one has been met."""
        scan, names = self.scan, self.names
        tables = self._tables()
        parts = {
            "root": names.string(scan.root),
            "operations": OPERATIONS,
            "confidences": CONFIDENCES,
            "links": LINKS,
            "modules": [
                (names.string(one.name), names.string(one.file), one.lines, names.string(self.owners.get(one.file)))
                for one in scan.modules
            ],
            "entryPoints": self._entry_points(),
            "transactions": [self._transaction(one) for one in scan.distinct()],
            "uses": self._uses(),
            "couplings": self._couplings(),
            "splits": [self._split(one) for one in scan.splits],
            "meanings": {name: MEANINGS.get(name, ("", "")) for one in scan.splits for name in one.metrics},
        }
        extra = [(names.string(name), NONE, NONE) for name in list(self.tables)[len(tables) :]]
        return {
            **parts,
            "tables": [*tables, *extra],
            "accesses": self.accesses,
            "spots": self.spots,
            "ways": names.ways,
            "places": names.places,
            "strings": names.strings,
        }

    def _tables(self) -> list[tuple[int, int, int]]:
        """Each table with its model and the place of its definition."""
        names = self.names
        found = []
        for one in self.scan.tables:
            if one.name not in self.tables:
                self.tables[one.name] = len(self.tables)
                found.append((names.string(one.name), names.string(one.model), names.place(one.file, one.line)))
        return found

    def _table(self, name: str) -> int:
        """The number of a table, of one that only an access knows as well."""
        return self.tables.setdefault(name, len(self.tables))

    def _entry_points(self) -> list[tuple[int, int, int]]:
        """Each kind and name once, with its place."""
        names = self.names
        found = {
            (one.kind, one.name): (names.string(one.kind), names.string(one.name), names.place(one.file, one.line))
            for one in reversed(self.scan.entry_points)
        }
        return list(reversed(found.values()))

    def _transaction(self, one: Transaction) -> tuple[object, ...]:
        names = self.names
        spots = [(names.place(spot.file, spot.line), names.string(spot.reason)) for spot in one.blind_spots]
        for spot in spots:
            if spot not in self._spots:
                self._spots[spot] = len(self.spots)
                self.spots.append(spot)
        return (
            names.string(one.kind.replace("_", " ")),
            names.string(one.function or one.id),
            names.string(one.receiver),
            names.place(one.file, one.line, one.function),
            [self._access(access) for access in one.accesses],
            [self._spots[spot] for spot in spots],
        )

    def _access(self, one: Access) -> int:
        """The number of an access; seven numbers each."""
        names = self.names
        packed_access = (
            self._table(one.table),
            OPERATIONS.index(one.op),
            names.place(one.file, one.line, one.function),
            CONFIDENCES.index(one.confidence),
            names.string(one.because),
            names.string(one.rule),
            names.way(tuple(names.place(frame.file, frame.line, frame.function) for frame in one.via)),
        )
        number = self._accesses.setdefault(packed_access, len(self._accesses))
        if number * len(packed_access) == len(self.accesses):
            self.accesses += packed_access
        return number

    def _uses(self) -> list[int]:
        """Which module does what to which table, and where: four numbers each."""
        found: dict[tuple[int, ...], None] = {}
        for one in self.scan.accesses:
            module = self.files.get(one.file)
            if module is not None:
                place = self.names.place(one.file, one.line, one.function)
                found[module, self._table(one.table), OPERATIONS.index(one.op), place] = None
        return [number for use in found for number in use]

    def _couplings(self) -> list[int]:
        """Imports and calls from module to module, joins and references from table to table: five numbers each."""
        names = self.names
        found: dict[tuple[int, ...], None] = {}
        for one in self.scan.couplings:
            ends = self.modules if one.kind in {"import", "call"} else self.tables
            source, target = ends.get(one.from_), ends.get(one.to)
            if one.kind in LINKS and source is not None and target is not None and source != target:
                place = names.place(one.file, one.line, one.function)
                found[LINKS.index(one.kind), source, target, place, names.string(one.target)] = None
        for key in self.scan.foreign_keys:
            kind = LINKS.index("cascade" if (key.on_delete or "").upper() == "CASCADE" else "foreign key")
            source, target = self._table(key.from_), self._table(key.to)
            found[kind, source, target, names.place(key.file, key.line), names.string(key.column)] = None
        return [number for link in found for number in link]

    def _split(self, one: Split) -> dict[str, object]:
        return {
            "name": self.names.string(one.name),
            "price": one.price,
            "contexts": [self._context(context) for context in one.contexts],
            "shared": self.names.all(folded(one.shared, self.scan.modules)),
            "composers": self.names.all(folded(one.composers, self.scan.modules)),
            "cut": [self.transactions[name] for name in self.cuts.get(one.name, ())],
            "relaxed": [self._relaxed(relaxed) for relaxed in one.relaxed],
            "metrics": one.metrics,
        }

    def _context(self, one: Context) -> dict[str, object]:
        return {
            "name": self.names.string(one.name),
            "tables": [self._table(name) for name in one.tables],
            "modules": [self.modules[name] for name in one.modules if name in self.modules],
            "packages": self.names.all(folded(one.modules, self.scan.modules)),
            "entryPoints": self.names.all(one.entry_points),
        }

    def _relaxed(self, one: Relaxed) -> tuple[object, ...]:
        names, seam = self.names, one.seam
        return (
            names.place(seam.file, seam.line, seam.function),
            names.string(seam.calls if seam.file else f"{seam.calls} by {seam.function}"),
            one.price,
            names.string(one.remedy),
            [self.transactions[name] for name in one.frees if name in self.transactions],
            [self._table(name) for name in one.tables],
        )
