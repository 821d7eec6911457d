"""What does pydal read and write?  Rows of tables that are called by name, and those of sets.

    db.dog.insert(name="Rex")            db(db.dog.name == "Rex").select()          db.dog(1)
    db(db.dog.id == 1).update(name="x")  db(db.dog).delete()                        db.dog[1] = {...}

With a row those go that refer to it, unless a reference says otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, PRESENT, UNKNOWN, Constant, Instance
from boundary.link.frameworks.pydal import callbacks
from boundary.link.frameworks.pydal.queries import (
    INSIDE,
    OF,
    SET,
    expression,
    field,
    inside,
    mentioned,
)
from boundary.link.frameworks.pydal.rows import DONE, LINK, ROWS, maybe, of_tables, row
from boundary.link.frameworks.pydal.tables import (
    TABLE,
    called_in_rows,
    name_of,
    table,
    tables,
    touch,
)

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Operation

REASON: Final = "rows are changed of a table that is not known"
SELECT: Final = "pydal.objects.Select"
JOINING: Final = ("left", "join")
LOCKS: Final = "for_update"
KINDS: Final = "pydal kinds"
"""Where it is kept whether databases are opened on which rows are looked up before they are deleted, or others."""


# --- what is done with the rows of one table --------------------------------------------------------------


def insert(evaluator: Evaluator, name: str, line: int) -> Value:
    """A row is inserted."""
    callbacks.run(evaluator, name, "_before_insert", line, row(evaluator, name))
    callbacks.fill(evaluator, name, line)
    touch(evaluator, name, "insert", line)
    callbacks.run(evaluator, name, "_after_insert", line, row(evaluator, name), PRESENT)
    return of_tables(evaluator, LINK, ((name, name),))


def update(evaluator: Evaluator, name: str, line: int, rows: Value) -> None:
    """Rows are updated."""
    callbacks.run(evaluator, name, "_before_update", line, rows, row(evaluator, name))
    callbacks.fill(evaluator, name, line)
    keep(evaluator, name, line)
    touch(evaluator, name, "update", line)
    callbacks.run(evaluator, name, "_after_update", line, rows, row(evaluator, name))


def keep(evaluator: Evaluator, name: str, line: int) -> None:
    """What rows were is kept, for tables that ask for that."""
    kept = callbacks.archived(evaluator, name)
    if kept:
        touch(evaluator, name, "read", line)
        touch(evaluator, kept, "insert", line)


def delete(evaluator: Evaluator, name: str, line: int, rows: Value) -> None:
    """Rows are deleted; where what they were is kept, they are only marked."""
    callbacks.run(evaluator, name, "_before_delete", line, rows)
    if callbacks.archived(evaluator, name) and _is_marked(evaluator, name):
        update(evaluator, name, line, rows)
        return
    _delete(evaluator, name, line)
    _cascade(evaluator, name, line, {name})
    callbacks.run(evaluator, name, "_after_delete", line, rows)


def _delete(evaluator: Evaluator, name: str, line: int, *, cascades: bool = False) -> None:
    """Rows of one table go; SQLite is asked first which these are."""
    evaluator.interpreter.read((KINDS,), evaluator.context)
    if evaluator.interpreter.frameworks.state.get(KINDS) == {True}:
        touch(evaluator, name, "read", line)
    touch(evaluator, name, "delete", line, because="cascade" if cascades else None)


def _is_marked(evaluator: Evaluator, name: str) -> bool:
    one = tables(evaluator.interpreter).named(name, evaluator.context)
    return one is not None and "is_active" in one.fields


def _cascade(evaluator: Evaluator, name: str, line: int, seen: set[str]) -> None:
    """Those that refer to a row that is deleted are, too."""
    for holder, said in tables(evaluator.interpreter).pointing(name, evaluator.context):
        if said.on_delete == "SET NULL":
            touch(evaluator, holder.name, "update", line, because="cascade")
        elif said.on_delete == "CASCADE" and holder.name not in seen:
            seen.add(holder.name)
            _delete(evaluator, holder.name, line, cascades=True)
            _cascade(evaluator, holder.name, line, seen)


# --- tables -----------------------------------------------------------------------------------------------


def inserted(call: NativeCall) -> Value:
    """`db.dog.insert(name="Rex")`, `db.dog.bulk_insert([...])`."""
    name = name_of(call.receiver)
    if not name:
        call.evaluator.blind(call.line, REASON)
        return PRESENT
    made = insert(call.evaluator, name, call.line)
    return call.atoms.container("list", made) if call.name.endswith("bulk_insert") else made


def looked_up(call: NativeCall) -> Value:
    """`db.dog(1)`, `db.dog(name="Rex")`, `db.dog[1]`; `db.dog["name"]` is a field."""
    evaluator, receiver = call.evaluator, call.receiver
    name = name_of(receiver)
    texts = [one.value for one in call.first if isinstance(one, Constant) and isinstance(one.value, str)]
    if call.name.endswith("__getitem__") and texts and isinstance(receiver, Instance):
        return join(field(evaluator, receiver, text) for text in texts)
    if not name:
        return UNKNOWN
    found, nested = mentioned(call.arguments.every())
    for one in sorted({name} | found | nested):
        touch(evaluator, one, "read", call.line)
    return maybe(evaluator, name)


def put(call: NativeCall) -> Value:
    """`db.dog[1] = {"name": "x"}`; at 0 or None a row is inserted."""
    name = name_of(call.receiver)
    keys = {one.value for one in call.first if isinstance(one, Constant) and not isinstance(one.value, str)}
    if not name:
        call.evaluator.blind(call.line, REASON)
    elif keys and keys <= {0, None}:
        insert(call.evaluator, name, call.line)
    elif not any(isinstance(one, Constant) and isinstance(one.value, str) for one in call.first):
        update(call.evaluator, name, call.line, UNKNOWN)
    return call.atoms.none


def removed(call: NativeCall) -> Value:
    """`del db.dog[1]`, `db.dog.truncate()`."""
    name = name_of(call.receiver)
    if name and call.name.endswith("truncate"):
        touch(call.evaluator, name, "delete", call.line)
    elif name:
        delete(call.evaluator, name, call.line, UNKNOWN)
    else:
        call.evaluator.blind(call.line, REASON)
    return call.atoms.none


def validated(call: NativeCall) -> Value:
    """What the validators of a table's fields ask; without any, a reference is looked up where it leads to."""
    name = name_of(call.receiver)
    one = tables(call.interpreter).named(name, call.evaluator.context)
    for said in list(one.fields.values()) if one is not None else ():
        looked_up = said.looked_up if said.looked_up is not None else {said.target} if said.target else ()
        for other in sorted(looked_up) if said.writable else ():
            touch(call.evaluator, other, "read", call.line)
    return call.atoms.none


