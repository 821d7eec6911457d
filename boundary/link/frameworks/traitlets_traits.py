"""What do the attributes of traitlets hold?  Of `orders = Instance(Orders)`, what `@default("orders")` makes.

A default is made when the attribute is first read, and a method that is decorated with `@observe("orders")` runs when
it is set. Both may go by their names instead (`_orders_default`, `_orders_changed`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.domain.values import BOTTOM, UNKNOWN
from boundary.link.frameworks.naming import name_of
from boundary.link.frameworks.protocol import Hook
from boundary.link.syntax.kinds import CALL, CONSTANT, FUNCTION

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Instance, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code

HAS_TRAITS: Final = "traitlets.HasTraits"


class TraitsHook(Hook):
    """Objects with traits."""

    base = HAS_TRAITS

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`self.orders`: what was stored, and what the method for its default makes."""
        made = BOTTOM
        for method in methods_for(evaluator.interpreter, atom.cls, "default", name)[:1]:
            made = evaluator.interpreter.objects.method(evaluator, atom.alone, method, line, NO_ARGUMENTS) or BOTTOM
        return evaluator.interpreter.attributes.stored(evaluator, atom, name) | made if made else None

    def store(self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int) -> bool:
        """`self.orders = orders`: those who observe it are told."""
        del value
        for method in methods_for(evaluator.interpreter, atom.cls, "observe", name):
            evaluator.interpreter.objects.method(evaluator, atom.alone, method, line, Arguments((UNKNOWN,)))
        return False


def methods_for(interpreter: Interpreter, cls: ClassInfo, decorator: str, name: str) -> list[str]:
    """The methods of a class that are decorated for a trait, the nearest first."""
    held: dict[tuple[str, str], list[str]] | None = cls.answers.get("methods for traits")
    if held is None:
        held = cls.answers["methods for traits"] = {}
        for one in interpreter.classes.mro(cls):
            for key in () if one.library else decorated(one):
                if key[2] not in held.setdefault(key[:2], []):
                    held[key[:2]].append(key[2])
    return held.get((decorator, name), [])


def decorated(cls: ClassInfo) -> list[tuple[str, str, str]]:
    """What the methods in a class body are for: the decorator, the trait, the method."""
    found = []
    for method, bindings in cls.bindings.items():
        for binding in bindings:
            if type(binding.statement) is not FUNCTION:
                continue
            for word, ending in (("default", "_default"), ("observe", "_changed")):
                if method.startswith("_") and method.endswith(ending):
                    found.append((word, method[1:].removesuffix(ending), method))
            for one in binding.statement.decorators:
                called = name_of(one.function) if type(one) is CALL else None
                if type(one) is CALL and called in {"default", "observe"}:
                    found.extend((called, trait, method) for trait in constants(one))
    return found


def constants(call: code.Call) -> list[str]:
    """The texts that a decorator is given."""
    return [one.value for one in call.arguments if type(one) is CONSTANT and isinstance(one.value, str)]


HOOKS: Final = (TraitsHook(),)
