"""What runs once a class is mapped?  `__declare_first__` and `__declare_last__`, which mostly register listeners.

A mixin that stamps rows (`event.listen(cls, "before_update", cls.stamp)`) does it there, for each class below it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.arguments import NO_ARGUMENTS
from boundary.link.frameworks.sqlalchemy_models import mappings

if TYPE_CHECKING:
    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ClassInfo

CALLED: Final = ("__declare_first__", "__declare_last__")


def start(interpreter: Interpreter) -> None:
    """Call them, for each mapped class that has one of its own or from a mixin; not for those of its parents."""
    if not interpreter.frameworks.follows_work:
        return
    index = mappings(interpreter)
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
