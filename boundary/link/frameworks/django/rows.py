"""What does saving or deleting one row do?  Its tables, its cascades, its signals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import Arguments
from boundary.link.domain.asking import truth
from boundary.link.domain.values import BOTTOM, UNKNOWN, Constant, Container, Instance
from boundary.link.frameworks.django.abstract_rows import rows_meant
from boundary.link.frameworks.django.deletions import DELETIONS
from boundary.link.frameworks.django.models import MODEL, models
from boundary.link.frameworks.django.ordered_rows import ask_for_the_last
from boundary.link.frameworks.django.polymorphic import classes_of, look_up_class
from boundary.link.frameworks.django.signals import fire, hears_every_delete
from boundary.link.frameworks.django.tables import join_ordering, model_of, read, write
from boundary.link.frameworks.django.uploads import ask_for_paths

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.django.deletions import Deletion
    from boundary.link.frameworks.django.model_info import FieldSpec, ModelInfo
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Confidence, Operation

FIELDS: Final = "django.db.models.fields"


def delete_rows(
    evaluator: Evaluator, model: ModelInfo, line: int, *, guessed: bool, keep_parents: bool = False
) -> None:
    """Everything that deleting rows of a model does, in one transaction."""
    evaluator.interpreter.read(DELETIONS, evaluator.context)
    index = models(evaluator.interpreter)
    deletion = index.deletion(model, keep_parents=keep_parents)
    confidence: Confidence | None = "guessed" if guessed else None
    with evaluator.implicit(line):
        for (table, op), because in deletion.accesses.items():
            evaluator.touch(
                table,
                op,
                line,
                confidence="guessed" if table in index.unread else confidence,
                because=because,
                rule="delete",
            )
        _look_at_each(evaluator, deletion, line, confidence)
        _fetch_in_order(evaluator, deletion, line, guessed=guessed)
        for one in deletion.models:
            fire(evaluator, "pre_delete", one, line, guessed=guessed)
            fire(evaluator, "post_delete", one, line, guessed=guessed)


def read_deleted(evaluator: Evaluator, model: ModelInfo, line: int, *, guessed: bool, shown: bool = False) -> None:
    """What is read before rows of a model are deleted: whatever hangs on them. To be shown, each row is fetched."""
    evaluator.interpreter.read(DELETIONS, evaluator.context)
    deletion = models(evaluator.interpreter).deletion(model)
    confidence: Confidence | None = "guessed" if guessed else None
    each = shown and len(deletion.accesses) > 1  # what hangs on a row comes with it
    for (table, op), because in deletion.accesses.items():
        if op == "read" or each:
            evaluator.touch(table, "read", line, confidence=confidence, because=because, rule="delete")
    _look_at_each(evaluator, deletion, line, confidence)
    _fetch_in_order(evaluator, deletion, line, guessed=guessed)


def _fetch_in_order(evaluator: Evaluator, deletion: Deletion, line: int, *, guessed: bool) -> None:
    """Rows that hang on the deleted ones are asked for in an order of their own, and that may join other tables."""
    for model in deletion.fetched:
        join_ordering(evaluator, model, line, guessed=guessed)


def _look_at_each(evaluator: Evaluator, deletion: Deletion, line: int, confidence: Confidence | None) -> None:
    """Rows that could be deleted unseen, as those of link tables, are read where receivers want to know of each."""
    if hears_every_delete(evaluator):
        for (table, op), because in deletion.accesses.items():
            if op == "delete" and because == "cascade":
                evaluator.touch(table, "read", line, confidence=confidence, because=because, rule="delete")


def save_row(  # noqa: PLR0913 - one save, spelled out
    evaluator: Evaluator,
    atom: Instance,
    op: Operation,
    line: int,
    *,
    created: bool | None,
    told: dict[str, Value],
) -> None:
    """One row is saved, of its model or, with django-polymorphic, of any below it; receivers of signals are `told`.

    The tables of these belong together anyway: each row of one has its part in the table that they share.
    """
    created = False if created is None and atom.stored else created
    for cls in classes_of(evaluator.interpreter, atom):
        model = model_of(evaluator.interpreter, cls)
        if model is None or model.abstract:
            continue
        fire(evaluator, "pre_save", model, line, guessed=atom.guessed, told=told)
        _prepare(evaluator, model, atom, line)
        ask_for_paths(evaluator, model, atom, line)
        look_up_class(evaluator, model, line, guessed=atom.guessed)
        if created is not False:
            ask_for_the_last(evaluator, model, line, guessed=atom.guessed)
        _write_saved(evaluator, model, atom, op, line)
        fire(evaluator, "post_save", model, line, guessed=atom.guessed, created=created, told=told)


def _write_saved(evaluator: Evaluator, model: ModelInfo, atom: Instance, op: Operation, line: int) -> None:
    """The table of a row that is saved and its parents', which Django writes in one transaction."""
    if model.parents and not model.proxy:
        with evaluator.implicit(line):
            write(evaluator, model, op, line, guessed=atom.guessed)
    else:
        write(evaluator, model, op, line, guessed=atom.guessed)


