"""What is `self.instance` of a serializer that declares a field of this name?  The row: classes give up their fields.

The metaclasses of forms and of serializers take what a body declares out of the class: `self.fields["instance"]` is the
field, while `self.instance`, `self.data` or `self.files` is what every form or serializer has under the name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import Instance
from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator

NAMES: Final = frozenset(
    {"cleaned_data", "context", "data", "errors", "fields", "files", "initial", "instance", "parent", "prefix", "root"}
)
"""What forms and serializers have themselves, and what fields are called, too."""


class DeclaredHook(Hook):
    """Forms, or serializers."""

    def __init__(self, base: str, field: str) -> None:
        """`field` is what those below `base` declare."""
        self.base = base
        self._field = field

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`self.instance`: what was stored, and what a class says of it that declares no field by the name."""
        if name not in NAMES:
            return None
        interpreter = evaluator.interpreter
        owner, value = interpreter.classes.lookup(atom.cls, name)
        if not self._declares(evaluator, owner, value):
            return None
        while self._declares(evaluator, owner, value):
            owner, value = interpreter.classes.lookup(atom.cls, name, owner)
        result = interpreter.attributes.stored(evaluator, atom, name)
        for one in value if owner is not None else ():
            result |= interpreter.attributes.from_instance(evaluator, one, atom, name, line)
        return result

    def _declares(self, evaluator: Evaluator, owner: ClassInfo | None, value: Value) -> bool:
        is_subclass = evaluator.interpreter.classes.is_subclass
        return (
            owner is not None
            and not owner.library
            and bool(value)
            and all(isinstance(one, Instance) and is_subclass(one.cls, self._field) for one in value)
        )


HOOKS: Final = (
    DeclaredHook("django.forms.forms.BaseForm", "django.forms.fields.Field"),
    DeclaredHook("rest_framework.serializers.Serializer", "rest_framework.fields.Field"),
)
