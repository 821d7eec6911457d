"""What do SQLObject's rows do?  Making one inserts at once, setting an attribute updates, keys and joins read.

    order = Order(customer=customer, total=1)       order.total = 2         order.set(total=3)
    order.customer.name                             order.lines             order.addTag(tag)
    order.destroySelf()                             Order.delete(1)

`_get_total(self)` and `_set_total(self, value)` of a class stand for its attribute `total`; `_create` of one is called
where a row is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, ClassAtom, Instance
from boundary.link.evaluator.stores import ANY_NAME
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.records import asked, doubt
from boundary.link.frameworks.sqlobject.events import sent
from boundary.link.frameworks.sqlobject.models import OBJECT, below, changing, holding, joins, parts, records

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.sqlobject.models import Others

RESULTS: Final = "sqlobject.sresults.SelectResults"
CHANGE: Final = "sqlobject.change"
BY: Final = "sqlobject.by"
META: Final = "sqlobject.main.sqlmeta"
RAW: Final = "_SO_"
"""How the methods begin that set and get a column itself."""


def read(evaluator: Evaluator, cls: ClassInfo | None, line: int, *, guessed: bool = False) -> Value:
    """Rows of a class are read, with all their parts."""
    if cls is None:
        return UNKNOWN
    interpreter = evaluator.interpreter
    for record in parts(interpreter, cls):
        mapped.touch(evaluator, record, "read", line)
    lower = below(interpreter, cls)
    for record in lower:
        mapped.touch(evaluator, record, "read", line)
    return join([mapped.row(evaluator, one, guessed=guessed) for one in [cls, *(record.cls for record in lower)]])


class Rows(Hook):
    """Rows: made, changed, followed."""

    base = OBJECT

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Order(total=1)`: its constructor inserts it."""
        if records(evaluator.interpreter).of(cls) is None:
            return None
        value = mapped.row(evaluator, cls)
        evaluator.interpreter.objects.construct(evaluator, value, arguments, line)
        return value

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`order.customer`, `order.lines`, `order.addTag`."""
        interpreter = evaluator.interpreter
        record = records(interpreter).linked(atom.cls)
        if record is None or name.startswith("__"):
            return None
        if name == "sqlmeta":
            return described_by(evaluator, atom.cls)
        if name.startswith(RAW):
            return evaluator.atoms.native(RAW, (atom, name.removeprefix(RAW)))
        own = f"_get_{name}"
        if interpreter.classes.lookup(atom.cls, own)[0] is not None:
            return interpreter.objects.method(evaluator, atom.alone, own, line)
        other = joins(interpreter, atom.cls).get(name)
        if other is not None:
            return joined(evaluator, atom, other, line)
        for one in parts(interpreter, atom.cls):
            relation = one.relations.get(name)
            if relation is not None:
                with evaluator.believed(doubt(atom)):
                    return read(evaluator, relation.target, line, guessed=atom.guessed) | evaluator.atoms.none
            if name in one.columns or (name.endswith("ID") and name[:-2] in one.relations):
                return UNKNOWN
        if name in changing(interpreter, atom.cls):
            return evaluator.atoms.native(CHANGE, changing(interpreter, atom.cls)[name])
        return None

    def store(self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int) -> bool:
        """`order.total = 2`."""
        interpreter = evaluator.interpreter
        own = f"_set_{name}"
        if interpreter.classes.lookup(atom.cls, own)[0] is not None:
            interpreter.objects.method(evaluator, atom.alone, own, line, Arguments((value,)))
            return True
        held = parts(interpreter, atom.cls)
        columns = {column for one in held for column in (*one.columns, *(f"{key}ID" for key in one.relations))}
        if name != ANY_NAME and name not in columns:
            return False
        with evaluator.believed(doubt(atom)):
            mapped.touch(evaluator, holding(interpreter, atom.cls, name.removesuffix("ID")), "update", line)
        sent(evaluator, atom.cls, "RowUpdateSignal", line)
        return name != ANY_NAME

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """`Customer.byName`: of a column with `alternateID`; `Customer.sqlmeta`."""
        del line
        if name == "sqlmeta":
            return described_by(evaluator, atom.cls)
        record = records(evaluator.interpreter).linked(atom.cls)
        if record is None or not name.startswith("by") or not name[2:3].isupper():
            return None
        column = name[2:3].lower() + name[3:]
        known = any(column in one.columns for one in parts(evaluator.interpreter, atom.cls))
        return evaluator.atoms.native(BY, atom) if known else None


def described_by(evaluator: Evaluator, cls: ClassInfo) -> Value | None:
    """What a class says of itself."""
    made = evaluator.interpreter.library_class(META)
    return evaluator.atoms.instance(made, model=cls) if made is not None else None


class Meta(Hook):
    """`Order.sqlmeta`: how the table is called that a class stands for."""

    base = META

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`Order.sqlmeta.table`."""
        del line
        record = records(evaluator.interpreter).of(atom.model)
        return evaluator.atoms.constant(record.table) if name == "table" and record is not None else None


def raw(call: NativeCall) -> Value:
    """`self._SO_set_total(value)`, `self._SO_get_customer()`: past the methods of the project's own."""
    atom, name = call.receiver
    verb, _, column = name.partition("_")
    if verb == "set":
        with call.evaluator.believed(doubt(atom)):
            mapped.touch(call.evaluator, holding(call.interpreter, atom.cls, column), "update", call.line)
        return call.atoms.none
    held = [one.relations[column] for one in parts(call.interpreter, atom.cls) if column in one.relations]
    return join(read(call.evaluator, one.target, call.line) for one in held) or UNKNOWN


