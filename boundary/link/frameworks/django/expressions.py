"""Which paths do the functions of a query follow?  `Coalesce("order__total", 0)`, `StringAgg("tags__name")`, own ones.

Django's functions and aggregates, those of its packages for PostgreSQL and for geometries, and the project's classes
below any of them: what they are given are paths, conditions and querysets, as `Count("tags")` is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.frameworks.django.lookups import looked_up
from boundary.link.frameworks.protocol import Hook, NativeCall

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import External, Value
    from boundary.link.evaluator.evaluation import Evaluator

PACKAGES: Final = (
    "django.db.models.aggregates.",
    "django.db.models.expressions.",
    "django.db.models.functions.",
    "django.db.models.query_utils.",
    "django.contrib.gis.db.models.aggregates.",
    "django.contrib.gis.db.models.functions.",
    "django.contrib.postgres.aggregates.",
    "django.contrib.postgres.expressions.",
    "django.contrib.postgres.search.",
)
"""Where classes stand whose objects are parts of a query."""
NAMED: Final = frozenset(["Aggregate", "Expression", "Func", "Transform", "Window"])
"""Those that `django.db.models` gives and that name nothing by themselves."""
BASES: Final = (
    *(f"django.db.models.{name}" for name in sorted(NAMED)),
    *(
        f"django.db.models.{name}"
        for name in ("Avg", "Case", "Count", "Exists", "Max", "Min", "Subquery", "Sum", "When")
    ),
    *(f"django.db.models.aggregates.{name}" for name in ("Aggregate", "Avg", "Count", "Max", "Min", "Sum")),
    *(f"django.db.models.expressions.{name}" for name in ("Case", "Exists", "Expression", "Func", "Subquery", "When")),
    *(f"django.db.models.functions.{name}" for name in ("Cast", "Coalesce", "Concat", "Length", "Lower", "Upper")),
    *(
        f"django.contrib.postgres.aggregates.{name}"
        for name in ("ArrayAgg", "JSONBAgg", "OrderableAggMixin", "StringAgg")
    ),
)
"""What a project extends to make functions of its own."""


class ExpressionHook(Hook):
    """Objects of a project's own functions."""

    def __init__(self, base: str) -> None:
        self.base = base

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`SubquerySum(lines, "total")`: what its constructor does, and the paths that it is given."""
        if cls.library:
            return None
        made = evaluator.atoms.instance(cls)
        cls.data["instantiated"] = True
        evaluator.interpreter.objects.construct(evaluator, made, arguments, line)
        return made | given(evaluator, cls.name, arguments, line)


def given(evaluator: Evaluator, name: str, arguments: Arguments, line: int) -> Value:
    """The paths among the arguments of an expression; the names of its own keywords are none."""
    return looked_up(NativeCall(evaluator, name, None, Arguments(tuple(arguments.every())), line))


def external(evaluator: Evaluator, atom: External, arguments: Arguments, line: int) -> Value | None:
    """A call of one of Django's expressions."""
    package, _, name = atom.dotted.rpartition(".")
    if not name[:1].isupper() or not (
        atom.dotted.startswith(PACKAGES) or (package == "django.db.models" and name in NAMED)
    ):
        return None
    if name == "Q":
        return looked_up(NativeCall(evaluator, name, None, arguments, line))
    return given(evaluator, name, arguments, line)


HOOKS: Final = tuple(ExpressionHook(base) for base in BASES)
