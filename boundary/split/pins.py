"""What have humans decided?  Tables that must or must not share a context, checked before anything is searched.

Pins are transitive: two tables that are each kept with a third one are together, and tables that are kept in contexts
of different names are apart. A contradiction is told with the chain of pins that leads to it.
"""

from __future__ import annotations

import difflib
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from boundary.errors import InputError, UnknownNameError
from boundary.split.contract import UnionFind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from boundary.model.wanted import Pair, Wanted


@dataclass(frozen=True, slots=True)
class Pins:
    """The tables in units that no split divides, each sorted, in order of their first table.

    `apart` are pairs of units (by number) that no context may hold; `names` maps units to the name of their context.
    """

    units: tuple[tuple[str, ...], ...]
    apart: frozenset[tuple[int, int]]
    names: Mapping[int, str]

    def allow(self, contexts: Iterable[Iterable[str]]) -> bool:
        """Whether a division of the tables keeps every pin."""
        home = {table: number for number, tables in enumerate(contexts) for table in tables}
        homes = [{home[table] for table in unit} for unit in self.units]
        if any(len(each) > 1 for each in homes):
            return False
        of_unit = [min(each) for each in homes]
        by_name: dict[str, set[int]] = defaultdict(set)
        for unit, name in self.names.items():
            by_name[name].add(of_unit[unit])
        return all(of_unit[one] != of_unit[other] for one, other in self.apart) and all(
            len(each) == 1 for each in by_name.values()
        )


def pins_of(wanted: Wanted, tables: Sequence[str]) -> Pins:
    """The pins of `wanted` for these tables.

    Raises `UnknownNameError` for a table that is not there, and `InputError` where pins contradict one another.
    """
    _known((name for pair in (*wanted.together, *wanted.apart) for name in pair), tables)
    _known((table for table, _ in wanted.keep), tables)
    named = _named(wanted.keep)
    sets = UnionFind(tables)
    pairs = [*wanted.together, *((group[0], other) for group in _by_name(named).values() for other in group[1:])]
    for one, other in pairs:
        sets.union(one, other)
    members: dict[str, list[str]] = defaultdict(list)
    for table in sorted(tables):
        members[sets.find(table)].append(table)
    units = tuple(sorted(tuple(group) for group in members.values()))
    unit_of = {table: number for number, unit in enumerate(units) for table in unit}
    names = _names_of(units, named, unit_of)
    for one, other in wanted.apart:
        if unit_of[one] == unit_of[other]:
            raise InputError(
                f"--apart {one} {other}: the other pins put the two together ({_why(units, unit_of[one])})"
            )
    apart = {(unit_of[one], unit_of[other]) for one, other in wanted.apart}
    apart |= {(one, other) for one in names for other in names if names[one] != names[other]}
    return Pins(units, frozenset((min(pair), max(pair)) for pair in apart), names)


def _known(names: Iterable[str], tables: Sequence[str]) -> None:
    known = set(tables)
    for name in names:
        if name not in known:
            near = difflib.get_close_matches(name, sorted(known), n=1)
            raise UnknownNameError(f"no table is called {name!r}{f'; did you mean {near[0]}?' if near else ''}")


def _named(keep: Iterable[Pair]) -> dict[str, str]:
    found: dict[str, str] = {}
    for table, name in keep:
        if not name:
            raise InputError(f"--keep {table}=: name the context to keep it in")
        if found.setdefault(table, name) != name:
            raise InputError(f"--keep {table}: kept in two contexts, {found[table]} and {name}")
    return found


def _by_name(named: Mapping[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for table, name in sorted(named.items()):
        found[name].append(table)
    return found


def _names_of(units: Sequence[tuple[str, ...]], named: Mapping[str, str], unit_of: Mapping[str, int]) -> dict[int, str]:
    names: dict[int, str] = {}
    for table, name in sorted(named.items()):
        unit = unit_of[table]
        if names.setdefault(unit, name) != name:
            other = next(each for each in units[unit] if named.get(each) == names[unit])
            raise InputError(
                f"--keep {table}={name} and --keep {other}={names[unit]}: the other pins put the two tables together"
                f" ({_why(units, unit)})"
            )
    return names


def _why(units: Sequence[tuple[str, ...]], unit: int) -> str:
    return f"{', '.join(units[unit])} are one"
