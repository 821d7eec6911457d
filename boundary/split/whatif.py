"""What if?  Changes of a split thought through: every metric before and after, and what becomes cut or whole."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from boundary.errors import InputError, UnknownNameError
from boundary.model.outcome import Crossing, Follower, Group, Outcome
from boundary.split.communities import communities
from boundary.split.contract import Contraction, bindings, contract, tables_of
from boundary.split.evidence import evidence
from boundary.split.given import Division, ground, split_of
from boundary.split.names import name_contexts
from boundary.split.relaxing import whole_id, without_seams

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from boundary.config import Settings
    from boundary.model.outcome import Change
    from boundary.model.scan import Scan, Seam, Split
    from boundary.split.given import Ground

TWO = 2


@dataclass(frozen=True, slots=True)
class _State:
    """A division while changes are made to it, and the seams that they relax."""

    on: Ground
    division: Division
    relaxed: frozenset[Seam] = frozenset()


def whatif(
    scan: Scan, base: Split, changes: Sequence[Change], settings: Settings | None = None, *, guessed: bool = True
) -> Outcome:
    """What the changes, one after the other, make of the split `base`.

    Modules follow their tables, before and after, unless they are moved themselves; those that another division than
    ours has placed stay there. Raises `UnknownNameError` for a name that is not there, and `InputError` for a change
    that means nothing.
    """
    on = ground(scan, settings, guessed=guessed)
    division = Division(
        tuple(context.name for context in base.contexts),
        {table: context.name for context in base.contexts for table in context.tables},
    )
    state = _State(on, division)
    for change in changes:
        state = _VERBS[change.verb](state, change.names)
    after_scan = without_seams(scan, state.relaxed) if state.relaxed else scan
    after_on = ground(after_scan, settings, guessed=guessed) if state.relaxed else on
    before, after = split_of(base.name, division, on), split_of("after", state.division, after_on)
    cut_before = {one.transaction: one for one in _crossings(on, division)}
    cut_after = {one.transaction: one for one in _crossings(after_on, state.division)}
    return Outcome(
        base=base.name,
        changes=tuple(changes),
        before=before,
        after=after,
        cut=tuple(one for name, one in cut_after.items() if name not in cut_before),
        whole=tuple(one for name, one in cut_before.items() if name not in cut_after),
        followers=tuple(_followers(before, after, state.division)),
        glued_before=_glued(scan, guessed=guessed),
        glued_after=_glued(after_scan, guessed=guessed),
    )


# --- changes ----------------------------------------------------------------------------------------------


def _move(state: _State, names: Sequence[str]) -> _State:
    """`move NAME CONTEXT`: a table or a module."""
    if len(names) != TWO:
        raise InputError("move takes a table or module, and the context that it goes to")
    name, target = names[0], _context(state.division, names[1])
    table = _table(state.on.scan, name)
    if table is not None:
        return _with_tables(state, {table: target})
    module = _module(state.on.scan, name)
    if module is None:
        raise _unknown(
            name, [*tables_of(state.on.scan), *(one.name for one in state.on.scan.modules)], "table or module"
        )
    return replace(state, division=replace(state.division, modules={**state.division.modules, module: target}))


def _merge(state: _State, names: Sequence[str]) -> _State:
    """`merge A B`: everything of the second context goes into the first."""
    if len(names) < TWO:
        raise InputError("merge takes the contexts that become one")
    first, *others = (_context(state.division, name) for name in names)
    gone = set(others) - {first}
    tables = {table: first if held in gone else held for table, held in state.division.tables.items()}
    modules = {module: first if held in gone else held for module, held in state.division.modules.items()}
    left = tuple(name for name in state.division.names if name not in gone)
    return replace(state, division=Division(left, tables, modules))


def _split(state: _State, names: Sequence[str]) -> _State:
    """`split CONTEXT [TABLE ...]`: the tables become a context of their own; without any, its communities do."""
    if not names:
        raise InputError("split takes a context, and the tables that leave it, if they are decided")
    context = _context(state.division, names[0])
    held = sorted(table for table, name in state.division.tables.items() if name == context)
    if names[1:]:
        leaving = [_known_table(state.on.scan, name) for name in names[1:]]
        strangers = sorted(set(leaving) - set(held))
        if strangers:
            raise InputError(f"split {context}: {', '.join(strangers)} is not in it")
        parts = [sorted(set(held) - set(leaving)), sorted(set(leaving))]
    else:
        parts = _communities(state.on, held)
    parts = [part for part in parts if part]
    if len(parts) < TWO:
        raise InputError(f"split {context}: nothing to divide it by; name the tables that leave it")
    return _renamed(state, context, parts)


def _pin(state: _State, names: Sequence[str]) -> _State:
    """`pin A B`: the context of the second table is merged with the first one's as far as transactions demand it."""
    if len(names) != TWO:
        raise InputError("pin takes two tables that one context has to hold")
    stays, comes = (_known_table(state.on.scan, name) for name in names)
    group_of = contract(state.on.scan, guessed=state.on.guessed)
    with_it = group_of.groups[group_of.group_of[comes]]
    home, away = state.division.tables[stays], state.division.tables[comes]
    return _with_tables(state, {table: home for table in with_it if state.division.tables[table] == away})


