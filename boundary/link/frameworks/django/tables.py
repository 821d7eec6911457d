"""Which tables are behind a model and behind a path of lookups?  Rows read and written, tables joined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from boundary.link.domain.values import ANY_ROW
from boundary.link.frameworks.django.models import models

if TYPE_CHECKING:
    from boundary.link.definitions.symbols import ClassInfo
    from boundary.link.domain.values import Value
    from boundary.link.evaluator.evaluation import Evaluator
    from boundary.link.evaluator.interpreter import Interpreter
    from boundary.link.frameworks.django.model_info import ModelInfo, Relation
    from boundary.model.scan import Because, Confidence, Operation


ORDERED: Final = ""
"""Among the joins of a queryset: it was given an order of its own. No table is called so."""
KEYS: Final = frozenset({"pk", "id", "in", "isnull", "exact"})
"""What follows a relation in a lookup without asking for more than the key that is at hand."""


def model_of(interpreter: Interpreter, cls: ClassInfo | None) -> ModelInfo | None:
    """The model behind a class."""
    return models(interpreter).add(cls) if cls is not None else None


def read(evaluator: Evaluator, model: ModelInfo | None, line: int, *, guessed: bool, op: Operation = "read") -> None:
    """Rows of a model (and of the models that it extends) are read or locked."""
    if model is None or model.abstract:
        return
    guessed = guessed or model.table in models(evaluator.interpreter).unread
    for table in model.tables:
        evaluator.touch(table, op, line, confidence="guessed" if guessed else None)


def write(  # noqa: PLR0913 - one record, spelled out
    evaluator: Evaluator,
    model: ModelInfo | None,
    op: Operation,
    line: int,
    *,
    guessed: bool,
    because: Because | None = None,
    rule: str = "orm",
) -> None:
    """Rows of a model are written; with multi-table inheritance its parents' tables, too."""
    if model is None or model.abstract:
        return
    unread = model.table in models(evaluator.interpreter).unread
    confidence: Confidence | None = "guessed" if guessed or unread else None
    evaluator.touch(model.table, op, line, confidence=confidence, because=because, rule=rule)
    for table in model.tables[1:]:
        evaluator.touch(table, op, line, confidence=confidence, because="inheritance", rule=rule)


def followed(model: ModelInfo | None, path: str) -> set[str]:
    """The tables that `a__b__c` joins along the way.

    A path that ends in `key_of` only asks for the key of the last row. Where that key stands in the foreign key or in
    the link table, the row's own table stays out of the query.
    """
    found: set[str] = set()
    waiting: list[str] = []
    for name in path.lstrip("-").split("__"):
        if model is None or name in KEYS:
            break
        found.update(waiting)
        relation = relation_of(model, name)
        if relation is None:
            return found
        forward = name in model.relations or inherited(model, name) is not None
        if relation.kind == "m2m" and relation.link_table:
            found.add(relation.link_table)
        model = relation.target if forward else relation.source
        waiting = list(model.tables)
        if not forward and relation.kind != "m2m":
            found.update(waiting)
    else:
        found.update(waiting)
    return found


def reached(model: ModelInfo, path: str) -> ModelInfo | None:
    """The model whose rows `a__b` names, None where the path ends in a column."""
    at: ModelInfo = model
    for name in path.lstrip("-").split("__"):
        relation = relation_of(at, name)
        if relation is None:
            return None
        forward = name in at.relations or inherited(at, name) is not None
        at = relation.target if forward else relation.source
    return at


def key_of(path: str) -> str:
    """The path to the key of what a path names: `a__b` compared with a row compares `a.b_id`."""
    return f"{path}__pk"


def inherited(model: ModelInfo, name: str) -> Relation | None:
    """The forward relation that a model has from the models that it extends."""
    for parent in model.parents:
        found = parent.relations.get(name) or inherited(parent, name)
        if found is not None:
            return found
    return None


def relation_of(model: ModelInfo, name: str) -> Relation | None:
    """The relation that a model knows by a name, forwards or backwards, its own or inherited."""
    found = model.relations.get(name) or model.reverse.get(name)
    if found is not None:
        return found
    for parent in model.parents:
        found = relation_of(parent, name)
        if found is not None:
            return found
    return None


def accessors(model: ModelInfo | None) -> list[str]:
    """The names by which a model's rows know the relations that point at them, inherited ones too."""
    if model is None:
        return []
    found = [name for name, one in model.reverse.items() if one.accessor == name]
    for parent in model.parents:
        found += accessors(parent)
    return found


def keys_in(model: ModelInfo | None) -> list[str]:
    """The names under which a model's rows hold the keys of rows that they point at: `customer_id`."""
    held = model.lineage if model is not None else []
    return [one.attname for each in held for one in each.relations.values() if one.kind in {"fk", "o2o"}]


def one_of_many(evaluator: Evaluator, name: str, line: int, key: tuple[str, int] | None = None) -> Value:
    """A row of more models than are kept apart is looked up: told, and told where something is called on it.

    A function tells it once, where it comes first: an object keeps what it has looked up. What has a place of its own
    (`key`) is told there, once for all functions that look it up.
    """
    if not evaluator.module.library:
        reason, region = f"{name} may be a row of more models than are kept apart", evaluator.region
        lines = [one.line for one in evaluator.context.blinds if one.reason == reason and one.region == region]
        evaluator.blind(lines[0] if lines else line, reason, key)
    return ANY_ROW


def join_tables(evaluator: Evaluator, tables: frozenset[str], line: int, *, guessed: bool) -> None:
    """The tables that a query joins are read."""
    unread = models(evaluator.interpreter).unread
    for table in sorted(tables - {ORDERED}):
        confidence: Confidence | None = "guessed" if guessed or table in unread else None
        evaluator.touch(table, "read", line, confidence=confidence, rule="join")


def join_ordering(evaluator: Evaluator, model: ModelInfo, line: int, *, guessed: bool) -> None:
    """The tables are read that the rows of a model are ordered by, where `Meta.ordering` names columns of others."""
    join_tables(evaluator, models(evaluator.interpreter).options.ordering(model), line, guessed=guessed)
