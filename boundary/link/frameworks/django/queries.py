"""What do a queryset's methods do?  Which rows are meant, how they are read and locked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.asking import strings
from boundary.link.domain.joining import join
from boundary.link.domain.values import BOTTOM, UNKNOWN, ClassAtom, Instance
from boundary.link.frameworks.django.lookups import lookups
from boundary.link.frameworks.django.managers import QUERYSET
from boundary.link.frameworks.django.models import models
from boundary.link.frameworks.django.options import unquoted
from boundary.link.frameworks.django.polymorphic import stored_row
from boundary.link.frameworks.django.prefetch import ask_prefetchers, ends, managed
from boundary.link.frameworks.django.tables import ORDERED, join_ordering, join_tables, model_of, reached, read
from boundary.link.frameworks.protocol import Hook
from boundary.link.frameworks.raw_sql import tables_in, text_of, touch_sql
from boundary.link.members import containers

if TYPE_CHECKING:
    from boundary.link.calling.arguments import Arguments
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.frameworks.django.model_info import ModelInfo
    from boundary.link.frameworks.protocol import Handler, NativeCall
    from boundary.model.scan import Confidence


MOST_SUBCLASSES: Final = 7
"""Where a row may be of more classes than this, it is of the one that was asked."""

DEEPEST_SELECTED: Final = 5
"""How far `select_related()` without names goes."""


def rows(call: NativeCall, *, guessed: bool | None = None, stored: bool = True) -> Value:
    """One row of the queryset that a native is bound to."""
    receiver = call.receiver
    if not isinstance(receiver, Instance) or receiver.model is None or receiver.rows != "instances":
        return UNKNOWN
    guess = receiver.guessed if guessed is None else guessed
    if not stored:
        return call.atoms.instance(receiver.model, exact=True, guessed=guess, stored=False)
    return stored_row(call.evaluator, receiver.model, call.line, guessed=guess)


def bound(call: NativeCall) -> tuple[Instance | None, ModelInfo | None, bool]:
    """The queryset that a method is called on, its model, and whether that is guessed."""
    receiver = call.receiver
    if not isinstance(receiver, Instance):
        return None, None, False
    return receiver, model_of(call.interpreter, receiver.model), receiver.guessed


NAMES_COLUMNS: Final = frozenset({"values", "values_list", "dates", "datetimes", "only", "defer", "distinct"})
"""The methods whose texts name columns, and no rows."""


def refined(call: NativeCall) -> Value:
    """`filter`, `order_by`, `select_related` ...: the same rows, fewer or otherwise; joined tables are read."""
    receiver, model, guessed = bound(call)
    if receiver is None:
        return UNKNOWN
    read(call.evaluator, model, call.line, guessed=guessed)
    columns = call.name.rpartition(".")[2] in NAMES_COLUMNS
    joins = lookups(call.evaluator, model, call.arguments, columns=columns) | receiver.joins
    join_tables(call.evaluator, joins, call.line, guessed=guessed)
    return receiver.alone if joins == receiver.joins else joined_with(call.evaluator, receiver, joins)


def annotated(call: NativeCall) -> Value:
    """`annotate(has_lines=Exists(...))`: the rows have an attribute that the database computes, whatever is stored."""
    if isinstance(call.receiver, Instance) and call.receiver.model is not None:
        for name in call.arguments.keywords:
            call.interpreter.write_cell(call.receiver.model.cells, name, UNKNOWN)
    return refined(call)


def prefetched(call: NativeCall) -> Value:
    """`prefetch_related("lines__product")`: the rows of each step come in the order of their own model."""
    receiver, model, guessed = bound(call)
    found = refined(call)
    paths = [path for value in call.arguments.every() for path in strings(value)]
    if receiver is None or model is None or not paths:
        return found
    index = models(call.interpreter)
    ask_prefetchers(call, model, paths)
    steps = [reached(model, path[:end]) for path in paths for end in ends(path)]
    ordered_by: frozenset[str] = frozenset().union(*(index.options.ordering(one) for one in steps if one is not None))
    more = ordered_by | managed(call, model, paths)
    join_tables(call.evaluator, more, call.line, guessed=guessed)
    return join(joined_with(call.evaluator, atom, atom.joins | more) for atom in found if isinstance(atom, Instance))


def joined_with(evaluator: Evaluator, atom: Instance, joins: frozenset[str]) -> Value:
    """The same queryset with more tables joined."""
    return evaluator.atoms.instance(
        atom.cls,
        exact=atom.exact,
        guessed=atom.guessed,
        model=atom.model,
        relation=atom.relation,
        rows=atom.rows,
        joins=joins,
    )


def ordered(call: NativeCall) -> Value:
    """`order_by`: the model's own order does not count any more."""
    return join(
        joined_with(call.evaluator, atom, atom.joins | {ORDERED})
        for atom in refined(call)
        if isinstance(atom, Instance)
    )


