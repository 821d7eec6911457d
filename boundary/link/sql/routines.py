"""Which routine does a call in SQL go to?  By name, package and schema, as far as they are written."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from boundary.link.sql.names import DEFAULT_SCHEMAS
from boundary.model.sql import SqlChange

if TYPE_CHECKING:
    from collections.abc import Iterable

    from boundary.link.sql.units import Unit
    from boundary.model.sql import SqlFileFacts, SqlRoutine, SqlSource

Place = tuple[str, str, str]
"""Schema, package and name in lower case."""


def latest(sources: Iterable[SqlSource]) -> list[tuple[SqlSource, SqlRoutine]]:
    """The definitions in force after all files have run, in their order.

    What a later file defines anew replaces what was. Overloads stand together in one file or take another number of
    parameters; the same routine for another database stands beside it. What is dropped goes, but for overloads where
    one of them is meant.
    """
    held: dict[str | None, dict[Place, list[tuple[SqlSource, SqlRoutine]]]] = defaultdict(dict)
    for source in sources:
        routines = held[source.facts.dialect]
        for event in _events(source.facts):
            if isinstance(event, SqlChange):
                _drop(routines, event)
                continue
            known = routines.get(place_of(event), [])
            kept = [one for one in known if one[0] is source or _is_another(one[1], event)]
            routines[place_of(event)] = [*kept, (source, event)]
    return [one for routines in held.values() for found in routines.values() for one in found]


def _is_another(before: SqlRoutine, routine: SqlRoutine) -> bool:
    """Whether two routines of one name are told apart by how many parameters they take."""
    return None not in {before.parameters, routine.parameters} and before.parameters != routine.parameters


def _events(facts: SqlFileFacts) -> list[SqlRoutine | SqlChange]:
    """Definitions of routines and what drops them, in the order of the text."""
    defined = [routine for routine in facts.routines if routine.kind != "block"]
    dropped = [change for change in facts.changes if change.action == "drop routine"]
    return sorted([*defined, *dropped], key=lambda one: one.line)


def _drop(routines: dict[Place, list[tuple[SqlSource, SqlRoutine]]], change: SqlChange) -> None:
    wanted, schema = change.table.lower(), (change.schema or "").lower()
    schema = "" if schema in DEFAULT_SCHEMAS else schema
    for place in [one for one in routines if one[2] == wanted and not one[1]]:
        same = place[0] == schema or not schema or not place[0]
        if same and (change.to is None or len(routines[place]) == 1):
            del routines[place]


def place_of(routine: SqlRoutine) -> Place:
    """Where a routine is found; the schema that every name is looked for in is none."""
    schema = (routine.schema or "").lower()
    return "" if schema in DEFAULT_SCHEMAS else schema, (routine.package or "").lower(), routine.name.lower()


class Routines:
    """The routines of a project, found by the name of a call."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._by_name: dict[str, list[Unit]] = defaultdict(list)
        for unit in units:
            if unit.routine.kind in {"function", "procedure", "trigger"}:
                self._by_name[unit.routine.name.lower()].append(unit)

    def called(self, name: str, caller: Unit | None = None) -> list[Unit]:
        """The routines that a call means; several where they are overloaded.

        A name without more is looked for in the caller's package, then in its schema and the default ones. Of the
        same routine in several dialects, the caller's is meant.
        """
        *before, bare = name.lower().split(".")
        held = self._by_name.get(bare, [])
        if caller is not None and any(one.dialect == caller.dialect for one in held):
            held = [one for one in held if one.dialect == caller.dialect]
        if before:
            return [one for one in held if _fits(one.routine, before)]
        package, schema = _surroundings(caller)
        for wanted in ((schema, package), (schema, ""), *((default, "") for default in DEFAULT_SCHEMAS)):
            found = [one for one in held if place_of(one.routine)[:2] == wanted]
            if found:
                return found
        return [one for one in held if not one.routine.package]


def _surroundings(caller: Unit | None) -> tuple[str, str]:
    if caller is None:
        return "", ""
    schema, package, _ = place_of(caller.routine)
    return package, schema


def _fits(routine: SqlRoutine, before: list[str]) -> bool:
    """Whether what stands before a called name can be the schema, the package or both of a routine."""
    schema, package, _ = place_of(routine)
    own = [part for part in (*schema.split("."), package) if part]
    if not own:
        return (len(before) == 1 and before[0] in DEFAULT_SCHEMAS) or (not routine.package and not routine.schema)
    return own[-len(before) :] == before[-len(own) :]
