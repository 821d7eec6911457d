"""Which schema does a name mean that is written without one?  That of its script, where several schemas have the name.

A script that says `SET search_path` or `USE` makes its tables in that schema. A name that only one schema has stays as
it is written, so that files which say the schema and files which do not speak of the same table.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

import msgspec

from boundary.model.sql import SqlChange, SqlRoutine, SqlSource, SqlStatement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from boundary.model.sql import SqlForeignKey, SqlTable, SqlTrigger, SqlView

_replace = msgspec.structs.replace
_Said = TypeVar("_Said", SqlStatement, SqlRoutine)


def settle(sources: Sequence[SqlSource]) -> list[SqlSource]:
    """The files with the names that several schemas have written out in full."""
    if not any(_speaks(source) for source in sources):
        return list(sources)
    homes: dict[str, set[str]] = defaultdict(set)
    for source in sources:
        for name, schema in _made(source):
            homes[name.lower()].add(schema.lower())
    shared = {name: schemas for name, schemas in homes.items() if len(schemas - {""}) > 1}
    if not shared:
        return list(sources)
    return [_Settled(shared).source(source) if _speaks(source) else source for source in sources]


def _speaks(source: SqlSource) -> bool:
    facts = source.facts
    every: Iterable[SqlChange | SqlStatement | SqlRoutine] = (*facts.changes, *facts.statements, *facts.routines)
    return any(one.near is not None for one in every)


def _made(source: SqlSource) -> Iterator[tuple[str, str]]:
    """The tables, views and (with parentheses) routines that a file makes, each with the schema that it is made in."""
    for change in source.facts.changes:
        new = change.new_table or change.new_view
        if new is not None:
            yield new.name, new.schema or change.near or ""
    for routine in source.facts.routines:
        yield f"{routine.name}()", routine.schema or routine.near or ""


class _Settled:
    """Writes out the names of one file. `shared` are those that several schemas have, with these."""

    def __init__(self, shared: dict[str, set[str]]) -> None:
        self._shared = shared

    def source(self, source: SqlSource) -> SqlSource:
        facts = source.facts
        return _replace(
            source,
            facts=_replace(
                facts,
                changes=tuple(self._change(one) for one in facts.changes),
                statements=tuple(self._said(one, one.near) for one in facts.statements),
                routines=tuple(self._routine(one) for one in facts.routines),
            ),
        )

    def _schema(self, name: str, schema: str | None, near: str | None) -> str | None:
        if schema is None and near is not None and near.lower() in self._shared.get(name.lower(), ()):
            return near
        return schema

    def _said(self, one: _Said, near: str | None) -> _Said:
        if near is None:
            return one
        if isinstance(one, SqlRoutine):
            return _replace(one, statements=tuple(self._said(statement, near) for statement in one.statements))
        accesses = tuple(_replace(a, schema=self._schema(a.table, a.schema, near)) for a in one.accesses)
        joins = tuple(_replace(j, left=self._full(j.left, near), right=self._full(j.right, near)) for j in one.joins)
        return _replace(one, accesses=accesses, joins=joins)

    def _routine(self, one: SqlRoutine) -> SqlRoutine:
        said = self._said(one, one.near)
        return _replace(said, schema=self._schema(f"{one.name}()", one.schema, one.near))

    def _full(self, name: str, near: str) -> str:
        schema = None if "." in name else self._schema(name, None, near)
        return f"{schema}.{name}" if schema else name

    def _change(self, one: SqlChange) -> SqlChange:
        near = one.near
        if near is None:
            return one
        return _replace(
            one,
            schema=self._schema(one.table, one.schema, near),
            new_table=one.new_table and self._table(one.new_table, near),
            new_view=one.new_view and self._view(one.new_view, near),
            new_trigger=one.new_trigger and self._trigger(one.new_trigger, near),
            foreign_key=one.foreign_key and self._key(one.foreign_key, near),
        )

    def _table(self, table: SqlTable, near: str) -> SqlTable:
        keys = tuple(self._key(key, near) for key in table.foreign_keys)
        parents = tuple(self._full(parent, near) for parent in table.parents)
        schema = self._schema(table.name, table.schema, near)
        return _replace(table, schema=schema, foreign_keys=keys, parents=parents)

    def _key(self, key: SqlForeignKey, near: str) -> SqlForeignKey:
        return _replace(key, to_schema=self._schema(key.to_table, key.to_schema, near))

    def _view(self, view: SqlView, near: str) -> SqlView:
        reads = tuple(_replace(a, schema=self._schema(a.table, a.schema, near)) for a in view.reads)
        joins = tuple(_replace(j, left=self._full(j.left, near), right=self._full(j.right, near)) for j in view.joins)
        return _replace(view, schema=self._schema(view.name, view.schema, near), reads=reads, joins=joins)

    def _trigger(self, trigger: SqlTrigger, near: str) -> SqlTrigger:
        body = trigger.body and self._said(trigger.body, near)
        return _replace(trigger, schema=self._schema(trigger.table, trigger.schema, near), body=body)
