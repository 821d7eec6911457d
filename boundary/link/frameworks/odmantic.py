"""What does an engine of odmantic do with models?  Their collections are tables, and references are read with them.

    class Order(Model):
        customer: Customer = Reference()
        model_config = {"collection": "orders"}
    order = await engine.find_one(Order, Order.state == "new")
    await engine.save(order)
    async with engine.transaction() as transaction:
        await transaction.save(order)

Each call is a statement on its own, unless it is given a session, or is one of a session's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Container, Instance
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.own_statements import act
from boundary.link.frameworks.pymongo.collections import collections
from boundary.link.frameworks.pymongo.statements import has_session
from boundary.link.frameworks.records import Mapper, Relation, RowsMade, is_stored, text
from boundary.link.members import containers
from boundary.link.syntax.kinds import ASSIGN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.frameworks.records import Records
    from boundary.model.scan import ForeignKey, Operation, Table

MODEL: Final = "odmantic.model.Model"
ENGINE: Final = "odmantic.engine.Engine"
SESSION: Final = "odmantic.engine.Session"
TRANSACTION: Final = "odmantic.engine.Transaction"
SUFFIX: Final = "Model"
WORDS: Final = re.compile(r"(?<=.)(?=[A-Z][a-z])|(?<=[a-z0-9])(?=[A-Z])")
"""Where words begin in the name of a class: `HTTPLog` is `http_log`."""
UNKNOWN_MODEL: Final = "a model of odmantic that is not known"


def _table(interpreter: Interpreter, cls: ClassInfo) -> str:
    """`model_config = {"collection": "orders"}`, `class Config: collection = "orders"`, else the name of the class."""
    interpreter.frameworks.stores_read.add("odmantic")
    for owner in interpreter.classes.mro(cls):
        told = containers.pairs(interpreter.classes.own(owner, "model_config")) or {}
        held = text(told["collection"]) if "collection" in told else None
        for atom in interpreter.classes.own(owner, "Config"):
            held = held or (
                text(interpreter.classes.own(atom.cls, "collection")) if isinstance(atom, ClassAtom) else None
            )
        if held:
            return held
    return WORDS.sub("_", cls.name.removesuffix(SUFFIX) or cls.name).lower()


def _relations(interpreter: Interpreter, cls: ClassInfo) -> Iterator[Relation]:
    """`customer: Customer = Reference(key_name="customer_id")`."""
    for name, call, owner in mapped.fields(interpreter, cls, "Reference"):
        statement = owner.bindings[name][-1].statement
        if type(statement) is ASSIGN and statement.annotation is not None:
            for atom in interpreter.class_evaluator(owner).evaluate(statement.annotation):
                if isinstance(atom, ClassAtom):
                    yield Relation(name, atom.cls, line=call.line)


MAPPER: Final = Mapper(MODEL, _table, _relations, column="{}".format)


def records(interpreter: Interpreter) -> Records:
    """The models of odmantic."""
    return mapped.records(interpreter, MAPPER)


def described(interpreter: Interpreter) -> Iterator[Table | ForeignKey]:
    """The collections and references of models."""
    yield from records(interpreter).described()


# --- what engines do ------------------------------------------------------------------------------------------


def _given(value: Value) -> Iterator[ClassAtom | Instance]:
    """The models and rows among what is given, or in lists of it."""
    for atom in value:
        if isinstance(atom, Container):
            yield from _given(atom.element)
        elif isinstance(atom, (ClassAtom, Instance)):
            yield atom


def _touch(call: NativeCall, tables: list[tuple[str, Operation]]) -> None:
    session = isinstance(call.receiver, Instance) and call.interpreter.classes.is_subclass(call.receiver.cls, SESSION)
    act(call.evaluator, [(op, table) for table, op in tables], call.line, joins=session or has_session(call))
    if not tables:
        call.evaluator.blind(call.line, UNKNOWN_MODEL)


def _along(held: Records, cls: ClassInfo, seen: frozenset[ClassInfo] = frozenset()) -> Iterator[str]:
    """The collection of a model, and those of its references, which are read with it."""
    record = held.linked(cls)
    if record is not None and cls not in seen:
        yield record.table
        for relation in record.relations.values():
            yield from _along(held, relation.target, seen | {cls})


def reading(gives: str) -> Handler:
    """`engine.find(Order, ...)`, `engine.find_one(Order, ...)`, `engine.count(Order)`."""

    def handler(call: NativeCall) -> Value:
        held = records(call.interpreter)
        classes = [one.cls for one in _given(call.arguments.get(0, "model") or BOTTOM) if held.of(one.cls) is not None]
        tables = [table for cls in classes for table in (_along(held, cls) if gives else [_own(held, cls)])]
        _touch(call, [(table, "read") for table in dict.fromkeys(tables)])
        rows = join([mapped.row(call.evaluator, cls) for cls in classes]) or UNKNOWN
        if gives == "rows":
            return call.atoms.container("list", rows)
        return rows | call.atoms.none if gives else UNKNOWN

    return handler


def _own(held: Records, cls: ClassInfo) -> str:
    record = held.linked(cls)
    return record.table if record is not None else ""


def saved(call: NativeCall) -> Value:
    """`engine.save(order)`, `engine.save_all(orders)`: rows that it refers to are stored with it where they are new."""
    found: list[tuple[str, Operation]] = []
    given = call.arguments.get(0, "instance") or call.arguments.get(0, "instances") or BOTTOM
    for atom in dict.fromkeys(_given(given)):
        _save(call, atom, found)
    _touch(call, list(dict.fromkeys(found)))
    return given


def _save(call: NativeCall, atom: ClassAtom | Instance, found: list[tuple[str, Operation]]) -> None:
    held = records(call.interpreter)
    record = held.linked(atom.cls)
    if record is None or not isinstance(atom, Instance):
        return
    for relation in record.relations.values():
        for other in call.interpreter.attributes.get(call.evaluator, atom.alone, relation.name, call.line):
            if isinstance(other, Instance) and other.stored is False and held.of(other.cls) is not record:
                _save(call, other, found)
    if not is_stored(atom):
        found.append((record.table, "insert"))
    if atom.stored is not False:
        found.append((record.table, "update"))


def deleted(call: NativeCall) -> Value:
    """`engine.delete(order)`, `engine.remove(Order, ...)`."""
    held = records(call.interpreter)
    given = call.arguments.get(0, "instance") or call.arguments.get(0, "model") or BOTTOM
    tables = [_own(held, one.cls) for one in _given(given) if held.of(one.cls) is not None]
    _touch(call, [(table, "delete") for table in dict.fromkeys(tables)])
    return UNKNOWN


def collection(call: NativeCall) -> Value:
    """`engine.get_collection(Order)`: what pymongo or Motor calls so."""
    held = records(call.interpreter)
    names = [call.atoms.constant(_own(held, one.cls)) for one in _given(call.first) if held.of(one.cls) is not None]
    return collections(call.evaluator, join(names) or UNKNOWN)


def transaction(call: NativeCall) -> Value:
    """`engine.transaction()`, `session.transaction()`: what it gives does as the engine does."""
    return call.atoms.wrapped("atomic", call.instance_of(TRANSACTION), "default")


class Rows(RowsMade):
    """Models: what code makes of them is not stored yet."""

    base = MODEL


NEEDS: Final = ("odmantic",)
HOOKS: Final = (Rows(),)
NATIVES: Final[dict[str, Handler]] = {
    f"{ENGINE}.save": saved,
    f"{ENGINE}.save_all": saved,
    f"{ENGINE}.find": reading("rows"),
    f"{ENGINE}.find_one": reading("row"),
    f"{ENGINE}.count": reading(""),
    f"{ENGINE}.delete": deleted,
    f"{ENGINE}.remove": deleted,
    f"{ENGINE}.get_collection": collection,
    f"{ENGINE}.transaction": transaction,
}