def aliased(call: NativeCall) -> Value:
    """`db.dog.with_alias("puppy")`."""
    name = name_of(call.receiver)
    texts = [str(one.value) for one in call.first if isinstance(one, Constant)]
    return table(call.evaluator, name, texts[0] if texts else "") if name else UNKNOWN


def joined(call: NativeCall) -> Value:
    """`db.dog.on(db.dog.owner == db.person.id)`: for `left=` and `join=`."""
    own, _ = _own(call)
    found, nested = mentioned(call.arguments.every())
    return expression(call.evaluator, own | found, nested)


# --- sets -------------------------------------------------------------------------------------------------


def _own(call: NativeCall) -> tuple[frozenset[str], frozenset[str]]:
    """The tables that a set, or a table, is of, and those of the queries inside it."""
    receiver = call.receiver
    return (receiver.joins, inside(receiver)) if isinstance(receiver, Instance) else (frozenset(), frozenset())


def _read(call: NativeCall) -> tuple[tuple[str, str], ...]:
    """All tables of a query are read; those that its rows are of, with what they are called there."""
    evaluator = call.evaluator
    given = [one for name, one in call.arguments.keywords.items() if name not in {"cache", "limitby"}]
    positional = [*call.arguments.positional, call.arguments.rest]
    asked, nested = mentioned(positional)
    joins, within = mentioned(given)
    own, more = _own(call)
    for one in sorted(own | asked | nested | joins | within | more):
        touch(evaluator, one, "read", call.line)
    if LOCKS in call.arguments.keywords:
        for one in sorted(own):
            touch(evaluator, one, "lock", call.line)
    names = {called: name for value in positional for called, name in _columns(value)}
    if not names:
        outer, _ = mentioned([call.arguments.keywords.get(one, BOTTOM) for one in JOINING])
        names = {name: name for name in sorted(own | outer)}
    return tuple(sorted(names.items()))


