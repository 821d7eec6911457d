"""What of the work that is open does a commit end?  Where a program has several sessions, that of its own alone.

What others have open goes on, and ends where they commit. Where its tables are together in no transaction, they are
told of by themselves, at the commit that it was open at, so that nothing is lost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from boundary.link.effects.sites import Part, Site
    from boundary.link.frameworks.sqlalchemy.several import Apart
    from boundary.model.scan import Access, BlindSpot

NOWHERE: Final = ("", 0)


class Ended:
    """A way in which a site is entered, and what happens there; `commit` is where that ends, by file and line."""

    __slots__ = ("accesses", "blind_spots", "commit", "site", "way")

    def __init__(
        self,
        site: Site,
        way: Hashable,
        commit: tuple[str, int],
        accesses: tuple[Access, ...],
        blind_spots: tuple[BlindSpot, ...],
    ) -> None:
        self.site, self.way, self.commit = site, way, commit
        self.accesses, self.blind_spots = accesses, blind_spots


def _bound(one: Ended) -> set[tuple[str, str]]:
    """The tables that a way binds, each with how."""
    return {(access.table, access.op) for access in one.accesses if access.binds}


def _tables(one: Ended) -> set[str]:
    """The tables that belong together by a way."""
    return {table for table, _ in _bound(one)}


def commit_of(parts: list[Part]) -> tuple[str, int]:
    """Where a transaction of these parts ends: at its commit, or with its block."""
    context, index, _ = parts[0]
    return (context.module.file, context.regions[index].line) if index >= 0 else NOWHERE


def told_apart(entered: list[Ended], apart: Apart) -> list[Ended]:
    """The ways in which sites are entered, each without what another session has open."""
    if not apart.tells:
        return entered
    own: list[tuple[Ended, bool]] = []
    others: list[Ended] = []
    for one in entered:
        elsewhere = apart.ended_elsewhere(*one.commit, [access.table for access in one.accesses])
        if elsewhere:
            left = tuple([access for access in one.accesses if access.table not in elsewhere])
            own.append((Ended(one.site, one.way, one.commit, left, one.blind_spots), True))
            for tables in _of_one_session(elsewhere):
                there = tuple([each for each in one.accesses if each.table in tables])
                others.append(Ended(one.site, one.way, one.commit, there, ()))
        else:
            own.append((one, False))
    kept = _not_covered(own)
    held = [_tables(one) for one in kept]
    for one in sorted(others, key=lambda each: -len(_tables(each))):
        tables = _tables(one)
        if tables and not any(tables <= each for each in held):
            held.append(tables)
            kept.append(one)
    return kept


def _not_covered(own: list[tuple[Ended, bool]]) -> list[Ended]:
    """Those that say something, once something was taken from them, that no other way into their site says."""
    kept: list[Ended] = []
    for place, (one, is_changed) in enumerate(own):
        beside = [
            (_bound(other), index) for index, (other, _) in enumerate(own) if other.site is one.site and index != place
        ]
        bound = _bound(one)
        if not is_changed or not any(bound < other or (bound == other and index < place) for other, index in beside):
            kept.append(one)
    return kept


def _of_one_session(elsewhere: dict[str, frozenset[str]]) -> Iterable[set[str]]:
    """Tables in groups of which no two have a session in common."""
    groups: list[tuple[set[str], set[str]]] = []
    for table, sessions in sorted(elsewhere.items()):
        tables, makers = {table}, set(sessions)
        for group in [one for one in groups if not makers.isdisjoint(one[1])]:
            groups.remove(group)
            tables |= group[0]
            makers |= group[1]
        groups.append((tables, makers))
    return [tables for tables, _ in groups]
