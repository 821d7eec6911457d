"""Which guess, if it is wrong, changes the split most?  Each one left out in turn.

An access rests on the guesses on its way: the guessed calls of its witness and the guess at its own line. Without one
of them it is gone, and its transaction binds fewer tables. All guesses are left out one by one by divide and conquer
over sets that can be rolled back, in O(l log g log n) for l links between tables, g guesses and n tables.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from boundary.split.contract import bindings
from boundary.split.core import UndoableSets

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from boundary.model.scan import Access, Guess, Scan
    from boundary.split.contract import Bound

Place = tuple[str, int, str]
Rests = frozenset[Place]
Link = tuple[str, str, Rests]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A guess, and what would change were it wrong.

    `frees` is how many tables smaller the largest must-link group would be, `parts` how many more groups there would be
    in all, `transactions` the ids of those that would bind fewer tables, and `tables` those that they would not bind.
    """

    guess: Guess
    frees: int
    parts: int
    transactions: tuple[str, ...]
    tables: tuple[str, ...]


def doubts(scan: Scan) -> tuple[Doubt, ...]:
    """The guesses that bind a table, first those that change most."""
    guesses = {(one.file, one.line, one.function): one for one in scan.guesses}
    if not guesses:
        return ()
    links: list[Link] = []
    unbound: dict[Place, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for edge in bindings(scan):
        resting = _resting(edge, guesses)
        links += _links(resting)
        for table, places in resting.items():
            for place in places:
                unbound[place][edge.transaction.id].add(table)
    if not unbound:
        return ()
    without = _without_each(links, sorted(unbound))
    largest, unions = _whole(links)
    found = [
        Doubt(
            guess=guesses[place],
            frees=largest - without[place][0],
            parts=unions - without[place][1],
            transactions=tuple(sorted(held)),
            tables=tuple(sorted({table for tables in held.values() for table in tables})),
        )
        for place, held in unbound.items()
    ]
    return tuple(sorted(found, key=_rank))


def _rank(doubt: Doubt) -> tuple[object, ...]:
    guess = doubt.guess
    return (-doubt.frees, -doubt.parts, -len(doubt.transactions), guess.file, guess.line, guess.function)


def _resting(edge: Bound, guesses: Mapping[Place, Guess]) -> dict[str, Rests]:
    """The tables that a transaction binds, each with the guesses without any of which it would not."""
    found: dict[str, Rests] = {}
    for access in edge.accesses:
        places = frozenset(_guesses_of(access, guesses)) if access.confidence == "guessed" else frozenset()
        before = found.get(access.table)
        found[access.table] = places if before is None else before & places
    return found


def _guesses_of(access: Access, guesses: Mapping[Place, Guess]) -> Iterator[Place]:
    """The guesses on the way to an access: calls that are taken for the next function, its own line for its table."""
    followers = [*(frame.function for frame in access.via[1:]), access.function]
    for frame, follower in zip(access.via, followers, strict=False):
        place = (frame.file, frame.line, frame.function)
        guess = guesses.get(place)
        if guess is not None and follower in guess.reaches:
            yield place
    own = (access.file, access.line, access.function)
    guess = guesses.get(own)
    if guess is not None and access.table in guess.tables:
        yield own


def _links(resting: Mapping[str, Rests]) -> Iterator[Link]:
    """What ties the tables of one transaction together, link by link, each with the guesses that it rests on.

    Tables that rest on the same guesses are a star; the stars meet in the tables that rest on none, or, where there
    are no such tables, each in every other.
    """
    alike: dict[Rests, list[str]] = defaultdict(list)
    for table in sorted(resting):
        alike[resting[table]].append(table)
    for places, tables in alike.items():
        for other in tables[1:]:
            yield tables[0], other, places
    certain = alike.get(frozenset())
    if certain is not None:
        for places, tables in alike.items():
            if places:
                yield certain[0], tables[0], places
        return
    for (rests, first), (others, second) in combinations(alike.items(), 2):
        yield first[0], second[0], rests | others


def _whole(links: Iterable[Link]) -> tuple[int, int]:
    """The size of the largest group (1 without any), and how many unions made the groups."""
    sets = UndoableSets()
    _add(sets, links)
    return max(sets.largest, 1), sets.mark()


def _without_each(links: list[Link], places: list[Place]) -> dict[Place, tuple[int, int]]:
    """The same for every guess, without it.

    A link is added as soon as none of the guesses that it rests on is among those still to be left out.
    """
    number = {place: index for index, place in enumerate(places)}
    sets = UndoableSets()
    found: dict[Place, tuple[int, int]] = {}

    def leave_out(start: int, end: int, waiting: list[Link]) -> None:
        free = [one for one in waiting if not any(start <= number[place] < end for place in one[2])]
        held = [one for one in waiting if any(start <= number[place] < end for place in one[2])]
        before = sets.mark()
        _add(sets, free)
        if end - start == 1:
            found[places[start]] = max(sets.largest, 1), sets.mark()
        else:
            middle = (start + end) // 2
            leave_out(start, middle, held)
            leave_out(middle, end, held)
        sets.back_to(before)

    leave_out(0, len(places), links)
    return found


def _add(sets: UndoableSets, links: Iterable[Link]) -> None:
    sets.add(frozenset((one, other) for one, other, _ in links))
