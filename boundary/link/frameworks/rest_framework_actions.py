"""Which action does a viewset answer with?  `self.action` says it, and much hangs on that: the serializer, the rows.

`get_serializer_class` that asks `if self.action in ["create", "update"]` gives another serializer for each, and what
one action writes is nothing that another one does. So a view whose class asks is kept apart by its action.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.protocol import Hook
from boundary.link.values import UNKNOWN, Instance, strings
from boundary.model import code

if TYPE_CHECKING:
    from boundary.link.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.interpreter import Interpreter
    from boundary.link.symbols import ClassInfo
    from boundary.link.values import Value

WORD: Final = "__in_action__"
ASKED: Final = "action"
ANSWER: Final = "asks for its action"


class ActionHook(Hook):
    """Viewsets, and the classes below."""

    base = "rest_framework.viewsets.ViewSetMixin"

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`self.action` of a view that is in one, and the word by which the skeleton puts it there."""
        del line
        if name == ASKED and isinstance(atom.site, tuple) and atom.site[0] == ASKED:
            return evaluator.atoms.constant(atom.site[1])
        return evaluator.atoms.native(WORD, atom) if name == WORD else None


def in_action(call: NativeCall) -> Value:
    """`self.__in_action__(name)`: the same view while it answers with an action."""
    names = strings(call.first)
    if not isinstance(call.receiver, Instance):
        return UNKNOWN
    return acting(call.interpreter, call.receiver, names.pop()) if len(names) == 1 else call.receiver.alone


def acting(interpreter: Interpreter, view: Instance, action: str) -> Value:
    """A view while it answers with an action, where its class asks for that."""
    if view.site is not None or not _asks(interpreter, view.cls):
        return view.alone
    return interpreter.atoms.instance(view.cls, exact=view.exact, site=(ASKED, action))


def _asks(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether a method that the project writes for a class, or for one that it extends, mentions the action."""
    known = cls.answers.get(ANSWER)
    if known is None:
        known = cls.answers[ANSWER] = any(
            ASKED in interpreter.bodies.names(binding.statement)
            for owner in interpreter.classes.mro(cls)
            if not owner.library
            for bindings in owner.bindings.values()
            for binding in bindings
            if isinstance(binding.statement, code.Function)
        )
    return bool(known)


NATIVES: Final[dict[str, Handler]] = {WORD: in_action}
HOOKS: Final = [ActionHook()]