def joined(evaluator: Evaluator, atom: Instance, other: Others, line: int) -> Value:
    """What a join of a row gives: a list is read at once, a query where it is asked for."""
    made = evaluator.interpreter.library_class(RESULTS)
    if other.lazy and made is not None:
        tables = frozenset(one for one in (other.between, other.own) if one)
        return evaluator.atoms.instance(made, model=other.target, joins=tables, guessed=atom.guessed)
    with evaluator.believed(doubt(atom)):
        if other.between:
            evaluator.touch(other.between, "read", line)
        rows = read(evaluator, other.target, line, guessed=atom.guessed)
    return rows | evaluator.atoms.none if other.single else evaluator.atoms.container("list", rows)


def made(call: NativeCall) -> Value:
    """`SQLObject.__init__(self, total=1)`: the row is inserted, by `_create` if the class has one of its own."""
    receiver = call.receiver
    if isinstance(receiver, Instance):
        create = call.interpreter.attributes.get(call.evaluator, receiver.alone, "_create", call.line)
        given = Arguments((call.atoms.none,), call.arguments.keywords, others=call.arguments.others)
        call.interpreter.calls.call(call.evaluator, create, given, call.line)
    return call.atoms.none


def inserted(call: NativeCall) -> Value:
    """`SQLObject._create(self, id, total=1)`: a row in each table that it has a part in."""
    receiver = call.receiver
    if isinstance(receiver, Instance):
        sent(call.evaluator, receiver.cls, "RowCreateSignal", call.line)
        for record in parts(call.interpreter, receiver.cls):
            mapped.touch(call.evaluator, record, "insert", call.line)
            mapped.touch(call.evaluator, record, "read", call.line)  # its values are taken from there at once
        for name in call.arguments.keywords:
            own = f"_set_{name}"
            if call.interpreter.classes.lookup(receiver.cls, own)[0] is not None:
                value = Arguments((call.arguments.keywords[name],))
                call.interpreter.objects.method(call.evaluator, receiver.alone, own, call.line, value)
        sent(call.evaluator, receiver.cls, "RowCreatedSignal", call.line)
    return call.atoms.none


def got(call: NativeCall) -> Value:
    """`Order.get(1)`."""
    return join(read(call.evaluator, cls, call.line) for cls in asked(call)) or UNKNOWN


def changed(call: NativeCall) -> Value:
    """`order.set(total=2)`: the columns that are given say in which tables."""
    for cls in asked(call):
        names = list(call.arguments.keywords)
        held = {holding(call.interpreter, cls, name): None for name in names} or dict.fromkeys(
            parts(call.interpreter, cls)
        )
        with call.evaluator.believed(doubt(call.receiver)):
            for record in held:
                mapped.touch(call.evaluator, record, "update", call.line)
        sent(call.evaluator, cls, "RowUpdateSignal", call.line)
    return call.atoms.none


def destroy(evaluator: Evaluator, cls: ClassInfo, line: int) -> None:
    """A row goes from each table that it has a part in, and what depends on it with it."""
    held = records(evaluator.interpreter)
    sent(evaluator, cls, "RowDestroySignal", line)
    for record in parts(evaluator.interpreter, cls):
        for holder, relation in held.pointing(record):
            if relation.on_delete is not None:
                mapped.touch(evaluator, holder, "read", line, because="cascade")
        mapped.touch(evaluator, record, "delete", line)
        held.cascade(evaluator, record, line)
    sent(evaluator, cls, "RowDestroyedSignal", line)


def destroyed(call: NativeCall) -> Value:
    """`order.destroySelf()`, `Order.delete(1)`."""
    for cls in asked(call):
        with call.evaluator.believed(doubt(call.receiver)):
            if isinstance(call.receiver, ClassAtom):
                read(call.evaluator, cls, call.line)
            for one in [cls, *(record.cls for record in below(call.interpreter, cls))]:
                destroy(call.evaluator, one, call.line)
    return call.atoms.none


def loaded(call: NativeCall) -> Value:
    """`order.sync()`."""
    for cls in asked(call):
        read(call.evaluator, cls, call.line)
    return call.atoms.none


def linked(call: NativeCall) -> Value:
    """`order.addTag(tag)`, `order.removeTag(tag)`."""
    table, adds = call.receiver
    call.evaluator.touch(table, "insert" if adds else "delete", call.line, because="m2m")
    return call.atoms.none


def by_column(call: NativeCall) -> Value:
    """`Customer.byName("x")`."""
    atom = call.receiver
    return read(call.evaluator, atom.cls, call.line) if isinstance(atom, ClassAtom) else UNKNOWN


NEEDS: Final = ("sqlobject",)
HOOKS: Final = (Rows(), Meta())
NATIVES: Final[dict[str, Handler]] = {
    CHANGE: linked,
    BY: by_column,
    RAW: raw,
    f"{OBJECT}.__init__": made,
    f"{OBJECT}._create": inserted,
    f"{OBJECT}.get": got,
    f"{OBJECT}.set": changed,
    f"{OBJECT}.sync": loaded,
    f"{OBJECT}.destroySelf": destroyed,
    f"{OBJECT}.delete": destroyed,
}
