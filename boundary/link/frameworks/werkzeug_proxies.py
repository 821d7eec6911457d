"""What does a proxy stand for whose function gives nothing yet?  What it gives when the proxy is used.

`store = LocalProxy(lambda: current_app.extensions["store"])` stands at the top of a module, long before an application
is made and an extension is put into it. Each proxy keeps its function for itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS
from boundary.link.domain.values import BOTTOM, Instance
from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator

PROXIED: Final = "werkzeug.local.Proxied"


class ProxyHook(Hook):
    """What is asked of a proxy is asked of what its function gives."""

    base = PROXIED

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`LocalProxy(function)`."""
        del line
        return evaluator.atoms.instance(cls, site=(PROXIED, arguments.get(0, "local") or BOTTOM))

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`store.orders`, `store.create()`."""
        found = BOTTOM if name.startswith("__") else proxied(evaluator, atom, line)
        return evaluator.interpreter.attributes.get(evaluator, found, name, line) if found else None

    def store(self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int) -> bool:
        """`current_user.name = "x"`."""
        found = proxied(evaluator, atom, line)
        evaluator.interpreter.stores.set(evaluator, found, name, value, line)
        return bool(found)


def proxied(evaluator: Evaluator, atom: Instance, line: int) -> Value:
    """What a proxy stands for at a line."""
    if not isinstance(atom.site, tuple) or atom.site[:1] != (PROXIED,):
        return BOTTOM
    held = evaluator.interpreter.calls.call(evaluator, atom.site[1], NO_ARGUMENTS, line)
    return frozenset(one for one in held if one is not atom)


HOOKS: Final = (ProxyHook(),)