def _prepare(evaluator: Evaluator, model: ModelInfo, atom: Instance, line: int) -> None:
    """What the fields of a model do before its row is saved: a slug looks for rows that have it already."""
    interpreter = evaluator.interpreter
    known: dict[ModelInfo, list[Value]] = interpreter.frameworks.state.setdefault("fields that prepare", {})
    prepare = known.get(model)
    if prepare is None:
        prepare = known[model] = [
            interpreter.atoms.instance(spec.kind, site=spec)
            for spec in _fields(model)
            if spec.kind is not None and _own_pre_save(interpreter, spec.kind)
        ]
    for field in prepare:
        arguments = Arguments((atom.alone, UNKNOWN))
        interpreter.objects.method(evaluator, field, "pre_save", line, arguments)


def _fields(model: ModelInfo) -> list[FieldSpec]:
    return [*model.fields.values(), *(one for parent in model.parents for one in _fields(parent))]


def _own_pre_save(interpreter: Interpreter, cls: ClassInfo) -> bool:
    """Whether a class of fields says itself what happens before saving."""
    owner = interpreter.classes.lookup(cls, "pre_save")[0]
    return owner is not None and owner.dotted != f"{FIELDS}.Field"


def model_saved(call: NativeCall) -> Value:
    """`Model.save_base` in the end of every `save`: with `force_update` or `update_fields` it never makes a row."""
    receiver = call.receiver
    if isinstance(receiver, Instance):
        inserts, fields = _given(call, "force_insert"), call.arguments.get(-1, "update_fields")
        told: dict[str, Value] = {"raw": call.arguments.get(0, "raw") or call.atoms.constant(value=False)}
        if fields and _lists(fields):
            told["update_fields"] = fields
        updates = not inserts and (_given(call, "force_update") or "update_fields" in told)
        made = receiver.stored is False and not updates
        op: Operation = "insert" if inserts or made else "update"
        created = True if inserts else False if updates else None
        for row in rows_meant(call.interpreter, receiver):
            save_row(call.evaluator, row, op, call.line, created=created, told=told)
    return call.atoms.none


def _given(call: NativeCall, flag: str) -> bool:
    """Whether a flag may be true."""
    value = call.arguments.get(-1, flag)
    return value is not None and any(isinstance(one, Constant) and one.value is True for one in value)


def _lists(value: Value | None) -> bool:
    """Whether a value is a collection, whichever."""
    return bool(value) and all(isinstance(one, Container) for one in value or ())


def model_deleted(call: NativeCall) -> Value:
    """`Model.delete`."""
    receiver = call.receiver
    kept = truth(call.arguments.get(1, "keep_parents") or BOTTOM) is True
    for row in rows_meant(call.interpreter, receiver) if isinstance(receiver, Instance) else ():
        model = model_of(call.interpreter, row.cls)
        if model is not None and not model.abstract:
            delete_rows(call.evaluator, model, call.line, guessed=row.guessed, keep_parents=kept)
    return UNKNOWN


def model_read(call: NativeCall) -> Value:
    """`refresh_from_db`, uniqueness checks: the model's own row is read."""
    receiver = call.receiver
    for row in rows_meant(call.interpreter, receiver) if isinstance(receiver, Instance) else ():
        read(call.evaluator, model_of(call.interpreter, row.cls), call.line, guessed=row.guessed)
    return call.atoms.none


def implicit_write(call: NativeCall) -> Value:
    """`__in_transaction__(f)`: a skeleton's callable that runs in a transaction of the library's own."""
    with call.evaluator.implicit(call.line):
        return call.interpreter.calls.call(
            call.evaluator, call.arguments.get(0, "") or UNKNOWN, type(call.arguments)(), call.line
        )


NATIVES: Final[dict[str, Handler]] = {
    f"{MODEL}.save_base": model_saved,
    f"{MODEL}.delete": model_deleted,
    f"{MODEL}.adelete": model_deleted,
    **{f"{MODEL}.{name}": model_read for name in ("refresh_from_db", "arefresh_from_db")},
    "builtins.__in_transaction__": implicit_write,
}
