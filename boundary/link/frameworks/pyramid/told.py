"""What is a configurator handed?  A function, a class or an object, or the dotted text that names it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM
from boundary.link.frameworks.django.settings import absolute

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.protocol import Handler, NativeCall


def told(call: NativeCall, at: int, name: str) -> Value:
    """What stands there itself, and what its text means: `shop.orders.make`, `.orders.make`, `shop.orders:make`."""
    given = call.arguments.get(at, name) or BOTTOM
    package = call.evaluator.module.package
    found = [call.interpreter.names.at(absolute(one.replace(":", "."), package)) or BOTTOM for one in strings(given)]
    return join([given, *found])


NATIVES: Final[dict[str, Handler]] = {}
