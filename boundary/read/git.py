"""What does git know?  Commits, trees and the content of files in them, read from its objects without a checkout.

git itself is asked, as a child process: it knows worktrees, packs, alternates, partial clones and replaced objects, and
nothing here has to. What git says about a fault is passed on, with the way out where one is known.
"""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import msgspec

from boundary.errors import HistoryError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_OWN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY")
"""What git sets for hooks: it speaks of the folder that git was started in, not of the one that is analysed."""

_ALONE = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",
}
"""git reads what is here: it asks nobody, and what a clone has left out is not fetched."""

_TRUSTED = ("-c", "core.fsmonitor=false", "-c", "log.showSignature=false")
"""The settings by which a repository's own configuration could have a program started."""


class TreeItem(msgspec.Struct, frozen=True):
    """One entry of a tree: `path` relative to the tree, `mode` as git writes it, and the `id` of its object."""

    path: str
    mode: str
    id: str

    @property
    def is_file(self) -> bool:
        """Whether it is a regular file."""
        return self.mode.startswith("100")

    @property
    def is_link(self) -> bool:
        """Whether it is a symbolic link."""
        return self.mode == "120000"

    @property
    def is_submodule(self) -> bool:
        """Whether it is a commit of another repository."""
        return self.mode == "160000"


class Repository:
    """The repository that holds a folder.

    Raises `HistoryError` where there is no git, or the folder lies in no repository.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        found = self._ask("rev-parse", "--show-prefix", "--is-shallow-repository").splitlines()
        self.prefix = found[0].rstrip("/")
        """Where the folder lies in its repository, "" where it is the top."""
        self.is_shallow = found[1] == "true"

    def commit(self, reference: str) -> str | None:
        """The id of the commit that a branch, a tag or an expression such as `HEAD~2` means; None where none is."""
        return self._ask_maybe("rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")

    def merge_base(self, one: str, other: str) -> str | None:
        """The best common ancestor of two commits; None where there is none (in this clone)."""
        return self._ask_maybe("merge-base", one, other)

    def symbolic(self, reference: str) -> str | None:
        """What a symbolic reference, such as `refs/remotes/origin/HEAD`, stands for."""
        return self._ask_maybe("symbolic-ref", "--quiet", reference)

    def is_clean(self) -> bool:
        """Whether nothing below the folder differs from HEAD, untracked files included."""
        return not self._ask("status", "--porcelain", "--", ".").strip()

    def tree(self, commit: str, below: str | None = None) -> str | None:
        """The id of the tree of a commit at `below`, the folder itself by default; None where it has none there."""
        place = self.prefix if below is None else below
        return self._ask_maybe("rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}:{place}")

    def file(self, commit: str, path: str) -> bytes | None:
        """The content of a file of a commit, by its path from the top; None where there is none."""
        found = self.tree(commit, path)
        return next(iter(self.contents([found]))) if found else None

    def files(self, commit: str, paths: Iterable[str]) -> dict[str, bytes]:
        """The contents of files of a commit, by their paths from the top, in one question; those that it has."""
        asked = [path for path in paths if "\n" not in path]
        contents = self.contents(f"{commit}:{path}" for path in asked)
        return {path: content for path, content in zip(asked, contents, strict=True) if content is not None}

    def items(self, tree: str) -> list[TreeItem]:
        """Every file below a tree, with links and submodules."""
        listed = self._run("ls-tree", "-r", "-z", "--full-tree", tree)
        found = []
        for line in listed.split(b"\0"):
            head, _, path = line.partition(b"\t")
            if path:
                mode, _, identity = head.decode().split()
                found.append(TreeItem(path.decode(errors="surrogateescape"), mode, identity))
        return found

    def contents(self, ids: Iterable[str]) -> Iterator[bytes | None]:
        """The content of each object, in order; None for one that this clone does not have."""
        wanted = list(ids)
        if not wanted:
            return
        given = "".join(f"{one}\n" for one in wanted).encode(errors="surrogateescape")
        answer = self._run("cat-file", "--batch", given=given)
        position = 0
        for _ in wanted:
            end = answer.index(b"\n", position)
            head = answer[position:end].split()
            position = end + 1
            if head[-1] == b"missing":
                yield None
            else:
                size = int(head[-1])
                yield answer[position : position + size]
                position += size + 1

    def log(self, below: str, most: int) -> list[tuple[str, str, str]]:
        """The newest commits that changed something at `below` (relative to the top): id, day, subject."""
        said = self._ask(
            "log", f"--max-count={most}", "--format=%H%x00%cs%x00%s", "--end-of-options", "HEAD", "--", f":(top){below}"
        )
        return [tuple(line.split("\0", 2)) for line in said.splitlines() if line]  # type: ignore[misc]

    def _ask(self, *arguments: str) -> str:
        return self._run(*arguments).decode(errors="surrogateescape").rstrip("\n")

    def _ask_maybe(self, *arguments: str) -> str | None:
        """The answer, or None where git says that there is none."""
        done = self._start(arguments, None)
        return done.stdout.decode(errors="surrogateescape").strip() or None if done.returncode == 0 else None

    def _run(self, *arguments: str, given: bytes | None = None) -> bytes:
        done = self._start(arguments, given)
        if done.returncode:
            said = done.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
            raise HistoryError(f"git {arguments[0]} in {self._folder}: {said or f'exit code {done.returncode}'}")
        return done.stdout

    def _start(self, arguments: tuple[str, ...], given: bytes | None) -> subprocess.CompletedProcess[bytes]:
        environment = {key: value for key, value in os.environ.items() if key not in _OWN}
        environment |= _ALONE
        try:
            return subprocess.run(  # noqa: S603 - a fixed program; references are kept apart from options
                ["git", *_TRUSTED, "-C", str(self._folder), *arguments],  # noqa: S607 - git is where the user's PATH says
                input=given,
                capture_output=True,
                env=environment,
                check=False,
            )
        except FileNotFoundError:
            raise HistoryError("git is not installed, and the history is asked for") from None
