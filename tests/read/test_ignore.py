"""Patterns as in .gitignore: each is tried once, and says what it said."""

from __future__ import annotations

import re
import time
import warnings
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from boundary.read.ignore import LONGEST, RULES, rules_in, rules_of, spec_of

if TYPE_CHECKING:
    from pathlib import Path

PIECES = ["a", "b", "*", "**/", "/", "?", "[ab]", "[!a]", "/**/", "***", "\\*", "."]


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=8), st.text("ab*/.", min_size=1, max_size=14))
def test_a_pattern_says_what_it_said(pieces: list[str], path: str) -> None:
    pattern, plain = "".join(pieces), "/".join(part for part in path.split("/") if part)
    try:
        expected = GitIgnoreSpec.from_lines([pattern])
    except ValueError:
        return
    for one in expected.patterns:  # no set of letters is a slash, which pathspec takes for one that is no `a`
        one.regex = re.compile(one.regex.pattern.replace("[^a]", "[^a/]")) if one.regex else None
    assert spec_of([pattern]).match_file(plain) == expected.match_file(plain)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*a" * 12 + "*b", "a" * 250),
        ("a/**/" * 12 + "b", "a/" * 300 + "a"),
        ("*" * 40 + "b", "a" * 250),
        ("?*" * 40 + "b", "a" * 250),
        ("*[ab]" * 12 + "*c", "a" * 250),
    ],
)
def test_no_pattern_takes_long(pattern: str, path: str) -> None:
    started = time.monotonic()
    assert rules_of(f"{pattern}\n!kept".encode()).verdict(path) is None
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("path", ["*/a", "b/a"])
def test_no_set_of_letters_is_a_slash(path: str) -> None:
    assert rules_of(b"***[!a]*a\nx[!a]a\n").verdict(path) is None


@pytest.mark.parametrize("letters", ["!--a", "!-a", "!a-", "!---", "^--a"])
def test_a_hyphen_in_a_set_of_other_letters(letters: str) -> None:
    rules = rules_of(f"x[{letters}]y\n".encode())
    assert rules.verdict("xzy")
    assert rules.verdict("x-y") is None
    assert rules.verdict("x/y") is None


@pytest.mark.parametrize("line", ["x[b-a]y", "[[a]", "a[z-!]"])
def test_what_is_no_pattern_counts_for_nothing_and_nobody_is_warned(line: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        rules = rules_of(f"{line}\n*.pyc\n".encode())
    assert rules.verdict("a.pyc")
    assert not rules.verdict("a.py")


def test_a_file_without_measure_is_read_up_to_a_whole_line(tmp_path: Path) -> None:
    filler = b"# " + b"a" * (LONGEST - 6) + b"\n"
    (tmp_path / RULES).write_bytes(filler + b"*" + b".pyc\n" * 100)
    rules = rules_in(tmp_path)
    assert rules is not None
    assert not rules.verdict("a.py")
