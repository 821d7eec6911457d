"""Which commit does a change start from?  Told by the CI, by the clone, or by hand."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import msgspec

from boundary.errors import HistoryError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Protocol

    class History(Protocol):
        """What is asked of a repository."""

        is_shallow: bool

        def commit(self, reference: str) -> str | None:
            """The commit that a reference means."""

        def merge_base(self, one: str, other: str) -> str | None:
            """The best common ancestor."""

        def symbolic(self, reference: str) -> str | None:
            """What a symbolic reference stands for."""

        def is_clean(self) -> bool:
            """Whether the work tree is as HEAD."""


AUTO = "auto"
_COMMITS = ("CI_MERGE_REQUEST_DIFF_BASE_SHA", "PRE_COMMIT_FROM_REF", "BITBUCKET_PR_DESTINATION_COMMIT")
_BRANCHES = (
    "GITHUB_BASE_REF",
    "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
    "BITBUCKET_PR_DESTINATION_BRANCH",
    "SYSTEM_PULLREQUEST_TARGETBRANCH",
    "BUILDKITE_PULL_REQUEST_BASE_BRANCH",
    "CHANGE_TARGET",
    "DRONE_TARGET_BRANCH",
)
"""What GitHub, GitLab, Bitbucket, Azure, Buildkite, Jenkins and Drone call the branch that a change goes to."""
_DEFAULTS = ("refs/remotes/origin/main", "refs/remotes/origin/master", "refs/heads/main", "refs/heads/master")
_ZERO = "0" * 40


class Base(msgspec.Struct, frozen=True):
    """The commit to compare with, and how it is called in messages."""

    commit: str
    name: str


def base_of(history: History, reference: str, head: str, environment: Mapping[str, str] = os.environ) -> Base:
    """The commit that `head` is compared with: where it left `reference`, or what `auto` finds.

    Raises `HistoryError` with the way out where this clone does not tell.
    """
    if reference != AUTO:
        return _left(history, reference, head)
    told = next((environment[key] for key in _COMMITS if environment.get(key, _ZERO) != _ZERO), None)
    if told:
        return _left(history, told, head)
    branch = next((environment[key] for key in _BRANCHES if environment.get(key)), None)
    if branch:
        return _of_branch(history, branch.removeprefix("refs/heads/"), head, environment)
    return _of_default(history, head, environment)


def _of_branch(history: History, branch: str, head: str, environment: Mapping[str, str]) -> Base:
    for reference in (f"refs/remotes/origin/{branch}", f"refs/heads/{branch}"):
        if history.commit(reference):
            return _left(history, reference, head)
    first = history.commit("HEAD^1")
    if environment.get("GITHUB_REF", "").endswith("/merge") and history.commit("HEAD^2") and first:
        return Base(first, branch)  # what GitHub checks out for a pull request is its merge into the branch
    raise HistoryError(f"the branch {branch} is not in this clone: {_fetch(history, branch)}")


def _of_default(history: History, head: str, environment: Mapping[str, str]) -> Base:
    named = history.symbolic("refs/remotes/origin/HEAD")
    for reference in (*([named] if named else []), *_DEFAULTS):
        if history.commit(reference):
            base = _left(history, reference, head)
            if base.commit == head and environment.get("CI") and history.is_clean():
                return _before(history, base)
            return base
    raise HistoryError("no default branch was found to compare with: name one, as in --base origin/main")


def _before(history: History, base: Base) -> Base:
    """On the default branch itself, after a push: the commit before."""
    first = history.commit("HEAD^1")
    if first is not None:
        return Base(first, "HEAD^1")
    if history.is_shallow:
        raise HistoryError("this clone has one commit only: git fetch --deepen=1 origin HEAD")
    return base


def _left(history: History, reference: str, head: str) -> Base:
    """Where the work tree's history left a reference."""
    shown = reference.removeprefix("refs/remotes/").removeprefix("refs/heads/")
    commit = history.commit(reference)
    if commit is None and not reference.startswith("refs/"):
        commit = history.commit(f"refs/remotes/origin/{reference}")
    if commit is None:
        raise HistoryError(f"{shown} is not in this clone: {_fetch(history, shown)}")
    found = history.merge_base(commit, head)
    if found is None:
        if history.is_shallow:
            raise HistoryError(f"this clone is too shallow to see where {shown} was left: {_fetch(history, shown)}")
        raise HistoryError(f"{shown} and HEAD have no common history; compare with another --base")
    return Base(found, shown)


def _fetch(history: History, reference: str) -> str:
    """The command that makes up for what a clone does not have."""
    branch = reference.removeprefix("origin/")
    deeper = "--unshallow " if history.is_shallow else ""
    if len(branch) == len(_ZERO) and all(digit in "0123456789abcdef" for digit in branch):
        return f"git fetch --no-tags {deeper}origin {branch}"
    return f"git fetch --no-tags {deeper}origin +refs/heads/{branch}:refs/remotes/origin/{branch}"
