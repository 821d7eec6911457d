"""MoJo against a search through all moves and joins, and values counted by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from boundary.split.mojo import mojofm, moves_and_joins, rand_index

if TYPE_CHECKING:
    from collections.abc import Iterator

Groups = frozenset[frozenset[str]]


def division(text: str) -> dict[str, int]:
    """`ab cd` has a and b in one group, c and d in another."""
    return {item: number for number, group in enumerate(text.split()) for item in group}


def groups(held: dict[str, int]) -> Groups:
    return frozenset(frozenset(item for item in held if held[item] == group) for group in set(held.values()))


def one_step(held: Groups) -> Iterator[Groups]:
    for group in held:
        for other in held - {group}:
            yield held - {group, other} | {group | other}
        for item in group:
            rest = held - {group} | ({group - {item}} if len(group) > 1 else set())
            yield rest | {frozenset({item})}
            for other in held - {group}:
                yield rest - {other} | {other | {item}}


def searched(one: Groups, other: Groups) -> int:
    seen, waiting, steps = {one}, {one}, 0
    while other not in waiting:
        waiting = {new for held in waiting for new in one_step(held)} - seen
        seen |= waiting
        steps += 1
    return steps


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=5))
def test_no_fewer_moves_and_joins_do(labels: list[tuple[int, int]]) -> None:
    one = {str(item): label for item, (label, _) in enumerate(labels)}
    other = {str(item): label for item, (_, label) in enumerate(labels)}
    assert moves_and_joins(one, other) == searched(groups(one), groups(other))


@settings(deadline=None, max_examples=40)
@given(st.lists(st.integers(0, 3), min_size=1, max_size=5))
def test_no_division_is_farther_than_the_farthest(labels: list[int]) -> None:
    reference = {str(item): label for item, label in enumerate(labels)}
    every = [{str(item): label for item, label in enumerate(each)} for each in _labellings(len(labels))]
    assert min(mojofm(one, reference) for one in every) == pytest.approx(0.0 if len(labels) > 1 else 100.0)


def _labellings(count: int) -> Iterator[list[int]]:
    if not count:
        yield []
        return
    for rest in _labellings(count - 1):
        yield from ([*rest, label] for label in range(max(rest, default=-1) + 2))


@pytest.mark.parametrize(
    ("one", "reference", "distance", "quality"),
    [
        ("ab cd", "ab cd", 0, 100.0),
        ("abcd", "ab cd", 2, 0.0),  # two of four have to move, and nothing is farther
        ("a b c d", "ab cd", 2, 0.0),
        ("abc d", "ab cd", 1, 50.0),
        ("abcx d", "ab cdy", 1, 50.0),  # what only one of them divides does not count
    ],
)
def test_by_hand(one: str, reference: str, distance: int, quality: float) -> None:
    assert moves_and_joins(division(one), division(reference)) == distance
    assert mojofm(division(one), division(reference)) == pytest.approx(quality)


def test_rand_index() -> None:
    assert rand_index(division("ab cd"), division("cd ab")) == 1.0
    assert rand_index(division("ab cd"), division("ac bd")) == pytest.approx(-0.5)
