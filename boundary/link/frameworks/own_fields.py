"""Which fields of forms and serializers keep what they were made with?

A project's own class of fields that takes something in its `__init__` (`ExternalIdField(queryset=Order.objects.all())`)
works with that wherever its value is checked. Joined over all fields of the class, one would find the rows of every
model that another was given; so each field that is given rows or a class is kept apart. Fields without an `__init__` of
the project's have nothing of their own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import ClassAtom
from boundary.link.evaluator.objects import is_rows
from boundary.link.frameworks.skeleton_objects import Distinct, makes_many

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator

FIELDS: Final = ("rest_framework.fields.Field", "django.forms.fields.Field")
KEEPS: Final = "keeps what its objects were made with"


class OwnField(Distinct):
    """Fields of the project's own classes."""

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """One object for each way in which a field is made, if the project says how one is.

        What `many=True` makes of a class is no object of it: the one for each row is made behind it.
        """
        if makes_many(arguments):
            return None
        if not any(is_rows(atom) or isinstance(atom, ClassAtom) for value in arguments.every() for atom in value):
            return None
        keeps = cls.answers.get(KEEPS)
        if keeps is None:
            mro = evaluator.interpreter.classes.mro(cls)
            keeps = cls.answers[KEEPS] = any("__init__" in one.bindings for one in mro if not one.library)
        return super().construct(evaluator, cls, arguments, line) if keeps else None


HOOKS: Final = [OwnField(base) for base in FIELDS]
