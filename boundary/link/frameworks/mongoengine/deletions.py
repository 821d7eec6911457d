"""What goes, or changes, when documents are deleted?  What `reverse_delete_rule` of the references to them says.

`CASCADE` deletes what refers to them, as a queryset does that: with its own rules, and one by one where signals are
waited for. `NULLIFY` and `PULL` update it, `DENY` looks whether there is any.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS
from boundary.link.domain.values import Instance
from boundary.link.frameworks import records as mapped
from boundary.link.frameworks.blinker_signals import heard_by
from boundary.link.frameworks.mongoengine.fields import held_by
from boundary.link.frameworks.mongoengine.models import kept_beside, pointing, records

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.evaluator.evaluation import Evaluator

SIGNALS: Final = ("pre_delete", "post_delete")


def hears_deletions(evaluator: Evaluator, cls: ClassInfo) -> bool:
    """Whether somebody waits for the deletion of documents of a class."""
    for name in SIGNALS:
        for atom in evaluator.interpreter.names.at(f"mongoengine.signals.{name}") or ():
            if isinstance(atom, Instance) and heard_by(evaluator, atom.site, evaluator.atoms.class_(cls)):
                return True
    return False


def delete_rows(
    evaluator: Evaluator, cls: ClassInfo, line: int, seen: frozenset[str] = frozenset(), *, because: bool = False
) -> bool:
    """The documents of a queryset are deleted; whether it is known where they are."""
    record = records(evaluator.interpreter).linked(cls)
    if record is None:
        return False
    with evaluator.believed(because="cascade" if because else None):
        if hears_deletions(evaluator, cls):
            mapped.touch(evaluator, record, "read", line)
            row = mapped.row(evaluator, cls)
            method = evaluator.interpreter.attributes.get(evaluator, row, "delete", line)
            evaluator.interpreter.calls.call(evaluator, method, NO_ARGUMENTS, line)
            return True
        mapped.touch(evaluator, record, "delete", line)
    cascade(evaluator, cls, line, seen | {record.table})
    return True


def cascade(evaluator: Evaluator, cls: ClassInfo, line: int, seen: frozenset[str]) -> None:
    """What refers to documents that are deleted is deleted, too, or changed."""
    for holder, relation in pointing(evaluator.interpreter, cls):
        with evaluator.believed(because="cascade"):
            if relation.on_delete in {"CASCADE", "DENY"}:
                mapped.touch(evaluator, holder, "read", line)
            elif relation.on_delete in {"SET NULL", "PULL"}:
                mapped.touch(evaluator, holder, "update", line)
        if relation.on_delete == "CASCADE" and holder.table not in seen:
            delete_rows(evaluator, holder.cls, line, seen | {holder.table}, because=True)
        elif relation.on_delete == "CASCADE":
            mapped.touch(evaluator, holder, "delete", line, because="cascade")


def delete_files(evaluator: Evaluator, cls: ClassInfo, line: int) -> None:
    """A document that is deleted by itself takes its files with it."""
    for held in held_by(evaluator.interpreter, cls).values():
        for table in kept_beside(held) if held.kind == "file" else ():
            evaluator.touch(table, "delete", line)
