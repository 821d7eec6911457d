"""What does a bare name suggest where Storm is used?  A `store`; `order` and `orders` of the one class called `Order`.

A method that one mapped class has, and no other class of the project, is called on a row of it.

Evidence of last resort, as in `naming.py`: what hangs on it is marked as guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import BOTTOM
from boundary.link.frameworks.naming import COMMON, SHORTEST, bound, name_of, rows_called
from boundary.link.frameworks.storm.models import records
from boundary.link.frameworks.storm.stores import STORE
from boundary.link.frameworks.zope.components import INTERFACE
from boundary.link.syntax.kinds import ATTRIBUTE, FUNCTION

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code

STORES: Final = frozenset({"store", "_store"})


def named(evaluator: Evaluator, node: code.Expression) -> Value:
    """A store, or rows of the one class that an expression is called after."""
    if evaluator.module.library:
        return BOTTOM
    name = name_of(node)
    if name is None:
        return BOTTOM
    if name in STORES:
        made = evaluator.interpreter.library_class(STORE)
        return evaluator.atoms.instance(made, guessed=True) if made is not None else BOTTOM
    return rows_called(evaluator, name, records(evaluator.interpreter).named, lambda record: record.cls)


def guessed(evaluator: Evaluator, node: code.Call) -> Value:
    """The method that a call on something unknown means."""
    if type(node.function) is not ATTRIBUTE or evaluator.module.library:
        return BOTTOM
    name = node.function.name
    if name in COMMON or name.startswith("_") or len(name) < SHORTEST:
        return BOTTOM
    owner = owners(evaluator.interpreter).get(name)
    if owner is None:
        return BOTTOM
    (row,) = evaluator.atoms.instance(owner, exact=False, guessed=True, stored=True)
    return bound(evaluator, evaluator.interpreter.classes.own(owner, name), row)


def owners(interpreter: Interpreter) -> dict[str, ClassInfo | None]:
    """The one class that defines a method, by the method's name; None where several do, or one that is not mapped."""
    held: dict[str, ClassInfo | None] | None = interpreter.frameworks.state.get("storm methods")
    if held is None:
        held = interpreter.frameworks.state["storm methods"] = {}
        for cls in list(interpreter.program.classes):
            if cls.library or INTERFACE in cls.externals:
                continue
            mapped = records(interpreter).of(cls) is not None
            for name, bindings in cls.bindings.items():
                if type(bindings[-1].statement) is FUNCTION:
                    held[name] = cls if mapped and name not in held else None
    return held


NEEDS: Final = ("storm",)
