"""What do Storm's stores do?  They find, add and remove rows, execute statements, and end the work with `commit`.

    store.find(Order, Order.total > 1).one()
    store.find((Order, Customer), Order.customer_id == Customer.id)
    store.using(Order, LeftJoin(Line, ...)).find(Order).set(total=0)
    Store.of(order).remove(order)

What is found is asked of the database where it is iterated over, counted, indexed or written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.definitions.symbols import ClassInfo  # noqa: TC001 - a compiled tuple looks the classes of its fields up
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, ClassAtom, Container, Instance
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.naming import handed
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.raw_sql import touch_sql
from boundary.link.frameworks.records import doubt
from boundary.link.frameworks.storm.expressions import (
    WRITES,
    expression,
    expressions_in,
    tables_in,
)
from boundary.link.frameworks.storm.models import records
from boundary.link.frameworks.storm.rows import BOUND, RESULT, rows_in
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Operation

STORE: Final = "storm.store.Store"
TABLES: Final = "storm.store.TableSet"
SAID: Final = "storm.result"
ASKED: Final = "storm.store"
ONE: Final = frozenset({"one", "any", "first", "last"})
NUMBERS: Final = frozenset({"count", "max", "min", "avg", "sum", "is_empty", "values", "__contains__"})
REFINED: Final = frozenset(
    {"order_by", "config", "group_by", "having", "copy", "find", "union", "difference", "intersection"}
)


class Found(NamedTuple):
    """What a result is of: the classes of a row, None for a plain column, and whether that is the row itself."""

    classes: tuple[ClassInfo | None, ...]
    single: bool


# --- what is found ----------------------------------------------------------------------------------------


def result(evaluator: Evaluator, site: Found, tables: frozenset[str], *, guessed: bool = False) -> Value:
    """A result that has not been asked for yet."""
    made = evaluator.interpreter.library_class(RESULT)
    if made is None:
        return UNKNOWN
    first = next((one for one in site.classes if one is not None), None)
    return evaluator.atoms.instance(made, model=first, joins=tables, site=site, guessed=guessed)


def about(interpreter: Interpreter, value: Value) -> list[Found]:
    """What `find` was told to give: a class, a column, or several of them; any of several classes is one of its own."""
    found: list[Found] = []
    for atom in value:
        if isinstance(atom, Container) and atom.kind in {"tuple", "list"}:
            parts = containers.parts(atom)
            classes = [next((cls for one in part if (cls := _class(interpreter, one))), None) for part in parts]
            found.append(Found(tuple(classes), single=False))
        else:
            found.append(Found((_class(interpreter, atom),), single=True))
    return list(dict.fromkeys(found))


def _class(interpreter: Interpreter, atom: object) -> ClassInfo | None:
    is_mapped = isinstance(atom, ClassAtom) and records(interpreter).of(atom.cls) is not None
    return atom.cls if is_mapped and isinstance(atom, ClassAtom) else None


def row_of(evaluator: Evaluator, atom: Instance) -> Value:
    """One row of a result."""
    site = atom.site
    if not isinstance(site, Found):
        return mapped.row(evaluator, atom.model, guessed=atom.guessed) if atom.model is not None else UNKNOWN
    parts = [mapped.row(evaluator, one, guessed=atom.guessed) if one is not None else UNKNOWN for one in site.classes]
    if site.single:
        return parts[0]
    return evaluator.atoms.container("tuple", join(parts) or UNKNOWN, tuple(parts))


def _own(evaluator: Evaluator, atom: Instance) -> frozenset[str]:
    record = records(evaluator.interpreter).of(atom.model)
    return atom.joins | (frozenset({record.table}) if record is not None else frozenset())


def ask(evaluator: Evaluator, atom: Instance, line: int) -> None:
    """A result is asked for: all that it mentions is read."""
    with evaluator.believed(doubt(atom)):
        for table in sorted(_own(evaluator, atom)):
            evaluator.touch(table, "read", line)


def write(evaluator: Evaluator, atom: Instance, op: Operation, line: int) -> None:
    """The rows of a result are written; what else the conditions mention is read."""
    site = atom.site
    classes = site.classes if isinstance(site, Found) else (atom.model,)
    written = {record.table for one in classes if (record := records(evaluator.interpreter).of(one)) is not None}
    with evaluator.believed(doubt(atom)):
        for table in sorted(written):
            evaluator.touch(table, op, line)
        for table in sorted(_own(evaluator, atom) - written):
            evaluator.touch(table, "read", line)


class Results(Hook):
    """Results: refined, asked for, written."""

    base = RESULT

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`result.one`, `result.order_by`."""
        del line
        return None if name in {"__iter__", "__getitem__", "__len__"} else evaluator.atoms.native(SAID, (atom, name))

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """`for order in result`, `result[0]`."""
        ask(evaluator, atom, line)
        return row_of(evaluator, atom)


