"""What is in an attribute that `Prefetch("lines", queryset, to_attr="open_lines")` fills?  The rows of its queryset.

The rows of every model have it then: which model is prefetched for is said elsewhere, and the name is chosen for one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.django_lookups import looked_up
from boundary.link.frameworks.protocol import Hook
from boundary.link.values import UNKNOWN, Instance, join, strings

if TYPE_CHECKING:
    from boundary.link.evaluation import Evaluator
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.values import Value

CELL: Final = "prefetched"


def prefetched(call: NativeCall) -> Value:
    """`Prefetch(lookup, queryset=None, to_attr=None)`."""
    rows = join(
        call.atoms.instance(atom.model, guessed=atom.guessed, stored=True)
        for atom in call.arguments.get(1, "queryset") or ()
        if isinstance(atom, Instance) and atom.model is not None
    )
    for name in strings(call.arguments.get(2, "to_attr") or UNKNOWN):
        call.interpreter.write((CELL, name), call.atoms.container("list", rows or UNKNOWN))
    return looked_up(call)


class Rows(Hook):
    """Rows have what was prefetched for them."""

    base = "django.db.models.base.Model"

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`order.open_lines`."""
        del atom, line
        return evaluator.interpreter.read((CELL, name), evaluator.context) or None


HOOKS: Final = (Rows(),)
NATIVES: Final[dict[str, Handler]] = {"django.db.models.Prefetch": prefetched}
