"""Which tables do Storm's classes stand for?  `__storm_table__` names one; references name columns of other classes.

    class Order(Storm):
        __storm_table__ = "shop_order"
        id = Int(primary=True)
        customer_id = Int(name="customer")
        customer = Reference(customer_id, "Customer.id")
        lines = ReferenceSet(id, "Line.order_id")
        tags = ReferenceSet(id, "OrderTag.order_id", "OrderTag.tag_id", "Tag.id")

A reference is a key of its own rows; a set is other rows that have a key of these, or that a table between joins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from boundary.link.definitions.symbols import ClassInfo  # noqa: TC001 - a compiled tuple looks the classes of its fields up
from boundary.link.domain.asking import strings, truth
from boundary.link.domain.values import Instance
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.naming import name_of
from boundary.link.frameworks.records import Mapper, Relation, text
from boundary.link.members.containers import members
from boundary.link.syntax.kinds import CONSTANT
from boundary.link.syntax.walking import given

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.records import Records
    from boundary.model import code
    from boundary.model.scan import ForeignKey, Table

STORM: Final = "storm.base.Storm"
ONE: Final = "Reference"
MANY: Final = "ReferenceSet"
COLUMN: Final = "storm.expr.Column"
BETWEEN: Final = 3
"""Where the columns stand that lead on from a table between."""


def bind(interpreter: Interpreter) -> None:
    """A class that names its table is mapped, whether or not it is below `Storm`."""
    base = interpreter.library_class(STORM)
    for cls in list(interpreter.program.classes) if base is not None else ():
        if base is not None and not cls.library and "__storm_table__" in cls.bindings:
            bases = interpreter.classes.bases(cls)
            inner = [one for one in bases if not isinstance(one, str)]
            if not any(interpreter.classes.is_subclass(one, STORM) for one in inner):
                bases.append(base)
                interpreter.classes.extend(base, cls)


def _table(interpreter: Interpreter, cls: ClassInfo) -> str | None:
    """`__storm_table__`, of the class or one above it."""
    return text(interpreter.classes.lookup(cls, "__storm_table__")[1])


def _relations(interpreter: Interpreter, cls: ClassInfo) -> Iterator[Relation]:
    """The references that have a key of their own."""
    for name, call, owner in mapped.fields(interpreter, cls, ONE):
        remote = _class_of(interpreter, owner, given(call, 1, "remote_key"))
        if remote is not None and not _is_on_remote(interpreter, owner, call):
            yield Relation(name, remote, line=call.line)


class Others(NamedTuple):
    """What other rows lead to this one from: their class, the table between, and whether there is at most one."""

    target: ClassInfo
    between: str | None
    single: bool


def others(interpreter: Interpreter, cls: ClassInfo) -> dict[str, Others]:
    """The attributes of a class that lead to rows with a key of this one."""
    held: dict[str, Others] | None = cls.data.get("storm others")
    if held is None:
        held = cls.data["storm others"] = {}
        for name, call, owner in mapped.fields(interpreter, cls, ONE, MANY):
            remote = _class_of(interpreter, owner, given(call, 1, "remote_key", "remote_key1"))
            single = name_of(call.function) == ONE
            if remote is None or (single and not _is_on_remote(interpreter, owner, call)):
                continue
            beyond = None if single else _class_of(interpreter, owner, given(call, BETWEEN, "local_key2"))
            between = _table(interpreter, remote) if beyond is not None else None
            held[name] = Others(beyond or remote, between, single)
    return held


def _is_on_remote(interpreter: Interpreter, owner: ClassInfo, call: code.Call) -> bool:
    """`Reference(id, Profile.person_id, on_remote=True)`: the key is the other row's."""
    node = given(call, 2, "on_remote")
    return node is not None and truth(interpreter.class_evaluator(owner).evaluate(node)) is True


def _class_of(interpreter: Interpreter, owner: ClassInfo, node: code.Expression | None) -> ClassInfo | None:
    """The class of a column: of `"Customer.id"`, `Customer.id`, or the first of several columns."""
    if node is None:
        return None
    if type(node) is CONSTANT:
        return _named(interpreter, owner, node.value) if isinstance(node.value, str) else None
    value = interpreter.class_evaluator(owner).evaluate(node)
    for one in members(value) or (value,):
        for dotted in strings(one):
            return _named(interpreter, owner, dotted)
        for atom in one:
            if isinstance(atom, Instance) and atom.model is not None:
                return atom.model
    return None


def _named(interpreter: Interpreter, owner: ClassInfo, dotted: str) -> ClassInfo | None:
    """The class that `"Customer.id"` or `"shop.models.Customer.id"` names: the nearest, where several are called so."""
    path = dotted.rpartition(".")[0].lower()  # Storm itself finds properties by names in small letters
    last = path.rpartition(".")[2]
    held = [
        one
        for one in interpreter.program.classes
        if one.name.lower() == last and not one.library and interpreter.classes.is_subclass(one, STORM)
    ]
    told = [one for one in held if one.dotted.lower().endswith(f".{path}")] if "." in path else []
    near = [one for one in held if one.module is owner.module]
    return next(iter(told or near or held), None)


MAPPER: Final = Mapper(STORM, _table, _relations)


def records(interpreter: Interpreter) -> Records:
    """Storm's classes."""
    return mapped.records(interpreter, MAPPER)


NEEDS: Final = ("storm",)


def described(interpreter: Interpreter) -> Iterator[Table | ForeignKey]:
    """The tables and keys of Storm's classes."""
    yield from records(interpreter).described()


def column(interpreter: Interpreter, cls: ClassInfo, name: str) -> ClassInfo | None:
    """The class of properties or references that an attribute of a mapped class is one of."""
    made = interpreter.library_class(COLUMN)
    for atom in interpreter.classes.lookup(cls, name)[1] if made is not None else ():
        if isinstance(atom, Instance) and made is not None and interpreter.classes.derives(atom.cls, made):
            return atom.cls
    return None