def _relax(state: _State, names: Sequence[str]) -> _State:
    """`relax FILE:LINE`: what the calls and writes of this line do commits by itself; so does what `LIBRARY` does."""
    if len(names) != 1:
        raise InputError("relax takes one place, as FILE:LINE, or a library that writes unasked")
    unasked = {link.seam for link in state.on.trees.links if not link.seam.file and link.seam.function == names[0]}
    if unasked:
        return replace(state, relaxed=state.relaxed | unasked)
    file, _, line = names[0].rpartition(":")
    if not file or not line.isdigit():
        raise InputError(f"relax: {names[0]!r} is not FILE:LINE")
    wanted = file.removeprefix("./")
    found = {
        link.seam
        for link in state.on.trees.links
        if link.seam.line == int(line) and (link.seam.file == wanted or link.seam.file.endswith("/" + wanted))
    }
    if not found:
        lines = sorted({link.seam.line for link in state.on.trees.links if link.seam.file.endswith(wanted)})
        hint = f"; it has seams at {', '.join(map(str, lines[:12]))}" if lines else ""
        raise UnknownNameError(f"no transaction passes a seam at {names[0]}{hint}")
    return replace(state, relaxed=state.relaxed | found)


_VERBS = {"move": _move, "merge": _merge, "split": _split, "pin": _pin, "relax": _relax}


def _with_tables(state: _State, moved: dict[str, str]) -> _State:
    return replace(state, division=replace(state.division, tables={**state.division.tables, **moved}))


def _communities(on: Ground, tables: Sequence[str]) -> list[list[str]]:
    """The communities among some tables: of their must-link groups, or where that divides nothing, of single tables."""
    held = set(tables)
    groups = [tuple(sorted(held.intersection(group))) for group in contract(on.scan, guessed=on.guessed).groups]
    found = [list(tables)]
    for units in (sorted(group for group in groups if group), [(table,) for table in tables]):
        number = {table: index for index, unit in enumerate(units) for table in unit}
        graph = evidence(on.scan, on.usage, Contraction(tuple(units), number))
        found = [sorted(table for node in part for table in graph.groups[node]) for part in communities(graph).parts]
        if len(found) > 1:
            break
    return found


def _renamed(state: _State, context: str, parts: Sequence[Sequence[str]]) -> _State:
    """Put parts in the place of a context: the largest keeps its name."""
    ordered = sorted(parts, key=lambda part: (-len(part), list(part)))
    taken = set(state.division.names)
    names = [context]
    for proposed in name_contexts(state.on.scan, ordered)[1:]:
        name, number = proposed, 2
        while name in taken:
            name, number = f"{proposed}-{number}", number + 1
        taken.add(name)
        names.append(name)
    tables = {table: name for name, part in zip(names, ordered, strict=True) for table in part}
    at = state.division.names.index(context)
    every = (*state.division.names[:at], *names, *state.division.names[at + 1 :])
    return replace(state, division=Division(every, {**state.division.tables, **tables}, state.division.modules))


# --- what they come to --------------------------------------------------------------------------------------


def _crossings(on: Ground, division: Division) -> Iterable[Crossing]:
    """The transactions that the division cuts, a transaction in pieces once."""
    found: dict[str, dict[str, set[str]]] = {}
    for edge in bindings(on.scan, guessed=on.guessed):
        homes: dict[str, set[str]] = {}
        for table in edge.tables:
            homes.setdefault(division.tables[table], set()).add(table)
        if len(homes) > 1:
            held = found.setdefault(whole_id(edge.transaction.id), {})
            for name, tables in homes.items():
                held.setdefault(name, set()).update(tables)
    for name, by_context in found.items():
        yield Crossing(name, {context: tuple(sorted(tables)) for context, tables in sorted(by_context.items())})


def _followers(before: Split, after: Split, division: Division) -> Iterable[Follower]:
    homes = [
        {module: context.name for context in split.contexts for module in context.modules} for split in (before, after)
    ]
    for module in sorted(homes[0].keys() | homes[1].keys()):
        old, new = homes[0].get(module), homes[1].get(module)
        if old != new and module not in division.modules and old in (None, *division.names):
            yield Follower(module, old, new)


def _glued(scan: Scan, *, guessed: bool) -> Group:
    groups = contract(scan, guessed=guessed).groups
    return Group(len(groups), max(map(len, groups), default=0))


# --- names ------------------------------------------------------------------------------------------------


def _context(division: Division, name: str) -> str:
    if name in division.names:
        return name
    raise _unknown(name, division.names, "context")


def _known_table(scan: Scan, name: str) -> str:
    table = _table(scan, name)
    if table is None:
        raise _unknown(name, tables_of(scan), "table")
    return table


def _table(scan: Scan, name: str) -> str | None:
    """A table by its name, or by the end of its model's."""
    if name in tables_of(scan):
        return name
    by_model = [one.name for one in scan.tables if one.model and (one.model == name or one.model.endswith(f".{name}"))]
    return by_model[0] if len(by_model) == 1 else None


def _module(scan: Scan, name: str) -> str | None:
    """A module by its dotted name or its file."""
    found = [one.name for one in scan.modules if name in {one.name, one.file}]
    return found[0] if found else None


def _unknown(name: str, known: Iterable[str], what: str) -> UnknownNameError:
    near = difflib.get_close_matches(name, list(known), n=3)
    hint = f"; did you mean {' or '.join(near)}?" if near else ""
    if what == "context" and not near:
        hint = f"; there are {', '.join(known)}"
    return UnknownNameError(f"no {what} is called {name!r}{hint}")
