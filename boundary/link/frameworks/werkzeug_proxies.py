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
        if name.startswith("__") or not isinstance(atom.site, tuple) or atom.site[:1] != (PROXIED,):
            return None
        held = evaluator.interpreter.calls.call(evaluator, atom.site[1], NO_ARGUMENTS, line)
        found = frozenset(one for one in held if one is not atom)
        return evaluator.interpreter.attributes.get(evaluator, found, name, line) if found else None


HOOKS: Final = (ProxyHook(),)
