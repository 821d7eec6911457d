"""Which method does the verb of a request choose?  `getattr(step, request.method.lower(), not_allowed)(request)`.

Nothing is known of the text, but that it is a verb: those of them are meant that the object has methods for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import Instance
from boundary.link.syntax.kinds import ASSIGN, ATTRIBUTE, CALL, NAME
from boundary.link.syntax.scopes import flat
from boundary.link.syntax.walking import given

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import NativeCall
    from boundary.model import code

VERBS: Final = ("get", "post", "put", "patch", "delete", "head", "options")
LOWER: Final = frozenset({"lower", "casefold"})
METHOD: Final = "method"


def chosen(call: NativeCall, holder: Value) -> Iterator[Value]:
    """The methods of what `getattr` is asked of that a verb may choose; none where its name is no verb."""
    written = call.evaluator.calling
    name = given(written, 1) if written is not None else None
    if name is None or not _is_verb(call, name):
        return
    classes, attributes = call.interpreter.classes, call.interpreter.attributes
    for verb in VERBS:
        having = frozenset(
            one for one in holder if isinstance(one, Instance) and classes.lookup(one.cls, verb)[0] is not None
        )
        if having:
            yield attributes.get(call.evaluator, having, verb, call.line)


def _is_verb(call: NativeCall, node: code.Expression) -> bool:
    """`request.method.lower()`, or a variable that is given that."""
    if type(node) is not NAME:
        return _is_lowered(node)
    function = call.evaluator.context.function
    statements = flat(function.body) if function is not None else []
    return any(
        type(one) is ASSIGN
        and one.value is not None
        and _is_lowered(one.value)
        and any(type(target) is NAME and target.id == node.id for target in one.targets)
        for one in statements
    )


def _is_lowered(node: code.Expression) -> bool:
    if type(node) is not CALL or type(node.function) is not ATTRIBUTE or node.function.name not in LOWER:
        return False
    text = node.function.value
    return (type(text) is ATTRIBUTE and text.name == METHOD) or (type(text) is NAME and text.id == METHOD)
