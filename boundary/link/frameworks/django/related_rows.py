"""What do related managers do to rows that hold the key themselves, by a foreign key or a generic relation?

Rows that are added are updated in one statement, and those that a foreign key leaves behind, too. With `bulk=False`
each is saved, with what its class does then: one that was not stored yet is inserted. A generic relation cannot let go
of rows: it deletes them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.link.calling.arguments import NO_ARGUMENTS
from boundary.link.domain.asking import truth
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, Instance
from boundary.link.frameworks.django.rows import delete_rows
from boundary.link.frameworks.django.tables import write

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.frameworks.django.model_info import ModelInfo, Relation
    from boundary.link.frameworks.protocol import NativeCall
    from boundary.model.scan import Operation


def change_rows(call: NativeCall, relation: Relation, ops: tuple[Operation, ...], *, guessed: bool) -> None:
    """`ops` of a relation without pairs: `insert` adds rows to it, `delete` takes them from it."""
    generic = relation.kind == "generic"
    model = relation.target if generic else relation.source
    each = truth(call.arguments.get(-1, "bulk") or BOTTOM) is False
    if "delete" in ops:
        if each:
            held = join([call.atoms.instance(model.cls, guessed=guessed, stored=True)])
            _on_each(call, held, "delete" if generic else "save")
        elif generic:
            delete_rows(call.evaluator, model, call.line, guessed=guessed)
        else:
            write(call.evaluator, model, "update", call.line, guessed=guessed)
    if "insert" in ops:
        if each:
            _on_each(call, _given(call, model, whole="delete" in ops, guessed=guessed), "save")
        else:
            write(call.evaluator, model, "update", call.line, guessed=guessed)


def _given(call: NativeCall, model: ModelInfo, *, whole: bool, guessed: bool) -> Value:
    """The rows that are handed over: one by one or, to `set`, `whole`; Django takes none but those of the model."""
    given = call.arguments.positional
    if whole:
        given = tuple(call.interpreter.items.iterate(call.evaluator, one, call.line) for one in given[:1])
    rows = join([*given, call.arguments.rest])
    known = [one for one in rows if isinstance(one, Instance) and model.cls in call.interpreter.classes.mro(one.cls)]
    if len(known) == len(rows) and known:
        return rows
    return join([*(one.alone for one in known), call.atoms.instance(model.cls, guessed=guessed)])


def _on_each(call: NativeCall, rows: Value, name: str) -> None:
    """A method of each row is called."""
    method = call.interpreter.attributes.get(call.evaluator, rows, name, call.line)
    call.interpreter.calls.call(call.evaluator, method, NO_ARGUMENTS, call.line)
