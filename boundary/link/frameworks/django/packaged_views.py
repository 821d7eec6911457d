"""Which view of a package answers?  `path("new/", CreateView.as_view(model=Order))`: each is told its own model.

No class of the project stands between them: one object for all would write the tables of each where any is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.skeleton_objects import Distinct

if TYPE_CHECKING:
    from collections.abc import Hashable

    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Instance, Value
    from boundary.link.evaluator.evaluation import Evaluator

VIEW: Final = "django.views.generic.base.View"


class PackagedViews(Distinct):
    """Views that `as_view` makes of a package's class, each of what it is given."""

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`cls(**initkwargs)` in what `as_view` gives."""
        if not cls.library or evaluator.context.closure is None or not arguments.keywords:
            return None
        return super().construct(evaluator, cls, arguments, line)

    def site(self, evaluator: Evaluator, arguments: Arguments, line: int) -> Hashable:
        """The closure that `as_view` gave: each has a view of its own."""
        del arguments, line
        made_in = evaluator.context.closure
        return ("made", "view", made_in.number if made_in is not None else 0)

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`self.fields`: what it is given, and not what its class says where nothing is."""
        return super().attribute(evaluator, atom, name, line) if atom.apart else None

    def store(self, evaluator: Evaluator, atom: Instance, name: str, value: Value, line: int) -> bool:
        """What `__init__` makes of the keywords."""
        return atom.apart and super().store(evaluator, atom, name, value, line)


HOOKS: Final = (PackagedViews(VIEW),)
