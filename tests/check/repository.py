"""A temporary git repository that a test fills, commits to and checks."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

from boundary.cli.main import outcome

if TYPE_CHECKING:
    from pathlib import Path

WHO = ("-c", "user.name=A Person", "-c", "user.email=person@example.org", "-c", "commit.gpgsign=false")


class Repository:
    """A work tree with verbs; its cache lies beside it, never in the home of whoever runs the tests."""

    def __init__(self, folder: Path, files: dict[str, str] | None = None) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")
        if files is not None:
            self.write(files)
            self.commit("Start")

    def git(self, *arguments: str) -> str:
        environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        done = subprocess.run(
            ["git", *WHO, "-c", "protocol.file.allow=always", *arguments],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def write(self, files: dict[str, str]) -> None:
        for name, text in files.items():
            place = self.folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        return (self.folder / name).read_text(encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        text = self.read(name)
        assert old in text
        self.write({name: text.replace(old, new)})

    def commit(self, message: str) -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.git("rev-parse", "HEAD")

    def branch(self, name: str, start: str = "main") -> None:
        self.git("checkout", "--quiet", "-B", name, start)

    def run(self, *arguments: str, below: str = "") -> int:
        """The exit code of a command of boundary for this folder."""
        first, *rest = arguments
        inner = rest[:1] if first in {"baseline", "diff"} else []
        return outcome([first, *inner, str(self.folder / below), *rest[len(inner) :]])