def selected(call: NativeCall) -> Value:
    """`select_related`: the rows named; without names those of every foreign key that is never empty."""
    receiver, model, guessed = bound(call)
    if receiver is None or model is None or any(True for _ in call.arguments.every()):
        return refined(call)
    joins = receiver.joins | frozenset(_required(model, DEEPEST_SELECTED))
    join_tables(call.evaluator, joins, call.line, guessed=guessed)
    return joined_with(call.evaluator, receiver, joins)


def _required(model: ModelInfo, depth: int) -> set[str]:
    """The tables at which a model's foreign keys point that are never empty, and theirs."""
    found: set[str] = set()
    for relation in model.relations.values() if depth else ():
        if relation.kind in {"fk", "o2o"} and not relation.spec.nullable:
            found.update(relation.target.tables)
            found |= _required(relation.target, depth - 1)
    return found


def read_in_order(evaluator: Evaluator, atom: Instance, line: int) -> None:
    """The tables that rows are ordered by, where `Meta.ordering` names columns of others."""
    model = model_of(evaluator.interpreter, atom.model)
    if model is not None and ORDERED not in atom.joins:
        join_ordering(evaluator, model, line, guessed=atom.guessed)


def valued(call: NativeCall) -> Value:
    """`values`, `values_list`, `dates`: rows that are no instances."""
    receiver, _, _ = bound(call)
    if receiver is None:
        return UNKNOWN
    (same,) = refined(call)
    return call.atoms.instance(
        receiver.cls,
        model=receiver.model,
        guessed=receiver.guessed,
        relation=receiver.relation,
        rows="values",
        joins=same.joins,  # type: ignore[attr-defined]
    )


def locked(call: NativeCall) -> Value:
    """`select_for_update`: rows are locked until the transaction ends."""
    receiver, model, guessed = bound(call)
    if receiver is None:
        return UNKNOWN
    named = containers.texts_in(call.arguments.get(-1, "of") or BOTTOM)
    for path in named:
        held = model if path == "self" or model is None else reached(model, path)
        read(call.evaluator, held, call.line, guessed=guessed, op="lock")
    if not named:
        read(call.evaluator, model, call.line, guessed=guessed, op="lock")
    if call.arguments.get(-1, "of") is None:
        confidence: Confidence | None = "guessed" if guessed else None
        for table in sorted(receiver.joins - {ORDERED}):
            call.evaluator.touch(table, "lock", call.line, confidence=confidence, rule="join")
    return receiver.alone


def fetched(call: NativeCall) -> Value:
    """`get`, `earliest`: one row."""
    refined(call)
    return rows(call)


def maybe_fetched(call: NativeCall) -> Value:
    """`first`, `last`: one row or None."""
    refined(call)
    if isinstance(call.receiver, Instance):
        read_in_order(call.evaluator, call.receiver, call.line)
    return rows(call) | call.atoms.none


def counted(call: NativeCall) -> Value:
    """`count`, `exists`, `aggregate`: a number."""
    refined(call)
    return UNKNOWN


def in_bulk(call: NativeCall) -> Value:
    """`in_bulk`: rows by key."""
    refined(call)
    return call.atoms.container("dict", rows(call))


def iterated(call: NativeCall) -> Value:
    """`iterator`: rows one by one."""
    refined(call)
    if isinstance(call.receiver, Instance):
        read_in_order(call.evaluator, call.receiver, call.line)
    return call.atoms.container("generator", rows(call))


def with_subclasses(call: NativeCall) -> Value:
    """Skeletons' `__with_subclasses__(queryset, *classes)`: each row is what it was made of, of the classes named."""
    named = {atom.cls for value in call.arguments.positional[1:] for atom in value if isinstance(atom, ClassAtom)}
    found = set(call.first)
    for atom in call.first:
        if isinstance(atom, Instance) and atom.model is not None:
            below = [one for one in _below(call, atom.model) if not named or one.cls in named]
            for one in below if len(below) <= MOST_SUBCLASSES else ():
                found |= call.atoms.instance(
                    atom.cls,
                    model=one.cls,
                    guessed=atom.guessed,
                    relation=atom.relation,
                    rows=atom.rows,
                    joins=atom.joins,
                )
    return frozenset(found)


