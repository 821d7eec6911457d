"""What is looked up for rows ahead of time, and where is it kept?

`prefetch_related_objects(orders, "lines__product")` looks up what the paths lead to, as `prefetch_related` does where
the rows themselves are looked up. An attribute that `Prefetch("lines", queryset, to_attr="open_lines")` fills holds the
rows of its queryset. The rows of every model have it then: which model is prefetched for is said elsewhere, and the
name is chosen for one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.calling.arguments import NO_ARGUMENTS, Arguments
from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import UNKNOWN, Instance
from boundary.link.frameworks.django.lookups import looked_up, lookups, queried, querysets_in
from boundary.link.frameworks.django.tables import join_ordering, join_tables, model_of, reached, relation_of
from boundary.link.frameworks.protocol import Hook

if TYPE_CHECKING:
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.django.model_info import ModelInfo
    from boundary.link.frameworks.protocol import Handler, NativeCall

CELL: Final = "prefetched"
ASKED: Final = "get_prefetch_queryset"
MANAGED: Final = "get_queryset"
SINGLE: Final = frozenset({"fk", "o2o"})
"""Relations that lead to one row: it is looked up past the managers of its model."""


def prefetched(call: NativeCall) -> Value:
    """`Prefetch(lookup, queryset=None, to_attr=None)`."""
    rows = join(
        call.atoms.instance(atom.model, guessed=atom.guessed, stored=True)
        for atom in call.arguments.get(1, "queryset") or ()
        if isinstance(atom, Instance) and atom.model is not None
    )
    for name in strings(call.arguments.get(2, "to_attr") or UNKNOWN):
        call.interpreter.write((CELL, name), call.atoms.container("list", rows or UNKNOWN))
    return looked_up(call)


def prefetched_for(call: NativeCall) -> Value:
    """`prefetch_related_objects(rows, *paths)`."""
    evaluator, line = call.evaluator, call.line
    given = Arguments(call.arguments.positional[1:], {}, call.arguments.rest)
    for atom in call.interpreter.items.iterate(evaluator, call.first, line):
        model = model_of(call.interpreter, atom.cls) if isinstance(atom, Instance) and atom.model is None else None
        if model is None or not isinstance(atom, Instance):
            continue
        join_tables(evaluator, lookups(evaluator, model, given), line, guessed=atom.guessed)
        steps = [reached(model, path[:end]) for value in given.every() for path in strings(value) for end in ends(path)]
        for step in steps:
            if step is not None:
                join_ordering(evaluator, step, line, guessed=atom.guessed)
    return call.atoms.none


def ask_prefetchers(call: NativeCall, model: ModelInfo, paths: list[str]) -> None:
    """What a path leads to by a manager that is no relation of the model's (`prefetch_related("tags")`) looks it up."""
    for holder, name in _steps(model, paths):
        if relation_of(holder, name) is None:
            row = call.atoms.instance(holder.cls, stored=True)
            manager = call.interpreter.attributes.get(call.evaluator, row, name, call.line)
            call.interpreter.objects.method(call.evaluator, manager, ASKED, call.line, Arguments((UNKNOWN,)))


def managed(call: NativeCall, model: ModelInfo, paths: list[str]) -> frozenset[str]:
    """The tables that are asked where the rows of a path are looked up as their own manager says (`get_queryset`)."""
    found: set[str] = set()
    for holder, name in _steps(model, paths):
        relation = relation_of(holder, name)
        if relation is None or (relation.kind in SINGLE and holder.relations.get(name) is relation):
            continue
        row = call.atoms.instance(holder.cls, stored=True)
        for atom in call.interpreter.attributes.get(call.evaluator, row, name, call.line):
            owner = call.interpreter.classes.lookup(atom.cls, MANAGED)[0] if isinstance(atom, Instance) else None
            if owner is not None and not owner.library:
                rows = call.interpreter.objects.method(call.evaluator, atom.alone, MANAGED, call.line, NO_ARGUMENTS)
                found.update(table for one in querysets_in(rows or UNKNOWN) for table in queried(call.interpreter, one))
    return frozenset(found)


def _steps(model: ModelInfo, paths: list[str]) -> list[tuple[ModelInfo, str]]:
    """The models that the paths lead to, each with the name by which they go on."""
    steps = dict.fromkeys(path[:end] for path in paths for end in ends(path))
    parted = [step.rpartition("__") for step in steps]
    held = [(reached(model, before) if before else model, name) for before, _, name in parted]
    return [(holder, name) for holder, name in held if holder is not None]


def ends(path: str) -> list[int]:
    """Where the steps of `a__b__c` end."""
    return [index for index in range(1, len(path)) if path.startswith("__", index)] + [len(path)]


class Rows(Hook):
    """Rows have what was prefetched for them."""

    base = "django.db.models.base.Model"

    def missing(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`order.open_lines`."""
        del atom, line
        return evaluator.interpreter.read((CELL, name), evaluator.context) or None


HOOKS: Final = (Rows(),)
NATIVES: Final[dict[str, Handler]] = {
    "django.db.models.Prefetch": prefetched,
    "django.db.models.query.prefetch_related_objects": prefetched_for,
    "django.db.models.query.aprefetch_related_objects": prefetched_for,
}
