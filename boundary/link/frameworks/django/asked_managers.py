"""Which managers do models have of bases that are not read?  Those that code asks for rows, or has make some.

`Order.cached.get_or_create(number=1)`, where `class Order(cachemodel.CacheModel)`: whatever else the base gives, what
is asked so is a manager of the model. The package may do more with it, so it is guessed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.django.managers import manager_for
from boundary.link.syntax.kinds import ATTRIBUTE, CALL, NAME
from boundary.link.syntax.walking import nodes_in

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter

ASKING: Final = frozenset(
    {"bulk_create", "create", "exclude", "filter", "get_or_create", "select_for_update", "select_related"}
    | {"update_or_create"}
)
"""What nothing but a manager, or a queryset, is asked by way of a class."""
NAMED: Final = "names of managers"


def asked(evaluator: Evaluator, cls: ClassInfo, name: str) -> Value | None:
    """The manager that a model has under a name that only a base which is not read can have given it."""
    interpreter = evaluator.interpreter
    if name.startswith("__") or not any(one.externals for one in interpreter.classes.mro(cls)):
        return None
    return manager_for(evaluator, cls, guessed=True) if name in _names(interpreter) else None


def _names(interpreter: Interpreter) -> frozenset[str]:
    """The names by which the project asks classes for such a thing (found once)."""
    held: frozenset[str] | None = interpreter.frameworks.state.get(NAMED)
    if held is None:
        found: set[str] = set()
        for module in list(interpreter.program.modules.values()):
            for node in nodes_in(module.body) if not module.library else ():
                function = node.function if type(node) is CALL else None
                manager = function.value if type(function) is ATTRIBUTE and function.name in ASKING else None
                if type(manager) is ATTRIBUTE and type(manager.value) is NAME and manager.value.id[0].isupper():
                    found.add(manager.name)
        held = interpreter.frameworks.state[NAMED] = frozenset(found)
    return held
