"""Which object does a container of dependencies give?  One of the class that it is asked for, or of one below it.

`injector.get(Service)`, `container.resolve(Service)`, `svcs.flask.get(Service)`, `inject.attr(Service)`: what the class
is made with is what the annotations of its constructor say. Providers that are told how (dependency-injector) are a
skeleton.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, ClassAtom

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.domain.values import External, Value
    from boundary.link.evaluator.evaluation import Evaluator

CONTAINERS: Final = frozenset(
    {
        *("aioinject", "dishka", "flask_injector", "inject", "injector", "kink", "lagom"),
        *("punq", "rodi", "svcs", "that_depends", "wired", "wireup"),
    }
)
GIVING: Final = frozenset(
    {
        "get",
        "aget",
        "resolve",
        "aresolve",
        "async_resolve",
        "resolve_sync",
        "get_instance",
        "instance",
        "attr",
        "attr_dc",
    }
)


def external(evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:
    """A call of something of such a package with a class of the project."""
    del line
    package, _, rest = atom.dotted.partition(".")
    if package not in CONTAINERS or rest.rpartition(".")[2] not in GIVING:
        return None
    asked = [one.cls for one in arguments.get(0, "cls") or BOTTOM if isinstance(one, ClassAtom) and not one.cls.library]
    return join(evaluator.atoms.instance(cls, exact=False) for cls in asked) or None


TOLD_OF: Final = tuple(sorted(CONTAINERS))
