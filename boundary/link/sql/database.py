"""Which tables, views, keys and modules are there in files of SQL?  The latest schema, as values of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.sql.consequences import Reference
from boundary.link.sql.evolve import evolve
from boundary.link.sql.names import Catalogue
from boundary.link.sql.order import in_order, is_migration
from boundary.link.sql.routines import latest
from boundary.link.sql.settle import settle
from boundary.link.sql.views import Views
from boundary.model.scan import Coupling, ForeignKey, Module, Table, View
from boundary.model.sql import SqlSchema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from boundary.link.calling.contexts import Context
    from boundary.model.sql import SqlJoin, SqlSource


class Database:
    """What files of SQL define, in the state in which the last of them leaves it.

    `contexts` is what they can run, filled in by `weave`.
    """

    def __init__(self, sources: Sequence[SqlSource], past: Sequence[SqlSource], known: Iterable[str]) -> None:
        sources = settle(sources)
        self._files = sources
        self._all = [*sources, *past]
        self.sources = [*in_order(sources), *past]
        self.schema = SqlSchema()
        for source in self.sources:
            self.schema = evolve(self.schema, source.facts.changes, source.file)
        self.catalogue = Catalogue(self.schema, known)
        self.views = Views(self.catalogue)
        self.routines = latest(self.sources)
        self.contexts: list[Context] = []

    @property
    def total(self) -> int:
        """How many statements there are."""
        return sum(source.facts.total for source in self._all)

    @property
    def understood(self) -> int:
        """How many of the statements were understood."""
        return sum(source.facts.understood for source in self._all)

    def references(self) -> list[Reference]:
        """The foreign keys between tables of the document."""
        found: list[Reference] = []
        for name, table in self.catalogue.tables.items():
            for key in table.foreign_keys:
                pointed = f"{key.to_schema}.{key.to_table}" if key.to_schema else key.to_table
                to = self.catalogue.table(pointed, table.schema)
                if to is not None:
                    found.append(Reference(name, to, key.columns, key.on_delete, table.file, key.line + 1))
        return found

    def modules(self) -> Iterator[Module]:
        """Each file as a module."""
        for source in self._files:
            yield Module(source.name, source.file, source.facts.lines)

    def tables(self) -> Iterator[Table]:
        """The tables that are not temporary."""
        for name, table in self.catalogue.tables.items():
            yield Table(name=name, schema=table.schema, file=table.file, line=table.line + 1)

    def view_values(self) -> Iterator[View]:
        """The views with the tables below them."""
        for name in sorted(self.catalogue.views):
            yield self.views.value(name)

    def foreign_keys(self) -> Iterator[ForeignKey]:
        """The foreign keys, with what they do on delete."""
        for one in self.references():
            action = one.on_delete.upper() if one.on_delete else None
            yield ForeignKey(
                from_=one.table,
                to=one.to,
                column=", ".join(one.columns),
                on_delete=action,
                file=one.file,
                line=one.line,
            )

    def couplings(self) -> Iterator[Coupling]:
        """Which tables point to one another, cascade or are joined, and which files read and write which tables."""
        for key in self.references():
            yield Coupling("foreign_key", key.table, key.to, key.file or "", key.line)
            if key.on_delete == "cascade":
                yield Coupling("cascade", key.to, key.table, key.file or "", key.line)
        yield from self._joins()
        for context in self.contexts:
            for touch in () if context.library else context.touches:
                kind = "read" if touch.op == "read" else "write"
                yield Coupling(kind, context.module.name, touch.table, context.module.file, touch.line)

    def _joins(self) -> Iterator[Coupling]:
        """The tables that queries, views and routines join."""
        for source in self.sources:
            for statement in () if is_migration(source.file) else source.facts.statements:
                yield from self._couplings(source.file, statement.joins, None)
        for source, routine in self.routines:
            yield from self._couplings(source.file, routine.joins, routine.schema)
        for view in self.catalogue.views.values():
            yield from self._couplings(view.file or "", view.joins, view.schema)

    def _couplings(self, file: str, joins: Iterable[SqlJoin], near: str | None) -> Iterator[Coupling]:
        for join in joins:
            left, right = self.catalogue.table(join.left, near), self.catalogue.table(join.right, near)
            if left is None or right is None:
                continue
            for one in self.views.bases(left):
                for other in self.views.bases(right):
                    if one != other:
                        yield Coupling("join", one, other, file, join.line + 1)