def said(call: NativeCall) -> Value:
    """A method of a result, or of the rows that refer to a row."""
    atom, name = call.receiver
    evaluator = call.evaluator
    if isinstance(atom.site, tuple) and not isinstance(atom.site, Found) and atom.site[:1] == (BOUND,):
        changed = _changed(call, atom, name)
        if changed:
            return UNKNOWN
    if name == "set":
        write(evaluator, atom, "update", call.line)
        return call.atoms.none
    if name == "remove":
        write(evaluator, atom, "delete", call.line)
        return UNKNOWN
    if name == "cached":
        return call.atoms.container("list", row_of(evaluator, atom))
    if name == "get_select_expr":
        return expression(evaluator, _own(evaluator, atom))
    if name in REFINED:
        more = tables_in(call.interpreter, call.arguments.every())
        return call.atoms.instance(
            atom.cls, model=atom.model, joins=atom.joins | more, site=_as_found(atom), guessed=atom.guessed
        )
    if name in ONE:
        ask(evaluator, atom, call.line)
        return row_of(evaluator, atom) | call.atoms.none
    if name in NUMBERS:
        ask(evaluator, atom, call.line)
    return UNKNOWN


def _as_found(atom: Instance) -> object:
    """What a result is of, once more was said of it."""
    return atom.site if isinstance(atom.site, Found) else Found((atom.model,), single=True)


def _changed(call: NativeCall, atom: Instance, name: str) -> bool:
    """`customer.orders.add(order)`, `.remove(order)`, `.clear()`: the key of the other row, or a row between."""
    if name not in {"add", "remove", "clear"}:
        return False
    between = atom.site[1] if isinstance(atom.site, tuple) else None
    if isinstance(between, str):
        call.evaluator.touch(between, "insert" if name == "add" else "delete", call.line, because="m2m")
        return True
    for one in rows_in(call.evaluator, call.first) if name == "add" else ():
        op: Operation = "insert" if one.stored is False else "update"
        mapped.touch(call.evaluator, records(call.interpreter).of(one.cls), op, call.line)
        return True
    mapped.touch(call.evaluator, records(call.interpreter).of(atom.model), "update", call.line)
    return True


# --- stores -----------------------------------------------------------------------------------------------


def find(call: NativeCall) -> Value:
    """`store.find(Order, Order.total > 1, customer=customer)`."""
    atom, _ = call.receiver
    given = call.arguments.get(0, "cls_spec") or UNKNOWN
    tables = tables_in(call.interpreter, call.arguments.every()) | atom.joins
    found = about(call.interpreter, given)
    if len(found) > 1:  # any of several classes: each reads its own table
        rest = tables - tables_in(call.interpreter, [given])
        return join(
            result(call.evaluator, one, rest | _tables_of(call.interpreter, one), guessed=atom.guessed) for one in found
        )
    return join(result(call.evaluator, one, tables, guessed=atom.guessed) for one in found)


def _tables_of(interpreter: Interpreter, found: Found) -> frozenset[str]:
    held = [records(interpreter).of(one) for one in found.classes]
    return frozenset(one.table for one in held if one is not None)


def get(call: NativeCall) -> Value:
    """`store.get(Order, 1)`."""
    found: list[Value] = []
    for atom in call.first:
        cls = _class(call.interpreter, atom)
        if cls is not None:
            mapped.touch(call.evaluator, records(call.interpreter).of(cls), "read", call.line)
            found.append(mapped.maybe(call.evaluator, cls))
    return join(found) or UNKNOWN


