"""What does a delete take along?  What its relationships say, and then what the database does for foreign keys.

What a relationship lets go of (its foreign key becomes null, as without `cascade` and `passive_deletes`) no longer
points at the row when that is deleted: `ON DELETE CASCADE` finds nothing there.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from boundary.link.frameworks.sqlalchemy.mapping import Deletion

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from boundary.link.frameworks.sqlalchemy.mapping import Mapping
    from boundary.link.frameworks.sqlalchemy.models import Mappings
    from boundary.model.scan import Because, Operation


def taken_along(mappings: Mappings, start: Mapping) -> Deletion:
    """Everything that deleting an object of a mapped class does to tables."""
    known = Deletion()
    stack, seen = [start], {start}
    while stack:
        one = stack.pop()
        known.mappings.append(one)
        for table in one.tables:
            because: Because | None = "cascade" if one is not start else None if table == one.table else "inheritance"
            known.accesses.setdefault((table, "delete"), because)
        for child in one.children:
            if child.table != one.table:
                known.accesses.setdefault((child.table, "delete"), "inheritance")
        for relation in one.all_relations():
            for target in relation.deletes(known.accesses):
                if target not in seen:
                    seen.add(target)
                    stack.append(target)
    taken = {table for (table, op), because in known.accesses.items() if op == "delete" and because}
    kept = {pair for pair in owners(mappings) if pair[1] in taken} | _let_go(mappings, known.mappings)
    tables = [table for table, op in list(known.accesses) if op == "delete"]
    cascade_keys(mappings, tables, known.accesses, kept)
    return known


def cascade_keys(
    mappings: Mappings,
    tables: list[str],
    into: dict[tuple[str, Operation], Because | None],
    kept: AbstractSet[tuple[str, str]] = frozenset(),
) -> None:
    """What the database itself does to rows that point at rows which are deleted, save between the pairs `kept`."""
    incoming = _incoming(mappings)
    stack, seen = list(tables), set(tables)
    while stack:
        table = stack.pop()
        for source, action in incoming.get(table, ()):
            wanted = (action or "").upper() if (source, table) not in kept else ""
            if wanted == "CASCADE":
                into.setdefault((source, "delete"), "cascade")
                if source not in seen:
                    seen.add(source)
                    stack.append(source)
            elif wanted in {"SET NULL", "SET DEFAULT"}:
                into.setdefault((source, "update"), "cascade")


def _incoming(mappings: Mappings) -> dict[str, list[tuple[str, str | None]]]:
    """For each table the foreign keys that point at it: their tables, and what they say of deletes."""
    size = len(mappings.by_class), len(mappings.state.get("sqlalchemy tables", ()))
    held = mappings.state.get("sqlalchemy incoming")
    if held is None or held[0] != size or not mappings.complete:
        found: dict[str, list[tuple[str, str | None]]] = {}
        for source, _, target, key, _ in mappings.all_keys():
            found.setdefault(target, []).append((source, key.on_delete))
        held = mappings.state["sqlalchemy incoming"] = size, found
    incoming: dict[str, list[tuple[str, str | None]]] = held[1]
    return incoming


def owners(mappings: Mappings) -> set[tuple[str, str]]:
    """Pairs of tables: a row of the first points at one of the second, which is its own and is deleted with it.

    A row that is deleted so has no other owner: none of another table goes with it.
    """
    state = mappings.state
    held = state.get("sqlalchemy owners")
    if held is None or held[0] != len(mappings.by_class):
        pairs = {
            (one.table, relation.target.table)
            for one in list(mappings.by_class.values())
            for relation in one.all_relations()
            if relation.kind == "m2o" and relation.cascades_delete and not relation.view_only
        }
        held = state["sqlalchemy owners"] = len(mappings.by_class), pairs
    owners: set[tuple[str, str]] = held[1]
    return owners


def _let_go(mappings: Mappings, deleted: list[Mapping]) -> set[tuple[str, str]]:
    """Pairs of tables: rows of the first let go of a row of the second that is deleted, by all keys."""
    found = {
        (relation.source, relation.name): (relation.target.table, relation.source.table)
        for one in deleted
        for relation in one.all_relations()
        if relation.lets_go
    }
    if not found:
        return set()
    incoming = _incoming(mappings)
    return {
        (source, target)
        for (source, target), number in Counter(found.values()).items()
        if sum(one == source for one, _ in incoming.get(target, ())) <= number
    }
