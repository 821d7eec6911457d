"""What is left of a schema after its changes?  Applies them in order: files of migrations to the latest schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from boundary.model.sql import SqlChange, SqlForeignKey, SqlSchema, SqlTable, SqlTrigger, SqlView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_replace = msgspec.structs.replace


def evolve(schema: SqlSchema, changes: Iterable[SqlChange], file: str | None = None) -> SqlSchema:
    """The schema after some changes.

    Args:
        schema: the state before; left as it is.
        changes: in the order in which they run.
        file: where they are written, noted on what they create.
    """
    state = _State(dict(schema.tables), dict(schema.views), dict(schema.triggers), file)
    for change in changes:
        state.apply(change)
    return SqlSchema(state.tables, state.views, state.triggers)


class _State:
    def __init__(
        self, tables: dict[str, SqlTable], views: dict[str, SqlView], triggers: dict[str, SqlTrigger], file: str | None
    ) -> None:
        self.tables = tables
        self.views = views
        self.triggers = triggers
        self._file = file

    def apply(self, change: SqlChange) -> None:
        if change.new_table is not None:
            key = _key(change.new_table.schema, change.new_table.name)
            if not (change.new_table.columns == () and key in self.tables):
                self.tables[key] = _replace(change.new_table, file=self._file)
        elif change.new_view is not None:
            self.views[_key(change.new_view.schema, change.new_view.name)] = _replace(change.new_view, file=self._file)
        elif change.new_trigger is not None:
            new = change.new_trigger
            self.triggers[f"{new.table}.{new.name}".lower()] = _replace(new, file=self._file)
        elif change.action == "drop trigger":
            self._drop_trigger(change)
        elif change.action in {"drop view", "rename view"}:
            view = self.views.pop(self._find(self.views, change), None)
            if view is not None and change.to:
                self.views[_key(view.schema, change.to)] = _replace(view, name=change.to)
        else:
            self._change_table(change)

    def _change_table(self, change: SqlChange) -> None:
        key = self._find(self.tables, change)
        table = self.tables.get(key)
        if table is None:
            return
        if change.action == "drop table":
            del self.tables[key]
            self.triggers = {name: t for name, t in self.triggers.items() if t.table.lower() != table.name.lower()}
            if change.to == "keys":
                self._point(lambda known: tuple(k for k in known if not _points(k, table)))
        elif change.action in {"rename table", "set schema"}:
            self._move(key, table, change)
        else:
            self.tables[key] = _changed(table, change)

    def _move(self, key: str, table: SqlTable, change: SqlChange) -> None:
        """Rename a table or move it to another schema, and let what refers to it follow."""
        assert change.to is not None  # noqa: S101 - both actions carry it
        del self.tables[key]
        moved = (
            _replace(table, name=change.to) if change.action == "rename table" else _replace(table, schema=change.to)
        )
        self.tables[_key(moved.schema, moved.name)] = moved
        self._point(lambda known: tuple(_followed(k, table, moved) for k in known))
        for name, trigger in list(self.triggers.items()):
            if trigger.table.lower() == table.name.lower():
                del self.triggers[name]
                self.triggers[f"{moved.name}.{trigger.name}".lower()] = _replace(trigger, table=moved.name)

    def _point(self, change: Callable[[tuple[SqlForeignKey, ...]], tuple[SqlForeignKey, ...]]) -> None:
        """Change the foreign keys of every table."""
        for other, known in list(self.tables.items()):
            keys = change(known.foreign_keys)
            if keys != known.foreign_keys:
                self.tables[other] = _replace(known, foreign_keys=keys)

    def _drop_trigger(self, change: SqlChange) -> None:
        wanted = (change.name or "").lower()
        self.triggers = {
            key: trigger
            for key, trigger in self.triggers.items()
            if trigger.name.lower() != wanted or (change.table and trigger.table.lower() != change.table.lower())
        }

    def _find(self, known: dict[str, SqlTable] | dict[str, SqlView], change: SqlChange) -> str:
        """The key of a table or view, whether or not its schema is given."""
        key = _key(change.schema, change.table)
        if key in known:
            return key
        if change.schema is not None:
            bare = change.table.lower()
            return bare if bare in known else key
        return next((other for other in known if other.rpartition(".")[2] == key), key)


def _key(schema: str | None, name: str) -> str:
    return (f"{schema}.{name}" if schema else name).lower()


def _followed(key: SqlForeignKey, old: SqlTable, new: SqlTable) -> SqlForeignKey:
    if not _points(key, old):
        return key
    return _replace(key, to_table=new.name, to_schema=new.schema if key.to_schema else None)


def _points(key: SqlForeignKey, table: SqlTable) -> bool:
    """Whether a foreign key refers to a table."""
    schemas = {"", (table.schema or "").lower()}
    return key.to_table.lower() == table.name.lower() and (key.to_schema or "").lower() in schemas


def _changed(table: SqlTable, change: SqlChange) -> SqlTable:
    """The table after a change of its columns or keys."""
    name = (change.name or "").lower()
    if change.action == "add column" and change.column is not None:
        kept = tuple(column for column in table.columns if column.name.lower() != name)
        return _replace(table, columns=(*kept, change.column))
    if change.action == "add foreign key" and change.foreign_key is not None:
        return _replace(table, foreign_keys=(*table.foreign_keys, change.foreign_key))
    if change.action == "add primary key":
        return _replace(table, primary_key=change.columns)
    if change.action == "drop column":
        columns = tuple(column for column in table.columns if column.name.lower() != name)
        keys = tuple(key for key in table.foreign_keys if name not in {column.lower() for column in key.columns})
        return _replace(table, columns=columns, foreign_keys=keys)
    if change.action == "drop constraint":
        return _replace(
            table, foreign_keys=tuple(key for key in table.foreign_keys if not _is_called(key, table, name))
        )
    if change.action == "rename column" and change.to:
        return _renamed(table, name, change.to)
    if change.action in {"inherit", "attach partition"} and change.to:
        partition = table.partition or change.action == "attach partition"
        return _replace(table, parents=(*table.parents, change.to), partition=partition)
    return table


def _is_called(key: SqlForeignKey, table: SqlTable, name: str) -> bool:
    """Whether a key has a name, be it the one that PostgreSQL gives to a key without one."""
    given = key.name or f"{table.name}_{'_'.join(key.columns)}_fkey"
    return given.lower() == name


def _renamed(table: SqlTable, name: str, to: str) -> SqlTable:
    def new(column: str) -> str:
        return to if column.lower() == name else column

    return _replace(
        table,
        columns=tuple(_replace(column, name=new(column.name)) for column in table.columns),
        primary_key=tuple(new(column) for column in table.primary_key),
        foreign_keys=tuple(
            _replace(key, columns=tuple(new(column) for column in key.columns)) for key in table.foreign_keys
        ),
    )
