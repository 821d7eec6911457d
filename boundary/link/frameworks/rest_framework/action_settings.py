"""What does an action say of the view that answers with it?  `@action(detail=True, serializer_class=JoinSerializer)`.

The router hands what the decorator is given to `as_view()`: while the view answers with this action, the attributes of
its class are these.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import Function
from boundary.link.frameworks.rest_framework.mapped_actions import mapped
from boundary.link.syntax.kinds import CALL, FUNCTION

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.model import code

ANSWER: Final = "what its actions say"
ACTION: Final = "rest_framework.decorators.action"
DETAIL: Final = "detail"
"""Every action says whether it is one of a row."""
OF_ROUTES: Final = frozenset({DETAIL, "methods", "url_path", "url_name", "name", "suffix", "description"})
"""What the decorator keeps for the router: nothing that a view does hangs on it."""


def says(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether any action of a class, or of one that it extends, says something of its view."""
    return bool(_said(interpreter, cls))


def said(interpreter: Interpreter, cls: ClassInfo, action: str, name: str) -> Value | None:
    """What an attribute of a view is while it answers with an action; None where the action does not say."""
    found: list[Value] = []
    for owner, decorator in _said(interpreter, cls).get(action, ()):
        given = [keyword.value for keyword in decorator.keywords if keyword.name == name]
        evaluator = interpreter.class_evaluator(owner)
        if given and any(_is_action(one) for one in evaluator.evaluate(decorator.function)):
            found.extend(evaluator.evaluate(one) for one in given)
    return join(found) if found else None


def _said(interpreter: Interpreter, cls: ClassInfo) -> dict[str, list[tuple[ClassInfo, code.Call]]]:
    """The decorators that look as if they said something of the view, by the names of the methods that they mark."""
    known: dict[str, list[tuple[ClassInfo, code.Call]]] | None = cls.answers.get(ANSWER)
    if known is None:
        known = {}
        for owner in interpreter.classes.mro(cls):
            for name, bindings in owner.bindings.items() if not owner.library else ():
                if name in known:
                    continue
                held = [
                    (owner, decorator)
                    for binding in bindings
                    if type(binding.statement) is FUNCTION
                    for decorator in binding.statement.decorators
                    if type(decorator) is CALL and _says_more(decorator)
                ]
                if held:
                    known[name] = held
        known.update({name: known[action] for name, action in mapped(interpreter, cls).items() if action in known})
        cls.answers[ANSWER] = known
    return known


def _says_more(decorator: code.Call) -> bool:
    """Whether a decorator is called as `@action` is, with something for the view."""
    names = {keyword.name for keyword in decorator.keywords if keyword.name is not None}
    return DETAIL in names and not names <= OF_ROUTES


def _is_action(atom: object) -> bool:
    return isinstance(atom, Function) and atom.function.dotted == ACTION
