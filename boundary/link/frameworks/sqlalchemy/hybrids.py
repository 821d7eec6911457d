"""What does a hybrid property say in a query?  What its expression asks, or its own function on the class.

    @hybrid_property
    def count(self): return len(self.lines)
    @count.expression  # or `count.inplace.expression`, under another name
    def count(cls): return select(func.count(Line.id)).where(Line.order_id == cls.id).scalar_subquery()

On an object it is a property; what sets it may have another name, too (`@count.inplace.setter`). `Order.count` of a
mapped class is an expression, whatever becomes of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.domain.asking import known
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Function, Instance, Wrapped
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.sqlalchemy.models import BASE, mappings
from boundary.link.frameworks.sqlalchemy.rows import attribute
from boundary.link.syntax.kinds import ATTRIBUTE, FUNCTION
from boundary.link.syntax.walking import dotted_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Atom, ClassAtom, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.protocol import Handler, NativeCall

COMPARATOR: Final = "sqlalchemy.ext.hybrid.Comparator"
"""A class whose objects are compared in queries as the columns that they are made of."""
STATE: Final = "sqlalchemy hybrids"
INPLACE: Final = "hybrid inplace"
ASKED: Final = frozenset({"comparator", "expression"})
"""What says what a hybrid is in a query."""
SETTING: Final = frozenset({"deleter", "setter"})
BESIDE: Final = frozenset({"bulk_dml_setter", "update_expression"})
"""What says how statements about many rows set it."""
NAMED: Final = "sqlalchemy hybrid expressions"
"""Whether the expressions of a class that have names of their own are known."""


def hybrid(call: NativeCall) -> Value:
    """`@hybrid_property`, `hybrid_property(get, set, delete, expression)`."""
    held, setter = call.first, call.arguments.get(1, "fset")
    extra = next((atom for atom in setter or () if isinstance(atom, Function)), None)
    _expressions(call.interpreter).setdefault(held, call.arguments.get(3, "expr") or held)
    return call.atoms.wrapped("property", held, extra)


def wrapped_attribute(evaluator: Evaluator, atom: Wrapped, name: str, line: int) -> Value | None:
    """`count.expression`, `count.inplace`."""
    del line
    if atom.kind not in {"property", INPLACE} or atom.inner not in _expressions(evaluator.interpreter):
        return None
    if name == "inplace":
        return evaluator.atoms.wrapped(INPLACE, atom.inner, atom)
    if name in SETTING and atom.kind == INPLACE:
        return evaluator.atoms.native("sqlalchemy.hybrid.setting", atom)
    if name in BESIDE:
        return evaluator.atoms.native("sqlalchemy.hybrid.beside", atom)
    return evaluator.atoms.native("sqlalchemy.hybrid.expression", atom) if name in ASKED else None


def expression(call: NativeCall) -> Value:
    """`@count.expression`, `@count.comparator`: the property as it was; the function asks the class."""
    held = join(atom.inner if isinstance(atom, Wrapped) else atom.alone for atom in call.first)
    _expressions(call.interpreter)[call.receiver.inner] = held
    return beside(call)


def beside(call: NativeCall) -> Value:
    """`@count.update_expression`: the property as it was."""
    return call.receiver.alone if call.receiver.kind == "property" else UNKNOWN


def setting(call: NativeCall) -> Value:
    """`@count.inplace.setter`: the function as it is; the property finds it (`Owners.store`)."""
    return call.first


def _expressions(interpreter: Interpreter) -> dict[Value, Value]:
    """By what a hybrid property does on objects: what it does on classes."""
    found: dict[Value, Value] = interpreter.frameworks.state.setdefault(STATE, {})
    return found


class Owners(Hook):
    """Mapped classes."""

    base = BASE

    def class_attribute(self, evaluator: Evaluator, atom: ClassAtom, name: str, line: int) -> Value | None:
        """`Order.count`."""
        interpreter = evaluator.interpreter
        mapping = mappings(interpreter).by_class.get(atom.cls) if not name.startswith("__") else None
        if mapping is None:
            return None
        owner, held = interpreter.classes.lookup(atom.cls, name)
        known_ones = _expressions(interpreter)
        found = [one for one in held if isinstance(one, Wrapped) and one.kind == "property" and one.inner in known_ones]
        if owner is None or not found:
            return None
        _named(interpreter, owner)
        asked = [interpreter.attributes.bound(one, atom) for each in found for one in known_ones[each.inner]]
        given = interpreter.calls.call(evaluator, join(asked), NO_ARGUMENTS, line)
        compares = any(
            isinstance(one, Instance) and interpreter.classes.is_subclass(one.cls, COMPARATOR) for one in given
        )
        if known(given) and not compares:
            return given
        return attribute(evaluator, atom.cls, name, frozenset(mapping.tables))

    def store(self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int) -> bool:
        """`order.count = 3`, where what sets it stands in the class under a name of its own."""
        owner, held = evaluator.interpreter.classes.lookup(atom.cls, name)
        if owner is None or not any(_is_without_setter(one) for one in held):
            return False
        for called in _setters(owner, name):
            setters = evaluator.interpreter.classes.lookup(owner, called)[1]
            bound = join(evaluator.interpreter.attributes.bound(one, atom) for one in setters)
            evaluator.interpreter.calls.call(evaluator, bound, Arguments((value,)), line)
            return True
        return False


def _is_without_setter(atom: Atom) -> bool:
    return isinstance(atom, Wrapped) and atom.kind == "property" and not isinstance(atom.extra, Function)


def _setters(owner: ClassInfo, name: str) -> Iterator[str]:
    """The functions of a class that set a property: those below `@name.inplace.setter`."""
    for called, bindings in owner.bindings.items():
        for one in bindings:
            for each in one.statement.decorators if type(one.statement) is FUNCTION else ():
                if dotted_name(each) == f"{name}.inplace.setter":
                    yield called


def _named(interpreter: Interpreter, owner: ClassInfo) -> None:
    """Evaluate the expressions that stand in a class under names of their own: `@count.inplace.expression`."""
    if NAMED in owner.data:
        return
    owner.data[NAMED] = True
    for name, bindings in owner.bindings.items():
        for one in bindings:
            decorators = one.statement.decorators if type(one.statement) is FUNCTION else ()
            if any(type(each) is ATTRIBUTE and each.name == "expression" for each in decorators):
                interpreter.classes.lookup(owner, name)


NATIVES: Final[dict[str, Handler]] = {
    "sqlalchemy.ext.hybrid.hybrid_property": hybrid,
    "sqlalchemy.hybrid.beside": beside,
    "sqlalchemy.hybrid.expression": expression,
    "sqlalchemy.hybrid.setting": setting,
}
HOOKS: Final = (Owners(),)