def adding(op: Operation, blind: str) -> Handler:
    """`store.add(order)`, `store.remove(order)`."""

    def handler(call: NativeCall) -> Value:
        value = handed(call)
        rows = list(rows_in(call.evaluator, value))
        for one in rows:
            with call.evaluator.believed(doubt(one)):
                mapped.touch(call.evaluator, records(call.interpreter).of(one.cls), op, call.line)
        if not rows and not all(atom in call.atoms.none for atom in value):
            call.evaluator.blind(call.line, blind)
        return value if op == "insert" else call.atoms.none

    return handler


def execute(call: NativeCall) -> Value:
    """`store.execute("...")`, `store.execute(Update(...))`."""
    statement = call.arguments.get(0, "statement") or UNKNOWN
    held = expressions_in(call.interpreter, statement)
    if not held:
        touch_sql(call, statement)
    for atom in held:
        site = atom.site
        if isinstance(site, tuple) and site[:1] == ("sql",):
            touch_sql(call, site[1])
            continue
        name, table = site if isinstance(site, tuple) and site[0] in WRITES else ("", None)
        if table is not None:
            call.evaluator.touch(str(table), WRITES[str(name)], call.line)
        elif name:
            call.evaluator.blind(call.line, "a statement writes a table that is not known")
        for one in sorted(_own(call.evaluator, atom) - {table}):
            call.evaluator.touch(one, "read", call.line)
    return call.atoms.external(f"{STORE}.execute()")


def using(call: NativeCall) -> Value:
    """`store.using(Order, LeftJoin(Line, ...))`, `store.with_(With(...))`: what is found there reads all of it."""
    atom, name = call.receiver
    made = call.interpreter.library_class(STORE if name == "with_" else TABLES)
    if made is None:
        return UNKNOWN
    return call.atoms.instance(made, joins=atom.joins | tables_in(call.interpreter, call.arguments.every()))


def commit(call: NativeCall) -> Value:
    """`store.commit()`: what was done since the last one is a transaction."""
    call.evaluator.end_work(call.line)
    call.evaluator.expired = True
    return call.atoms.none


def dropped(call: NativeCall) -> Value:
    """`store.rollback()`, `store.close()`."""
    call.evaluator.drop_work()
    return call.atoms.none


def reload(call: NativeCall) -> Value:
    """`store.reload(order)`: the row is read again."""
    for one in rows_in(call.evaluator, call.first):
        mapped.touch(call.evaluator, records(call.interpreter).of(one.cls), "read", call.line)
    return call.atoms.none


def nothing(call: NativeCall) -> Value:
    """What touches nothing that was not touched before."""
    return call.atoms.none


METHODS: Final[dict[str, Handler]] = {
    "find": find,
    "get": get,
    "add": adding("insert", "an object of an unknown class is added to the store"),
    "remove": adding("delete", "an object of an unknown class is removed from the store"),
    "execute": execute,
    "using": using,
    "with_": using,
    "commit": commit,
    "rollback": dropped,
    "close": dropped,
    "reload": reload,
    **dict.fromkeys(("flush", "invalidate", "autoreload", "reset", "add_flush_order", "remove_flush_order"), nothing),
    **dict.fromkeys(("block_implicit_flushes", "unblock_implicit_flushes", "block_access", "unblock_access"), nothing),
}


class Stores(Hook):
    """Stores, and the tables that they find in."""

    base = STORE

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: object, line: int) -> Value | None:
        """`Store(database)`: new work begins."""
        del arguments, line
        if not cls.library:
            return None
        evaluator.begin_work()
        return evaluator.atoms.instance(cls)

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`store.find`."""
        del line
        return evaluator.atoms.native(f"{ASKED}.{name}", (atom, name)) if name in METHODS else None


class Tables(Stores):
    """What `using` gives, in which only is found."""

    base = TABLES


def of(call: NativeCall) -> Value:
    """`Store.of(order)`."""
    return call.instance_of(STORE)


WORK: Final = ("storm",)
NEEDS: Final = ("storm",)
HOOKS: Final = (Results(), Stores(), Tables())
NATIVES: Final[dict[str, Handler]] = {
    SAID: said,
    f"{STORE}.of": of,
    **{f"{ASKED}.{name}": handler for name, handler in METHODS.items()},
}
