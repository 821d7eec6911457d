"""Which view of a package answers?  `path("new/", CreateView.as_view(model=Order))`: each is told its own model.

No class of the project stands between them: one object for all would write the tables of each where any is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Instance, Value
    from boundary.link.evaluator.evaluation import Evaluator

VIEW: Final = "django.views.generic.base.View"
GIVEN: Final = "what views of packages are given"


class PackagedViewHook(Hook):
    """Views that `as_view` makes of a package's class, each of what it is given."""

    base = VIEW

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`cls(**initkwargs)` in what `as_view` gives."""
        made_in = evaluator.context.closure
        if not cls.library or made_in is None or not arguments.keywords:
            return None
        cls.data["instantiated"] = True
        view = evaluator.atoms.instance(cls, site=("made", cls.dotted, made_in.number))
        (atom,) = view
        evaluator.interpreter.frameworks.state.setdefault(GIVEN, {})[atom] = dict(arguments.keywords)
        evaluator.interpreter.objects.construct(evaluator, view, arguments, line)
        return view

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`self.fields`: what it is given, and not what its class says where nothing is."""
        del line
        if not atom.apart:
            return None
        given: dict[str, Value] = evaluator.interpreter.frameworks.state.get(GIVEN, {}).get(atom, {})
        return given.get(name)


HOOKS: Final = (PackagedViewHook(),)
