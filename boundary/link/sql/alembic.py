"""Which changes does an operation of alembic make?  `op.create_table(...)` and its like, as changes of a schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.sql.written import resolved, text_of
from boundary.link.syntax.kinds import ATTRIBUTE, CALL, CONSTANT, DISPLAY, NAME
from boundary.link.syntax.walking import last_name
from boundary.model.sql import SqlChange, SqlColumn, SqlForeignKey, SqlTable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from boundary.link.sql.written import Constants
    from boundary.model import code


BATCH: Final = "batch_alter_table"


class _Call:
    """An operation with its arguments by position or name; in a batch, the table comes from the batch."""

    def __init__(self, call: code.Call, known: Constants) -> None:
        self.line = call.line - 1
        self.arguments = list(call.arguments)
        self.keywords = {keyword.name: keyword.value for keyword in call.keywords if keyword.name}
        self.known = known
        owner = resolved(call.function.value, known) if type(call.function) is ATTRIBUTE else None
        self._batch = owner if type(owner) is CALL and last_name(owner.function) == BATCH else None

    def text(self, position: int, name: str) -> str | None:
        """A text among the arguments, as it is written or as a name for it is given."""
        return _text(self.value(position, name), self.known)

    def value(self, position: int, name: str) -> code.Expression | None:
        """An argument."""
        if 0 <= position < len(self.arguments):
            return self.arguments[position]
        return self.keywords.get(name)

    def on_table(self) -> tuple[str | None, str | None, int]:
        """The table that is changed, its schema, and the position of the first argument behind it."""
        if self._batch is not None:
            inner = _Call(self._batch, self.known)
            return inner.text(0, "table_name"), inner.text(-1, "schema"), 0
        return self.text(0, "table_name"), self.text(-1, "schema"), 1


def is_operation(call: code.Call) -> bool:
    """Whether a call is one of the operations that are known here."""
    return type(call.function) is ATTRIBUTE and call.function.name in _OPERATIONS


def changes_of(call: code.Call, known: Constants) -> Iterator[SqlChange]:
    """The changes that an operation makes; `known` says what names stand for, those of batches too."""
    if type(call.function) is ATTRIBUTE:
        yield from _OPERATIONS[call.function.name](_Call(call, known))


def _create_table(op: _Call) -> Iterator[SqlChange]:
    name, schema = op.text(0, "name"), op.text(-1, "schema")
    if name is None:
        return
    columns: list[SqlColumn] = []
    keys: list[SqlForeignKey] = []
    primary: list[str] = []
    for item in op.arguments[1:]:
        if type(item) is not CALL:
            continue
        kind = _kind(item)
        if kind == "Column":
            column, key, is_primary = _column(item, op.known)
            columns += [column] if column else []
            keys += [key] if key else []
            primary += [column.name] if column and is_primary else []
        elif kind == "ForeignKeyConstraint":
            keys += _constraint(item, op.known)
        elif kind == "PrimaryKeyConstraint":
            primary += [text for one in item.arguments if (text := _text(one, op.known))]
    table = SqlTable(name, op.line, schema, tuple(columns), tuple(primary), tuple(keys))
    yield SqlChange("create table", op.line, name, schema, new_table=table)


def _drop_table(op: _Call) -> Iterator[SqlChange]:
    name = op.text(0, "table_name")
    if name is not None:
        yield SqlChange("drop table", op.line, name, op.text(-1, "schema"))


def _rename_table(op: _Call) -> Iterator[SqlChange]:
    old, new = op.text(0, "old_table_name"), op.text(1, "new_table_name")
    if old is not None and new is not None:
        yield SqlChange("rename table", op.line, old, op.text(-1, "schema"), to=new)


def _add_column(op: _Call) -> Iterator[SqlChange]:
    table, schema, at = op.on_table()
    item = op.value(at, "column")
    if table is None or type(item) is not CALL:
        return
    column, key, _ = _column(item, op.known)
    if column is not None:
        yield SqlChange("add column", op.line, table, schema, column.name, column=column)
    if key is not None:
        yield SqlChange("add foreign key", op.line, table, schema, foreign_key=key)


def _drop_column(op: _Call) -> Iterator[SqlChange]:
    table, schema, at = op.on_table()
    name = op.text(at, "column_name")
    if table is not None and name is not None:
        yield SqlChange("drop column", op.line, table, schema, name)


def _alter_column(op: _Call) -> Iterator[SqlChange]:
    table, schema, at = op.on_table()
    name, new = op.text(at, "column_name"), op.text(-1, "new_column_name")
    if table is not None and name is not None and new is not None:
        yield SqlChange("rename column", op.line, table, schema, name, new)


def _create_foreign_key(op: _Call) -> Iterator[SqlChange]:
    table, schema, at = op.on_table()
    if at:  # outside a batch the key's name comes first
        table, schema = op.text(1, "source_table"), op.text(-1, "source_schema")
    to = op.text(1 + at, "referent_table")
    if table is None or to is None:
        return
    key = SqlForeignKey(
        _several(op.value(2 + at, "local_cols"), op.known),
        to,
        op.line,
        op.text(-1, "referent_schema"),
        _several(op.value(3 + at, "remote_cols"), op.known),
        _action(op.text(-1, "ondelete")),
        _action(op.text(-1, "onupdate")),
        op.text(0, "constraint_name"),
    )
    yield SqlChange("add foreign key", op.line, table, schema, foreign_key=key)


def _drop_constraint(op: _Call) -> Iterator[SqlChange]:
    table, schema, at = op.on_table()
    if at:
        table = op.text(1, "table_name")
    name = op.text(0, "constraint_name")
    if table is not None and name is not None:
        yield SqlChange("drop constraint", op.line, table, schema, name)


_OPERATIONS: Final[dict[str, Callable[[_Call], Iterator[SqlChange]]]] = {
    "create_table": _create_table,
    "drop_table": _drop_table,
    "rename_table": _rename_table,
    "add_column": _add_column,
    "drop_column": _drop_column,
    "alter_column": _alter_column,
    "create_foreign_key": _create_foreign_key,
    "drop_constraint": _drop_constraint,
}


def _column(item: code.Call, known: Constants) -> tuple[SqlColumn | None, SqlForeignKey | None, bool]:
    """`sa.Column(name, type, sa.ForeignKey(...), ...)`: the column, its key, and whether it is the primary one."""
    name = _text(item.arguments[0], known) if item.arguments else None
    if name is None:
        return None, None, False
    line = item.line - 1
    inner = [one for one in item.arguments[1:] if type(one) is CALL]
    kind = _kind(inner[0]) if inner and _kind(inner[0]) != "ForeignKey" else None
    key = next((_reference(name, one, known) for one in inner if _kind(one) == "ForeignKey"), None)
    said = {keyword.name: keyword.value for keyword in item.keywords}
    return (
        SqlColumn(name, kind or "", line, not _is(said.get("nullable"), wanted=False)),
        key,
        _is(said.get("primary_key"), wanted=True),
    )


def _reference(column: str, item: code.Call, known: Constants) -> SqlForeignKey | None:
    """`sa.ForeignKey("schema.table.column", ondelete="CASCADE")`."""
    target = _text(item.arguments[0], known) if item.arguments else None
    if target is None:
        return None
    return _key((column,), (target,), _said(item, known), item.line - 1)


def _constraint(item: code.Call, known: Constants) -> Iterator[SqlForeignKey]:
    """`sa.ForeignKeyConstraint(["a"], ["table.a"], ondelete=...)`."""
    said = {keyword.name: keyword.value for keyword in item.keywords}
    values = [*item.arguments, None, None]
    targets = _several(values[1] or said.get("refcolumns"), known)
    columns = _several(values[0] or said.get("columns"), known)
    key = _key(columns, targets, _said(item, known), item.line - 1) if targets else None
    if key is not None:
        yield key


def _said(item: code.Call, known: Constants) -> dict[str, str | None]:
    """What the keywords of a key say that are texts."""
    return {keyword.name: _text(keyword.value, known) for keyword in item.keywords if keyword.name}


def _key(
    columns: tuple[str, ...], targets: tuple[str, ...], said: Mapping[str, str | None], line: int
) -> SqlForeignKey | None:
    *before, _ = targets[0].split(".")
    if not before:
        return None
    return SqlForeignKey(
        columns,
        before[-1],
        line,
        ".".join(before[:-1]) or None,
        tuple(target.rpartition(".")[2] for target in targets),
        _action(said.get("ondelete")),
        _action(said.get("onupdate")),
        said.get("name"),
    )


def _kind(item: code.Call) -> str | None:
    function = item.function
    if type(function) is ATTRIBUTE:
        return function.name
    return function.id if type(function) is NAME else None


def _text(value: code.Expression | None, known: Constants) -> str | None:
    return text_of(value, known) if value is not None else None


def _several(value: code.Expression | None, known: Constants) -> tuple[str, ...]:
    held = resolved(value, known) if value is not None else None
    items = held.items if type(held) is DISPLAY else ()
    return tuple([text for one in items if (text := text_of(one, known))])


def _action(text: str | None) -> str | None:
    return text.lower() if text else None


def _is(value: code.Expression | None, *, wanted: bool) -> bool:
    return type(value) is CONSTANT and value.value is wanted
