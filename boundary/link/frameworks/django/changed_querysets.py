"""What does a queryset do to all of its rows at once?  `update`, `bulk_create`, `bulk_update`, `delete`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import truth
from boundary.link.domain.values import BOTTOM, UNKNOWN, Wrapped
from boundary.link.frameworks.django.lookups import lookups
from boundary.link.frameworks.django.managers import QUERYSET
from boundary.link.frameworks.django.queries import bound, rows
from boundary.link.frameworks.django.rows import delete_rows
from boundary.link.frameworks.django.tables import ORDERED, join_tables, read, write

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.django.model_info import ModelInfo
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Because


def updated(call: NativeCall) -> Value:
    """`update`: rows are written, without signals; where others are joined, those of a query inside."""
    receiver, model, guessed = bound(call)
    joins = lookups(call.evaluator, model, call.arguments)
    if receiver is not None and receiver.joins - {ORDERED}:
        read(call.evaluator, model, call.line, guessed=guessed)
        joins |= receiver.joins
    join_tables(call.evaluator, joins, call.line, guessed=guessed)
    given = [atom for value in call.arguments.keywords.values() for atom in value]
    counts = any(isinstance(atom, Wrapped) and atom.kind == "lookup" for atom in given)
    rule = "increment" if counts else "orm"
    holders = _holding(model, call.arguments) if model is not None and model.parents else []
    for one in holders:
        because: Because | None = "inheritance" if model is not None and one.table != model.table else None
        call.evaluator.touch(
            one.table, "update", call.line, confidence="guessed" if guessed else None, because=because, rule=rule
        )
    if not holders:
        write(call.evaluator, model, "update", call.line, guessed=guessed, rule=rule)
    return UNKNOWN


def _holding(model: ModelInfo, arguments: Arguments) -> list[ModelInfo]:
    """Of a model and those above it, the ones whose tables hold what an update names; none where that is not known."""
    held = [[one for one in model.lineage if _has(one, name)] for name in arguments.keywords]
    return list({one[0]: None for one in held}) if all(held) and not arguments.others else []


def _has(model: ModelInfo, name: str) -> bool:
    return name in model.fields or name.removesuffix("_id") in model.fields


def bulk_created(call: NativeCall) -> Value:
    """`bulk_create`: rows are written in one transaction, without signals; those that are there may be updated."""
    _, model, guessed = bound(call)
    for value in call.arguments.positional:
        call.interpreter.items.iterate(call.evaluator, value, call.line)
    ignores, updates = [
        truth(call.arguments.keywords.get(name, BOTTOM)) is True for name in ("ignore_conflicts", "update_conflicts")
    ]
    rule = "upsert" if ignores or updates else "orm"
    with call.evaluator.implicit(call.line):
        write(call.evaluator, model, "insert", call.line, guessed=guessed, rule=rule)
        if updates:
            write(call.evaluator, model, "update", call.line, guessed=guessed, rule=rule)
    return call.atoms.container("list", rows(call))


def bulk_updated(call: NativeCall) -> Value:
    """`bulk_update`: where others are joined, those of a query inside, as `update` has it."""
    receiver, model, guessed = bound(call)
    with call.evaluator.implicit(call.line):
        if receiver is not None and receiver.joins - {ORDERED}:
            read(call.evaluator, model, call.line, guessed=guessed)
            join_tables(call.evaluator, receiver.joins, call.line, guessed=guessed)
        write(call.evaluator, model, "update", call.line, guessed=guessed)
    return UNKNOWN


def deleted(call: NativeCall) -> Value:
    """`queryset.delete()`: with its cascades and signals, but without an overridden `Model.delete`."""
    receiver, model, guessed = bound(call)
    if receiver is not None and model is not None:
        read(call.evaluator, model, call.line, guessed=guessed)
        join_tables(call.evaluator, receiver.joins, call.line, guessed=guessed)
        delete_rows(call.evaluator, model, call.line, guessed=guessed)
    return UNKNOWN


def raw_deleted(call: NativeCall) -> Value:
    """`_raw_delete`: one table, nothing else."""
    _, model, guessed = bound(call)
    write(call.evaluator, model, "delete", call.line, guessed=guessed)
    return UNKNOWN


_METHODS: Final[tuple[tuple[Handler, tuple[str, ...]], ...]] = (
    (updated, ("update", "aupdate", "_update")),
    (bulk_created, ("bulk_create", "abulk_create")),
    (bulk_updated, ("bulk_update", "abulk_update")),
    (deleted, ("delete", "adelete")),
    (raw_deleted, ("_raw_delete",)),
)
NATIVES: Final[dict[str, Handler]] = {f"{QUERYSET}.{name}": handler for handler, names in _METHODS for name in names}
