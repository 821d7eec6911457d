"""What does a `Collector` delete?  The rows that it was given, as `delete()` does that collects by itself.

Known are `django.db.models.deletion.Collector` and the classes below it: `collect(rows)` and `add(rows)` read what
hangs on them, `delete()` deletes it. `NestedObjects` of the admin fetches each row with the one that it hangs on, as
does another that says itself which rows can be deleted unseen (`can_fast_delete`). Each that is made is kept apart by
the context that makes it: a mixin's own `delete` makes one for every model.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import Instance, by_age
from boundary.link.frameworks.django.rows import delete_rows, read_deleted
from boundary.link.frameworks.django.tables import model_of
from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.django.model_info import ModelInfo
    from boundary.link.frameworks.protocol import Handler, NativeCall

COLLECTOR: Final = "django.db.models.deletion.Collector"
COLLECTED: Final = "collected rows"
"""What is stored in a collector under this name are rows that it was given, which no code can read."""


class CollectorHook(Hook):
    """Collectors are made where they are used."""

    base = COLLECTOR

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`Collector(using)`."""
        made = evaluator.atoms.instance(cls, site=("made", evaluator.context, line))
        evaluator.interpreter.objects.construct(evaluator, made, arguments, line)
        return made


def collected(call: NativeCall) -> Value:
    """`collector.collect(rows)`: what would be deleted with them is read."""
    given = call.arguments.get(0, "objs")
    if given is not None and isinstance(call.receiver, Instance):
        rows = call.interpreter.items.iterate(call.evaluator, given, call.line)
        call.interpreter.write_attribute(call.receiver, COLLECTED, rows)
        shown = _fetches_all(call.interpreter, call.receiver.cls)
        for model, guessed in _models(call, rows):
            read_deleted(call.evaluator, model, call.line, guessed=guessed, shown=shown)
    return call.atoms.none


def deleted(call: NativeCall) -> Value | None:
    """`collector.delete()`: all that it was given, in one transaction."""
    if isinstance(call.receiver, Instance):
        rows = call.interpreter.read_attribute(call.receiver.cells, COLLECTED, call.evaluator.context)
        for model, guessed in _models(call, rows):
            delete_rows(call.evaluator, model, call.line, guessed=guessed)
    return None


def _fetches_all(interpreter: Interpreter, collector: ClassInfo) -> bool:
    """Whether a collector says itself which rows can be deleted unseen, as one does to which none can."""
    owner, _ = interpreter.classes.lookup(collector, "can_fast_delete")
    return owner is not None and owner.dotted != COLLECTOR


def _models(call: NativeCall, rows: Value) -> Iterator[tuple[ModelInfo, bool]]:
    for atom in by_age(rows):
        model = model_of(call.interpreter, atom.cls) if isinstance(atom, Instance) else None
        if isinstance(atom, Instance) and model is not None and not model.abstract:
            yield model, atom.guessed


HOOKS: Final = (CollectorHook(),)
NATIVES: Final[dict[str, Handler]] = {
    f"{COLLECTOR}.collect": collected,
    f"{COLLECTOR}.add": collected,
    f"{COLLECTOR}.delete": deleted,
}