def _columns(value: Value) -> list[tuple[str, str]]:
    """The tables of the columns that are asked for."""
    found: list[tuple[str, str]] = []
    for atom in value:
        if isinstance(atom, Instance) and isinstance(atom.site, tuple) and atom.site[0] == OF and atom.site[1]:
            found.append((str(atom.site[1]), str(atom.site[1])))
        elif name_of(atom):
            found.append((called_in_rows(atom), name_of(atom)))
        else:
            found.extend(pair for part in (getattr(atom, "element", None),) if part for pair in _columns(part))
    return found


def selected(call: NativeCall) -> Value:
    """`db(query).select(db.dog.name, left=db.person.on(...))`."""
    names = _read(call)
    return of_tables(call.evaluator, ROWS, names) if names else UNKNOWN


def counted(call: NativeCall) -> Value:
    """`db(query).count()`, `.isempty()`."""
    _read(call)
    return UNKNOWN


def nested(call: NativeCall) -> Value:
    """`db(query)._select(db.dog.owner)`: a query for another one."""
    made = call.interpreter.library_class(SELECT)
    if made is None:
        return UNKNOWN
    found, within = mentioned(call.arguments.every())
    own, more = _own(call)
    held = within | more
    return call.atoms.instance(made, joins=own | found, site=(INSIDE, held, "") if held else None)


def changing(op: Operation, *, plainly: bool = False) -> Handler:
    """`db(query).update(name="x")`, `db(query).delete()`; `update_naive` runs nothing around it."""

    def handler(call: NativeCall) -> Value:
        evaluator, receiver = call.evaluator, call.receiver
        if not isinstance(receiver, Instance):
            return UNKNOWN
        own, more = _own(call)
        if not own:
            evaluator.blind(call.line, REASON)
        for one in sorted(more):
            touch(evaluator, one, "read", call.line)
        for name in sorted(own):
            if plainly:
                if op != "delete":
                    touch(evaluator, name, op, call.line)
                else:
                    _delete(evaluator, name, call.line)
                    _cascade(evaluator, name, call.line, {name})
            elif op == "update":
                update(evaluator, name, call.line, receiver.alone)
            else:
                delete(evaluator, name, call.line, receiver.alone)
        return UNKNOWN

    return handler


def validated_update(call: NativeCall) -> Value:
    """`db(query).validate_and_update(name="x")`."""
    for name in sorted(_own(call)[0]):
        for one in table(call.evaluator, name):
            check = call.interpreter.attributes.get(call.evaluator, one.alone, "_validate", call.line)
            call.interpreter.calls.call(call.evaluator, check, call.arguments, call.line)
    return changing("update")(call) or UNKNOWN


def recorded(call: NativeCall) -> Value:
    """`dog.update_record(name="x")`, `dog.delete_record()`."""
    name, done = call.receiver
    made = call.interpreter.library_class(SET)
    rows = call.atoms.instance(made, joins=frozenset({name})) if made is not None else UNKNOWN
    if done == "update_record":
        update(call.evaluator, name, call.line, rows)
        return row(call.evaluator, name)
    delete(call.evaluator, name, call.line, rows)
    return UNKNOWN


NATIVES: Final[dict[str, Handler]] = {
    DONE: recorded,
    f"{TABLE}.insert": inserted,
    f"{TABLE}.bulk_insert": inserted,
    f"{TABLE}.import_from_csv_file": inserted,
    f"{TABLE}.__call__": looked_up,
    f"{TABLE}.__getitem__": looked_up,
    f"{TABLE}.__setitem__": put,
    f"{TABLE}.__delitem__": removed,
    f"{TABLE}.truncate": removed,
    f"{TABLE}._validate": validated,
    f"{TABLE}.with_alias": aliased,
    f"{TABLE}.on": joined,
    f"{SET}.select": selected,
    f"{SET}.iterselect": selected,
    f"{SET}.count": counted,
    f"{SET}.isempty": counted,
    f"{SET}._select": nested,
    f"{SET}.nested_select": nested,
    f"{SET}._count": nested,
    f"{SET}.update": changing("update"),
    f"{SET}.update_naive": changing("update", plainly=True),
    f"{SET}.validate_and_update": validated_update,
    f"{SET}.delete": changing("delete"),
    f"{SET}.delete_naive": changing("delete", plainly=True),
}
