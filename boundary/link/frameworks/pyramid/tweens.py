"""What runs around the views of Pyramid?  Tweens: a factory is handed what answers a request, and gives what asks it.

`config.add_tween("shop.tweens.session_tween_factory")` is told of `def session_tween_factory(handler, registry)`; the
function that this returns, or the object, is called with each request, and calls `handler(request)` for the view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.values import UNKNOWN, ClassAtom, Function, by_age
from boundary.link.frameworks.entry_functions import register
from boundary.link.frameworks.entry_points import ANSWER
from boundary.link.frameworks.pyramid.requests import CONFIGURATOR
from boundary.link.frameworks.pyramid.told import told

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def added(call: NativeCall) -> Value:
    """`config.add_tween("shop.tweens.session_tween_factory")`."""
    handler = call.atoms.native(ANSWER, None)
    for atom in by_age(told(call, 0, "tween_factory")):
        if isinstance(atom, (ClassAtom, Function)):
            given = Arguments((handler, UNKNOWN))
            tween = call.interpreter.calls.call(call.evaluator, atom.alone, given, call.line)
            register(call.interpreter, "middleware", "", tween)
    return call.atoms.none


NATIVES: Final[dict[str, Handler]] = {f"{CONFIGURATOR}.add_tween": added}
