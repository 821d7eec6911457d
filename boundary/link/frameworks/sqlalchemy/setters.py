"""Which properties are set where the names are not known?  `Order(**data)` sets any of them that has a setter.

A constructor takes what the class has, hybrid properties and Python's among it; so does `setattr(order, name, value)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import Function, Wrapped
from boundary.link.syntax.kinds import ATTRIBUTE
from boundary.model import code

if TYPE_CHECKING:
    from collections.abc import Collection

    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Instance, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.syntax.scopes import Binding

KEY: Final = "sqlalchemy setters"


def set_any(evaluator: Evaluator, atom: Instance, value: Value, line: int, *, given: Collection[str] = ()) -> None:
    """Run the setters of an object, but those of names that are given besides."""
    for name in settable(evaluator, atom.cls):
        if name not in given:
            with evaluator.believed("inferred"):
                evaluator.interpreter.stores.set(evaluator, atom.alone, name, value, line)


def settable(evaluator: Evaluator, cls: ClassInfo) -> tuple[str, ...]:
    """The properties of a class that have a setter, by their names."""
    found: tuple[str, ...] | None = cls.data.get(KEY)
    if found is None:
        classes = evaluator.interpreter.classes
        named = {
            name: None
            for base in classes.mro(cls)
            if not base.library
            for name, bindings in base.bindings.items()
            if any(_is_property(one) for one in bindings)
        }
        found = cls.data[KEY] = tuple(
            name
            for name in named
            if any(isinstance(one, Wrapped) and isinstance(one.extra, Function) for one in classes.lookup(cls, name)[1])
        )
    return found


def _is_property(binding: Binding) -> bool:
    """Whether a statement may give a property its setter: `@total.setter`, `total = property(get, set)`."""
    match binding.statement:
        case code.Function(decorators=decorators):
            return any(type(one) is ATTRIBUTE and one.name == "setter" for one in decorators)
        case code.Assign(value=code.Call(function=code.Name(id="property"))):
            return True
    return False
