"""Which managers do models have of packages that are not read?  Those that a model's body makes of what is called so.

`everything = CTEManager()` has the model's rows, `CTEManager.from_queryset(Orders)()` the methods of `Orders`, too, and
`CTEQuerySet.as_manager()` is one: whatever the package adds, the rest is as in Django's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import ClassAtom
from boundary.link.frameworks.django.managers import PLAIN_MANAGER, made_manager
from boundary.link.frameworks.django.models import MODEL

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.domain.values import External, Value
    from boundary.link.evaluator.evaluation import Evaluator

ENDING: Final = "Manager"
AS_MANAGER: Final = "QuerySet.as_manager"
OF_QUERYSET: Final = f"{ENDING}.from_queryset"


def external(evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:
    """A manager, or a class of managers."""
    del line
    dotted = atom.dotted
    if dotted.endswith(OF_QUERYSET):
        return _of_queryset(evaluator, arguments)
    made = dotted.removesuffix("()")
    if not (made.endswith((ENDING, AS_MANAGER)) or (made != dotted and made.endswith(OF_QUERYSET))):
        return None
    scope = evaluator.scope
    if scope is None or not evaluator.interpreter.classes.is_subclass(scope, MODEL):
        return None
    manager = evaluator.interpreter.library_class(PLAIN_MANAGER)
    return None if manager is None else evaluator.atoms.instance(manager)


def _of_queryset(evaluator: Evaluator, arguments: Arguments) -> Value | None:
    """`CTEManager.from_queryset(Orders)`, where the querysets are the project's own."""
    manager = evaluator.interpreter.library_class(PLAIN_MANAGER)
    rows = [atom.cls for atom in arguments.get(0, "queryset_class") or () if isinstance(atom, ClassAtom)]
    if manager is None or not rows:
        return None
    return evaluator.atoms.class_(made_manager(evaluator, manager, rows[0]))


NEEDS: Final = ("django",)