def _below(call: NativeCall, cls: ClassInfo) -> list[ModelInfo]:
    """The models with a table of their own that inherit from a model with one."""
    classes = call.interpreter.classes
    return [
        one
        for one in models(call.interpreter).by_class.values()
        if one.cls is not cls and not one.abstract and not one.proxy and classes.derives(one.cls, cls)
    ]


def raw_rows(call: NativeCall) -> Value:
    """`Model.objects.raw(sql)`: rows by a statement of the project's own, of which the model's table is a part."""
    statement = call.arguments.get(0, "raw_query") or UNKNOWN
    touch_sql(call, statement)
    if not tables_in(call.interpreter, statement):
        read(call.evaluator, bound(call)[1], call.line, guessed=True)
    return call.atoms.container("list", rows(call))


def extra(call: NativeCall) -> Value:
    """`extra(select={...}, where=[...], tables=[...])`: tables joined by name, and those in queries inside of it."""
    joined: set[str] = set()
    for member in containers.members(call.arguments.get(-1, "tables") or UNKNOWN) or ():
        joined.update(map(unquoted, strings(member)))
    columns = containers.mapped(call.evaluator, call.arguments.get(0, "select") or BOTTOM)
    for atom in columns | containers.element(call.evaluator, call.arguments.get(1, "where") or BOTTOM):
        text = text_of(atom)
        if text is not None and "select" in text.lower():
            inside = call.atoms.constant(f"SELECT 1 WHERE ({text}) IS NOT NULL")
            touch_sql(call, inside)
            joined |= tables_in(call.interpreter, inside)
    join_tables(call.evaluator, frozenset(joined), call.line, guessed=False)
    return join(
        joined_with(call.evaluator, atom, atom.joins | joined) if joined and isinstance(atom, Instance) else atom.alone
        for atom in refined(call)
    )


class QuerySetHook(Hook):
    """Querysets: the model, iteration, construction."""

    base = QUERYSET
    lazy = True

    def attribute(self, evaluator: Evaluator, atom: Instance, name: str, line: int) -> Value | None:
        """`queryset.model`."""
        del line
        if name == "model":
            return evaluator.atoms.class_(atom.model) if atom.model is not None else UNKNOWN
        return None

    def construct(self, evaluator: Evaluator, cls: ClassInfo, arguments: Arguments, line: int) -> Value | None:
        """`QuerySet(model, using=...)`."""
        del line
        found = [atom.cls for atom in arguments.get(0, "model") or () if isinstance(atom, ClassAtom)]
        return join(evaluator.atoms.instance(cls, model=one) for one in found) or evaluator.atoms.instance(cls)

    def iterate(self, evaluator: Evaluator, atom: Instance, line: int) -> Value | None:
        """The rows."""
        if line:
            read(evaluator, model_of(evaluator.interpreter, atom.model), line, guessed=atom.guessed)
            join_tables(evaluator, atom.joins, line, guessed=atom.guessed)
            read_in_order(evaluator, atom, line)
        if atom.model is None or atom.rows != "instances":
            return UNKNOWN
        return stored_row(evaluator, atom.model, line, guessed=atom.guessed)


HOOKS: Final = (QuerySetHook(),)

_METHODS: Final[tuple[tuple[Handler, tuple[str, ...]], ...]] = (
    (refined, ("filter", "exclude", "distinct", "alias")),
    (annotated, ("annotate",)),
    (prefetched, ("prefetch_related",)),
    (selected, ("select_related",)),
    (refined, ("defer", "only", "reverse", "using", "complex_filter", "union", "intersection", "difference")),
    (refined, ("all", "none", "_chain", "_clone")),
    (ordered, ("order_by",)),
    (valued, ("values", "values_list", "dates", "datetimes")),
    (fetched, ("get", "earliest", "latest", "aget", "aearliest", "alatest")),
    (maybe_fetched, ("first", "last", "afirst", "alast")),
    (counted, ("count", "exists", "aggregate", "contains", "explain", "acount", "aexists", "aaggregate")),
    (in_bulk, ("in_bulk", "ain_bulk")),
    (iterated, ("iterator", "aiterator", "_fetch_all")),
    (raw_rows, ("raw",)),
    (extra, ("extra",)),
    (locked, ("select_for_update",)),
)
NATIVES: Final[dict[str, Handler]] = {f"{QUERYSET}.{name}": handler for handler, names in _METHODS for name in names}
NATIVES["builtins.__with_subclasses__"] = with_subclasses
