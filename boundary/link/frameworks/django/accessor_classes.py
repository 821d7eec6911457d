"""How does a foreign key of the project's own look its row up?  By its `forward_related_accessor_class`, as that says.

    class ForwardDescriptor(ForwardManyToOneDescriptor):
        def get_queryset(self, **hints):
            return self.field.remote_field.model.objects.all()

Such a row comes with what the queryset joins, and may be of a class below.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom
from boundary.link.members.picking import FIELD

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Instance, Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.django.model_info import Relation

SAID: Final = "forward_related_accessor_class"


def looked_up(evaluator: Evaluator, relation: Relation, holder: Instance, line: int) -> Value:
    """`order.customer` by a descriptor of the project's own; nothing by that of Django."""
    interpreter = evaluator.interpreter
    field = relation.spec.kind
    cls = _descriptor(interpreter, field) if field is not None and not field.library else None
    if cls is None:
        return BOTTOM
    told = Arguments((evaluator.atoms.wrapped(FIELD, UNKNOWN, (relation, True)),))
    made = interpreter.calls.call(evaluator, interpreter.atoms.class_(cls), told, line)
    asked = Arguments((holder.alone, evaluator.atoms.class_(holder.cls)))
    return interpreter.objects.method(evaluator, made, "__get__", line, asked) or BOTTOM


def _descriptor(interpreter: Interpreter, field: ClassInfo) -> ClassInfo | None:
    """The class of the project that a field names for its descriptor (found once)."""
    if SAID not in field.answers:
        _, held = interpreter.classes.lookup(field, SAID)
        own = [atom.cls for atom in held if isinstance(atom, ClassAtom) and not atom.cls.library]
        field.answers[SAID] = own[0] if len(own) == 1 else None
    found: ClassInfo | None = field.answers[SAID]
    return found
