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
    stack, seen = [start], {start}
    above: set[ModelInfo] = set()
    while stack:
        model = stack.pop()
        into.models.append(model)
        into.accesses.setdefault((model.table, "delete"), "inheritance" if model.table != start.table else None)
        related = [] if keep_parents and model is start else list(model.parents)
        above.update(related)
        if model not in above and not model.proxy:  # a row has one child: the one that is deleted with it
            related.extend(model.children)
        for one in related:
            if one not in seen:
                seen.add(one)
                stack.append(one)
        incoming = list(model.incoming)
        for relation in model.relations.values():
            if relation.kind == "m2m" and relation.through is None and relation.link_table:
                into.accesses.setdefault((relation.link_table, "delete"), "cascade")
            elif relation.kind == "generic" and relation.target not in seen:
                into.accesses.setdefault((relation.target.table, "read"), "cascade")
                seen.add(relation.target)
                stack.append(relation.target)
        for relation in incoming:
            _follow(relation, into, seen, stack)
    return into


def above_of(model: ModelInfo) -> Iterator[ModelInfo]:
    """The models whose rows a row of this one extends."""
    for parent in model.parents:
        if parent.table != model.table:
            yield parent
        yield from above_of(parent)


def hangs_on(model: ModelInfo) -> bool:
    """Whether anything may hang on rows of a model, which are fetched for that: others are deleted unseen."""
    return bool(model.incoming) or any(one.kind in {"m2m", "generic"} for one in model.relations.values())


def _follow(relation: Relation, into: Deletion, seen: set[ModelInfo], stack: list[ModelInfo]) -> None:
    source = relation.source
    if relation.kind == "m2m":
        if relation.through is None and relation.link_table:
            into.accesses.setdefault((relation.link_table, "delete"), "cascade")
        return
    action = relation.spec.on_delete.removeprefix("DB_")
    if (action == "CASCADE" and hangs_on(source)) or action in {"PROTECT", "RESTRICT"}:
        into.fetched.append(source)
    if action == "CASCADE":
        if source not in seen:
            seen.add(source)
            stack.append(source)
        into.accesses.setdefault((source.table, "read"), "cascade")
        for parent in above_of(source):  # what hangs on a parent hangs on the row: its key is asked for, too
            into.accesses.setdefault((parent.table, "read"), "cascade")
        into.accesses.setdefault((source.table, "delete"), "cascade")
    elif action in {"SET_NULL", "SET_DEFAULT", "SET()"}:
        into.accesses.setdefault((source.table, "read"), "cascade")
        into.accesses.setdefault((source.table, "update"), "cascade")
    elif action in {"PROTECT", "RESTRICT"}:
        into.accesses.setdefault((source.table, "read"), "cascade")
