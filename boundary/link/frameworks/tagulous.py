"""What do fields of tags write beside the pairs?  The tags themselves, which count their uses.

A `TagField` of django-tagulous saves what was assigned to it when its row is saved, and lets go of it before the row is
deleted. Whenever a row gets or loses a tag, the tag is made at its first use, counted, and deleted after its last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Function, Instance
from boundary.link.frameworks.django.fields import related_value
from boundary.link.frameworks.django.managers import QUERYSET
from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.django.related import REPLACED, link
from boundary.link.frameworks.django.signals import MODEL_SIGNALS, receivers
from boundary.link.frameworks.django.tables import read, write
from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.django.model_info import Relation
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Operation

TAGS: Final = "tagulous.models.TagField"
ONE_TAG: Final = "tagulous.models.SingleTagField"
COUNTED: Final[tuple[Operation, ...]] = ("insert", "update", "delete")


class Tags(Hook):
    """`Order.tags.tag_model`, `Order.tags.get_manager(order)`: what the class knows of its field."""

    base = TAGS

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """The model that the field points at, and the tags of one object."""
        del line
        if name not in {"tag_model", "get_manager"}:
            return None
        for model in models(evaluator.interpreter).by_class.values():
            for relation in model.relations.values():
                if relation.spec is atom.site:
                    if name == "tag_model":
                        return evaluator.atoms.class_(relation.target.cls)
                    return evaluator.atoms.native("tagulous.get_manager", relation)
        return None


class TaggedRows(Hook):
    """Rows with tags are made in a transaction of their own, together with the tags."""

    base = QUERYSET

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`orders.create(tags="a, b")`."""
        del line
        model = models(evaluator.interpreter).by_class.get(atom.model) if name == "create" and atom.model else None
        fields = model.fields.values() if model is not None else ()
        tagged = (one.kind is not None and evaluator.interpreter.classes.is_subclass(one.kind, TAGS) for one in fields)
        return evaluator.atoms.native("tagulous.create", atom) if any(tagged) else None


def created(call: NativeCall) -> Value:
    """The row, and what saving it brings along."""
    _, held = call.interpreter.classes.lookup(call.receiver.cls, "create")
    methods = [
        call.atoms.function(one.function, call.receiver, one.closure, one.traits)
        for one in held
        if isinstance(one, Function)
    ]
    with call.evaluator.implicit(call.line):
        return call.interpreter.calls.call(call.evaluator, join(methods), call.arguments, call.line)


def manager_of(call: NativeCall) -> Value:
    """`Order.tags.get_manager(order)`."""
    held = [atom for atom in call.first if isinstance(atom, Instance)]
    return join(related_value(call.evaluator, call.receiver, one, call.line, forward=True) for one in held) or UNKNOWN


def start(interpreter: Interpreter) -> None:
    """What the fields listen to: saves and deletes of their rows, changes of their pairs."""
    index = models(interpreter)
    for model in list(index.by_class.values()):
        for relation in () if model.abstract else list(model.relations.values()):
            kind = relation.spec.kind
            if kind is not None and interpreter.classes.is_subclass(kind, TAGS):
                _listen(interpreter, "post_save", model.cls, "saved", relation)
                _listen(interpreter, "pre_delete", model.cls, "let go", relation)
                _listen(interpreter, "m2m_changed", index.through_class(relation), "counted", relation)
            elif kind is not None and interpreter.classes.is_subclass(kind, ONE_TAG):
                _listen(interpreter, "post_save", model.cls, "counted", relation)
                _listen(interpreter, "post_delete", model.cls, "counted", relation)


def _listen(interpreter: Interpreter, signal: str, sender: object, name: str, relation: Relation) -> None:
    native = interpreter.atoms.native(f"tagulous.{name}", relation)
    receivers(interpreter).add(interpreter, (MODEL_SIGNALS, signal), sender, native)  # type: ignore[arg-type]


def saved(call: NativeCall) -> Value:
    """A row was saved: the tags that it has been given are."""
    with call.evaluator.implicit(call.line):
        for op in REPLACED:
            link(call, call.receiver, op, guessed=False)
    return call.atoms.none


def let_go(call: NativeCall) -> Value:
    """A row is about to be deleted: its tags are told."""
    link(call, call.receiver, "delete", guessed=False)
    return call.atoms.none


def counted(call: NativeCall) -> Value:
    """A tag is used once more, or once less."""
    relation: Relation = call.receiver
    read(call.evaluator, relation.target, call.line, guessed=False)
    for op in COUNTED:
        write(call.evaluator, relation.target, op, call.line, guessed=False)
    return call.atoms.none


HOOKS: Final = (Tags(), TaggedRows())
NATIVES: Final[dict[str, Handler]] = {
    "tagulous.create": created,
    "tagulous.get_manager": manager_of,
    "tagulous.saved": saved,
    "tagulous.let go": let_go,
    "tagulous.counted": counted,
}
