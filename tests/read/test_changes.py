"""Was a line touched?  By the text of the innermost function or class around it."""

from __future__ import annotations

import pytest

from boundary.read.changes import Changes

BEFORE = """\
import os

LIMIT = 1


class Order:
    total = 0

    def save(self):
        return 1

    def delete(self):
        return 2


def place():
    return 3
"""


def touched(after: str | None, line: int, before: str | None = BEFORE) -> bool:
    given = [None if text is None else text.encode() for text in (before, after)]
    return Changes(lambda _: given[0], lambda _: given[1]).touched("a.py", line)


@pytest.mark.parametrize(
    ("old", "new", "lines"),
    [
        ("return 1", "return 9", {9, 10}),
        ("return 3", "return 9", {16, 17}),
        ("total = 0", "total = 9", {6, 7, 8, 11}),
        ("LIMIT = 1", "LIMIT = 9", {1, 2, 3, 4, 5, 14, 15}),
        ("def place", "def other", {16, 17}),
    ],
)
def test_lines(old: str, new: str, lines: set[int]) -> None:
    after = BEFORE.replace(old, new)
    assert {line for line in range(1, 18) if touched(after, line)} == lines


def test_moving_lines_touches_nothing_in_functions() -> None:
    assert not touched("# a comment\n\n" + BEFORE, 12)
    assert not touched(BEFORE.replace("\n", "\r\n"), 10)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [(None, BEFORE, True), (BEFORE, None, True), (BEFORE, BEFORE, False), (BEFORE, "def broken(:", True)],
)
def test_whole_files(before: str | None, after: str | None, expected: bool) -> None:  # noqa: FBT001 - a column
    assert touched(after, 1, before) is expected
