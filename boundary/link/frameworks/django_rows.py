"""What does saving or deleting one row do?  Its tables, its cascades, its signals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.frameworks.django_models import MODEL, models
from boundary.link.frameworks.django_signals import fire
from boundary.link.frameworks.django_tables import model_of, read, write
from boundary.link.values import BOTTOM, UNKNOWN, Constant, Instance, truth

if TYPE_CHECKING:
    from boundary.link.evaluation import Evaluator
    from boundary.link.frameworks.django_models import ModelInfo
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.link.values import Value
    from boundary.model.scan import Confidence, Operation


def delete_rows(
    evaluator: Evaluator, model: ModelInfo, line: int, *, guessed: bool, keep_parents: bool = False
) -> None:
    """Everything that deleting rows of a model does, in one transaction."""
    deletion = models(evaluator.interpreter).deletion(model, keep_parents=keep_parents)
    confidence: Confidence | None = "guessed" if guessed else None
    with evaluator.implicit(line):
        for (table, op), because in deletion.accesses.items():
            evaluator.touch(
                table,
                op,
                line,
                confidence=confidence,
                because=because,
                rule="delete",
            )
        for one in deletion.models:
            fire(evaluator, "pre_delete", one, line, guessed=guessed)
            fire(evaluator, "post_delete", one, line, guessed=guessed)


def save_row(evaluator: Evaluator, atom: Instance, op: Operation, line: int, *, created: bool | None) -> None:
    """One row is saved: its table and its parents', and the receivers of its signals."""
    model = model_of(evaluator.interpreter, atom.cls)
    if model is None or model.abstract:
        return
    fire(evaluator, "pre_save", model, line, guessed=atom.guessed)
    if model.parents and not model.proxy:
        with evaluator.implicit(line):
            write(evaluator, model, op, line, guessed=atom.guessed)
    else:
        write(evaluator, model, op, line, guessed=atom.guessed)
    created = False if created is None and atom.stored else created
    fire(evaluator, "post_save", model, line, guessed=atom.guessed, created=created)


def model_saved(call: NativeCall) -> Value:
    """`Model.save_base` in the end of every `save`."""
    if isinstance(call.receiver, Instance):
        forced = call.arguments.get(-1, "force_insert")
        inserts = forced is not None and any(isinstance(one, Constant) and one.value is True for one in forced)
        made = call.receiver.stored is False
        op: Operation = "insert" if inserts or made else "update"
        save_row(call.evaluator, call.receiver, op, call.line, created=True if inserts else None)
    return call.atoms.none


def model_deleted(call: NativeCall) -> Value:
    """`Model.delete`."""
    receiver = call.receiver
    if isinstance(receiver, Instance):
        model = model_of(call.interpreter, receiver.cls)
        if model is not None and not model.abstract:
            kept = truth(call.arguments.get(1, "keep_parents") or BOTTOM) is True
            delete_rows(call.evaluator, model, call.line, guessed=receiver.guessed, keep_parents=kept)
    return UNKNOWN


def model_read(call: NativeCall) -> Value:
    """`refresh_from_db`, uniqueness checks: the model's own row is read."""
    receiver = call.receiver
    if isinstance(receiver, Instance):
        read(call.evaluator, model_of(call.interpreter, receiver.cls), call.line, guessed=receiver.guessed)
    return call.atoms.none


def implicit_write(call: NativeCall) -> Value:
    """`__in_transaction__(f)`: a skeleton's callable that runs in a transaction of the library's own."""
    with call.evaluator.implicit(call.line):
        return call.interpreter.calls.call(
            call.evaluator, call.arguments.get(0, "") or UNKNOWN, type(call.arguments)(), call.line
        )


NATIVES: dict[str, Handler] = {
    f"{MODEL}.save_base": model_saved,
    f"{MODEL}.delete": model_deleted,
    f"{MODEL}.adelete": model_deleted,
    **{f"{MODEL}.{name}": model_read for name in ("refresh_from_db", "arefresh_from_db", "validate_unique")},
    "builtins.__in_transaction__": implicit_write,
}
