"""Which tables do the arguments of a query join?  Keywords, `Q`, `F`, aggregates, prefetches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from boundary.link.domain.values import BOTTOM, NO_JOINS, Constant, Instance, Wrapped
from boundary.link.frameworks.django.compilers import QUERY
from boundary.link.frameworks.django.contributed_paths import through_contributed
from boundary.link.frameworks.django.tables import ORDERED, followed, key_of, model_of, read, relation_of
from boundary.link.members import containers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.link.calling.arguments import Arguments
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.django.model_info import ModelInfo
    from boundary.link.frameworks.protocol import Handler, NativeCall

NAMES: Final = "model__in"
"""What a condition on content types says in a list: names of models, kept as paths are."""
LONGEST_PATH: Final = 120
"""No lookup is so long; a text may be."""


class Read(NamedTuple):
    """A table that a queryset within `Q`, `Exists` or `Subquery` reads."""

    table: str


Part: TypeAlias = "str | Read"
"""What a condition adds to a query: a path of lookups, or the table of a query inside of it."""


def lookups(
    evaluator: Evaluator, model: ModelInfo | None, arguments: Arguments, *, columns: bool = False
) -> frozenset[str]:
    """The tables that the arguments of a queryset method join, and those of the querysets among them.

    Where texts name `columns`, one that names a foreign key means its key, which stands in the row itself.
    """
    if model is None:
        return NO_JOINS
    interpreter = evaluator.interpreter
    paths: list[Part] = [
        key_of(name) for name in arguments.keywords if "__" in name or relation_of(model, name) is not None
    ]
    for value in arguments.every():
        paths.extend(_paths(value, columns=columns))
    found: set[str] = set()
    for path in paths:
        if isinstance(path, Read):
            found.add(path.table)
        elif len(path) < LONGEST_PATH:
            found |= followed(model, path)
            if "__" in path:
                found |= through_contributed(evaluator, model, path)
    for value in arguments.every():
        for atom in querysets_in(value):
            found |= queried(interpreter, atom)  # a queryset as an argument becomes a part of the query
    return frozenset(found)


def querysets_in(value: Value) -> Iterator[Instance]:
    """The querysets of a value, also those of which it has the `query`."""
    for atom in value:
        if isinstance(atom, Instance) and atom.model is not None:
            yield atom
        elif isinstance(atom, Wrapped) and atom.kind == QUERY:
            yield from querysets_in(atom.inner)


def queried(interpreter: Interpreter, atom: Instance) -> set[str]:
    """The tables of the query that a queryset stands for."""
    model = model_of(interpreter, atom.model)
    return {*(model.tables if model is not None and not model.abstract else ()), *(atom.joins - {ORDERED})}


def _paths(value: Value, *, columns: bool) -> Iterator[Part]:
    """The paths that an argument by position names: as a text, or inside of `Q`, `F` and their like."""
    for atom in value:
        if isinstance(atom, Constant) and isinstance(atom.value, str):
            yield key_of(atom.value) if columns else atom.value
        elif isinstance(atom, Wrapped) and atom.kind == "lookup":
            yield from atom.extra


def looked_up(call: NativeCall) -> Value:
    """`Q(a__b=1)`, `F("a__b")`, `Count("a")`, `Prefetch("a")`: the paths that they follow."""
    rows = call.name.rpartition(".")[2] in _RELATIONS
    paths: set[Part] = {key_of(name) for name in call.arguments.keywords}
    for value in _spread(call.arguments.every()):
        for atom in value:
            if isinstance(atom, Constant) and isinstance(atom.value, str):
                paths.add(atom.value if rows else key_of(atom.value))
            elif isinstance(atom, Wrapped) and atom.kind == "lookup":
                paths.update(atom.extra)
        for row in querysets_in(value):
            read(call.evaluator, model_of(call.interpreter, row.model), call.line, guessed=row.guessed)
            paths.update(Read(table) for table in queried(call.interpreter, row))
    paths.update(containers.texts_in(call.arguments.keywords.get(NAMES) or BOTTOM))
    return call.atoms.wrapped("lookup", BOTTOM, frozenset(paths))


def _spread(values: Iterable[Value]) -> Iterator[Value]:
    """Arguments, and what stands in lists among them: `Window(Sum("total"), partition_by=[F("customer")])`."""
    for value in values:
        members = containers.members(value)
        yield from (value,) if members is None else members


def combined(evaluator: Evaluator, values: list[Value]) -> Value | None:
    """`Q(a=1) | Q(b=2)`: all paths of both."""
    found = [atom for value in values for atom in value if isinstance(atom, Wrapped) and atom.kind == "lookup"]
    if not found:
        return None
    paths: frozenset[Part] = frozenset().union(*(atom.extra for atom in found))
    return evaluator.atoms.wrapped("lookup", BOTTOM, paths)


_CONDITIONS: Final = ("Q", "F", "Value", "Case", "When", "ExpressionWrapper", "Subquery", "OuterRef", "Exists")
_AGGREGATES: Final = ("Count", "Sum", "Avg", "Max", "Min", "StdDev", "Variance")
_RELATIONS: Final = ("Prefetch", "FilteredRelation")  # paths to rows, not to a column
NATIVES: Final[dict[str, Handler]] = {
    f"django.db.models.{name}": looked_up for name in (*_CONDITIONS, *_AGGREGATES, "FilteredRelation")
}
