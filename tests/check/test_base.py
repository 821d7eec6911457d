"""Which commit does a change start from?  Every CI's variables, and clones that do not know."""

from __future__ import annotations

import pytest

from boundary.check.base import base_of
from boundary.errors import HistoryError

HEAD, MAIN, FORK, MERGE = ("a" * 40, "b" * 40, "c" * 40, "d" * 40)
ORIGIN = "refs/remotes/origin/main"


class History:
    """A clone that knows some references; whatever left main left it at FORK."""

    def __init__(
        self, known: dict[str, str], *, shallow: bool = False, clean: bool = False, joined: bool = True
    ) -> None:
        self._known, self.is_shallow, self._clean, self._joined = known, shallow, clean, joined

    def commit(self, reference: str) -> str | None:
        return self._known.get(reference)

    def merge_base(self, one: str, other: str) -> str | None:
        if one == other:
            return one
        return FORK if self._joined else None

    def symbolic(self, reference: str) -> str | None:
        return ORIGIN if reference == "refs/remotes/origin/HEAD" and ORIGIN in self._known else None

    def is_clean(self) -> bool:
        return self._clean


@pytest.mark.parametrize(
    ("environment", "known", "expected"),
    [
        ({}, {ORIGIN: MAIN}, FORK),
        ({}, {"refs/heads/master": MAIN}, FORK),
        ({"GITHUB_BASE_REF": "main"}, {ORIGIN: MAIN}, FORK),
        ({"GITHUB_BASE_REF": "main", "GITHUB_REF": "refs/pull/1/merge"}, {"HEAD^1": MAIN, "HEAD^2": HEAD}, MAIN),
        ({"CI_MERGE_REQUEST_DIFF_BASE_SHA": FORK}, {FORK: FORK}, FORK),
        ({"CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}, {ORIGIN: MAIN}, FORK),
        ({"BITBUCKET_PR_DESTINATION_BRANCH": "main"}, {ORIGIN: MAIN}, FORK),
        ({"SYSTEM_PULLREQUEST_TARGETBRANCH": "refs/heads/main"}, {ORIGIN: MAIN}, FORK),
        ({"BUILDKITE_PULL_REQUEST_BASE_BRANCH": "main"}, {ORIGIN: MAIN}, FORK),
        ({"CHANGE_TARGET": "main"}, {"refs/heads/main": MAIN}, FORK),
        ({"DRONE_TARGET_BRANCH": "main"}, {ORIGIN: MAIN}, FORK),
        ({"PRE_COMMIT_FROM_REF": FORK}, {FORK: FORK}, FORK),
        ({"PRE_COMMIT_FROM_REF": "0" * 40}, {ORIGIN: MAIN}, FORK),
    ],
)
def test_auto(environment: dict[str, str], known: dict[str, str], expected: str) -> None:
    assert base_of(History({"HEAD": HEAD, **known}), "auto", HEAD, environment).commit == expected


@pytest.mark.parametrize(
    ("environment", "clean", "expected"),
    [({"CI": "true"}, True, MERGE), ({"CI": "true"}, False, HEAD), ({}, True, HEAD)],
)
def test_on_the_default_branch_itself(environment: dict[str, str], clean: bool, expected: str) -> None:  # noqa: FBT001 - a column of the table
    history = History({"HEAD": HEAD, ORIGIN: HEAD, "HEAD^1": MERGE}, clean=clean)
    assert base_of(history, "auto", HEAD, environment).commit == expected


def test_a_name_is_looked_for_at_origin_too() -> None:
    assert base_of(History({"refs/remotes/origin/release": MAIN}), "release", HEAD, {}).commit == FORK


@pytest.mark.parametrize(
    ("history", "reference", "environment", "words"),
    [
        (History({}), "auto", {"GITHUB_BASE_REF": "main"}, "git fetch --no-tags origin +refs/heads/main:"),
        (History({}, shallow=True), "auto", {"CHANGE_TARGET": "main"}, "git fetch --no-tags --unshallow origin +refs/"),
        (History({}, shallow=True), FORK, {}, f"git fetch --no-tags --unshallow origin {FORK}"),
        (History({"x": MAIN}, shallow=True, joined=False), "x", {}, "too shallow to see where x was left"),
        (History({"x": MAIN}, joined=False), "x", {}, "no common history"),
        (History({}), "auto", {}, "--base origin/main"),
        (History({ORIGIN: HEAD}, shallow=True, clean=True), "auto", {"CI": "1"}, "git fetch --deepen=1 origin HEAD"),
    ],
)
def test_what_a_clone_does_not_know(history: History, reference: str, environment: dict[str, str], words: str) -> None:
    with pytest.raises(HistoryError) as raised:
        base_of(history, reference, HEAD, environment)
    assert words in str(raised.value)
