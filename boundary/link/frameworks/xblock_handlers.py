"""What of a block of Open edX do requests come to?  Its views, and the handlers that it or its mixins mark.

    class Counted:
        @XBlock.json_handler
        def count(self, data, suffix=""): ...
    class Poll(Counted, XBlock):
        def student_view(self, context=None): ...

Each block has the handlers of all its mixins: what these ask of `self` is there in the block alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.entry_points import enter, is_first
from boundary.link.frameworks.skeletons import decorators_of
from boundary.link.syntax.kinds import ATTRIBUTE
from boundary.link.syntax.walking import last_name

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code

BLOCK: Final = "xblock.core.XBlock"
ENTERED: Final = "blocks are entered"
VIEWS: Final = ("student_view", "public_view", "studio_view", "author_view")
MARKS: Final = frozenset({"handler", "json_handler"})


def finish(interpreter: Interpreter) -> bool:
    """Enter the blocks of the project."""
    block = interpreter.library_class(BLOCK) if interpreter.frameworks.imports("xblock") else None
    if block is None or not is_first(interpreter, ENTERED):
        return False
    for cls in [one for one in interpreter.classes.below(block) if not one.library]:
        evaluator, value = interpreter.module_evaluator(cls.module), interpreter.atoms.instance(cls)
        for name in _answering(interpreter, cls):
            method = interpreter.attributes.get(evaluator, value, name, 0)
            enter(interpreter, "route", f"{cls.name}.{name}", method, cls)
    return True


def _answering(interpreter: Interpreter, cls: ClassInfo) -> list[str]:
    """The names of the views and handlers of a block."""
    found: dict[str, None] = {}
    for owner in interpreter.classes.mro(cls):
        if not owner.library:
            for name, bindings in owner.bindings.items():
                if name in VIEWS or any(_marks(one) for one in decorators_of(bindings)):
                    found[name] = None
    return list(found)


def _marks(decorator: code.Expression) -> bool:
    """`XBlock.handler`, `core.XBlock.json_handler`."""
    return type(decorator) is ATTRIBUTE and decorator.name in MARKS and last_name(decorator.value) == "XBlock"
