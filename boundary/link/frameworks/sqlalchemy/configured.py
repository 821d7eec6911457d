"""What runs once a class is mapped?  `__declare_first__`, `__declare_last__`, and who listens to mappers.

A mixin that stamps rows (`event.listen(cls, "before_update", cls.stamp)`) does it there, for each class below it. Who
listens to all mappers (`@event.listens_for(Mapper, "mapper_configured")`) mostly keeps a list of some of the classes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.frameworks.sqlalchemy.mappers import mapper_of
from boundary.link.frameworks.sqlalchemy.models import mappings

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter

CALLED: Final = ("__declare_first__", "__declare_last__")
MAPPED: Final = frozenset(
    {"instrument_class", "after_mapper_constructed", "before_mapper_configured", "mapper_configured"}
)
"""Events of which a listener is told with the mapper and the class."""
WAITING: Final = "sqlalchemy mapped"


def start(interpreter: Interpreter) -> None:
    """Call them, for each mapped class that has one of its own or from a mixin; not for those of its parents."""
    if not interpreter.frameworks.follows_work:
        return
    index = mappings(interpreter)
    for function, above in interpreter.frameworks.state.pop(WAITING, ()):
        _tell(interpreter, function, above)
    for mapping in list(index.by_class.values()):
        if mapping.cls.library:
            continue
        for name in CALLED:
            owner = declaring(interpreter, mapping.cls, name)
            if owner is not None:
                evaluator = interpreter.class_evaluator(owner)
                held = interpreter.attributes.get(evaluator, interpreter.atoms.class_(mapping.cls), name, 0)
                interpreter.calls.call(evaluator, held, NO_ARGUMENTS, 0)


def declaring(interpreter: Interpreter, cls: ClassInfo, name: str) -> ClassInfo | None:
    """Which class gives a mapped class one of these: itself, or a mixin that is not mapped."""
    by_class = mappings(interpreter).by_class
    for owner in interpreter.classes.mro(cls):
        if owner.library or (owner is not cls and owner in by_class):
            continue
        if name in owner.bindings:
            return owner
    return None


def listen(interpreter: Interpreter, function: Value, above: ClassInfo | None) -> None:
    """Tell a listener of each mapped class, or of those below one; it waits where they are still being found."""
    if mappings(interpreter).built:
        _tell(interpreter, function, above)
    else:
        interpreter.frameworks.state.setdefault(WAITING, []).append((function, above))


def _tell(interpreter: Interpreter, function: Value, above: ClassInfo | None) -> None:
    for mapping in list(mappings(interpreter).by_class.values()):
        cls = mapping.cls
        if not cls.library and (above is None or above in interpreter.classes.mro(cls)):
            evaluator = interpreter.class_evaluator(cls)
            given = Arguments((mapper_of(evaluator, cls), interpreter.atoms.class_(cls)))
            interpreter.calls.call(evaluator, function, given, 0)
