"""What does deleting a row of a Django model take along?  Rows of the tables that point at it, as `on_delete` says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.link.frameworks.django.model_info import ModelInfo, Relation
    from boundary.model.scan import Because, Operation

DELETIONS: Final = ("what deletes take along",)
"""What those who delete rows have read: another model may point at theirs."""


class Deletion:
    """The accesses that a delete makes, with their reasons, and the models whose signals fire."""

    def __init__(self) -> None:
        self.accesses: dict[tuple[str, Operation], Because | None] = {}
        self.models: list[ModelInfo] = []
        self.fetched: list[ModelInfo] = []  # those whose rows are asked for in the order of their `Meta`


def taken_along(start: ModelInfo, *, keep_parents: bool) -> Deletion:
    """Everything that deleting a row of a model does to other tables, and to its own."""
    into = Deletion()
    todo = _Todo(start)
    while todo.stack:
        model = todo.stack.pop()
        if model not in into.models:
            into.models.append(model)
        into.accesses.setdefault((model.table, "delete"), "inheritance" if model.table != start.table else None)
        if not keep_parents or model is not start:
            todo.extended(model.parents)
        for child in model.children if model in todo.whole and not model.proxy else ():
            _fetch(child, into)
            todo.add(child)
        for relation in model.relations.values():
            if relation.kind == "m2m" and relation.through is None and relation.link_table:
                into.accesses.setdefault((relation.link_table, "delete"), "cascade")
            elif relation.kind == "generic":
                todo.add(relation.target)
                into.accesses.setdefault((relation.target.table, "read"), "cascade")
        for relation in model.incoming:
            _follow(relation, into, todo)
    return into


class _Todo:
    """The models whose rows go, each once: first those that the deleted rows extend, then whole ones.

    A row has one child, the one that is deleted with it. What another row took along may be of any.
    """

    def __init__(self, start: ModelInfo) -> None:
        self.stack = [start]
        self.seen = {start}
        self.whole = {start}

    def extended(self, models: list[ModelInfo]) -> None:
        """The parts of a deleted row that stand in its parents' tables."""
        for model in models:
            if model not in self.seen:
                self.seen.add(model)
                self.stack.append(model)

    def add(self, model: ModelInfo) -> None:
        """Rows of a model, with what stands in the tables of those that extend it."""
        if model not in self.whole:
            self.whole.add(model)
            self.seen.add(model)
            self.stack.append(model)


def above_of(model: ModelInfo) -> Iterator[ModelInfo]:
    """The models whose rows a row of this one extends."""
    for parent in model.parents:
        if parent.table != model.table:
            yield parent
        yield from above_of(parent)


def hangs_on(model: ModelInfo) -> bool:
    """Whether anything may hang on rows of a model, which are fetched for that: others are deleted unseen."""
    return bool(model.incoming) or any(one.kind in {"m2m", "generic"} for one in model.relations.values())


def _fetch(model: ModelInfo, into: Deletion) -> None:
    """Rows that go with others are asked for, in the order of their `Meta` where anything may hang on them."""
    into.accesses.setdefault((model.table, "read"), "cascade")
    if hangs_on(model):
        into.fetched.append(model)


def _follow(relation: Relation, into: Deletion, todo: _Todo) -> None:
    source = relation.source
    if relation.kind == "o2o" and relation.target in source.parents:
        return  # what makes rows of the one those of the other: a child of the row, if it has one
    if relation.kind == "m2m":
        if relation.through is None and relation.link_table:
            into.accesses.setdefault((relation.link_table, "delete"), "cascade")
        return
    action = relation.spec.on_delete.removeprefix("DB_")
    if action == "CASCADE":
        todo.add(source)
        _fetch(source, into)
        for parent in above_of(source):  # what hangs on a parent hangs on the row: its key is asked for, too
            into.accesses.setdefault((parent.table, "read"), "cascade")
        into.accesses.setdefault((source.table, "delete"), "cascade")
    elif action in {"SET_NULL", "SET_DEFAULT", "SET()"}:
        into.accesses.setdefault((source.table, "read"), "cascade")
        into.accesses.setdefault((source.table, "update"), "cascade")
    elif action in {"PROTECT", "RESTRICT"}:
        into.fetched.append(source)
        into.accesses.setdefault((source.table, "read"), "cascade")
