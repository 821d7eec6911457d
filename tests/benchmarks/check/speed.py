"""`python -m tests.benchmarks.check.speed MONOLITH`: how long do the checks take, beside import-linter and tach?

The monolith is cloned, and the contexts of a split are declared in it; import-linter and tach get the same split. Every
figure is of a whole process, processor and wall seconds, the median of several runs in turn. One package has to hold
the code, as import-linter wants it.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

BIN = Path(sys.executable).parent
BOUNDARY = (sys.executable, "-m", "boundary")
WHO = ("-c", "user.name=A Person", "-c", "user.email=person@example.org", "-c", "commit.gpgsign=false")
BRANCH = 20
"""How many files the branch changes."""


class Workshop:
    """A clone of the monolith with declared contexts, and a cache of its own."""

    def __init__(self, monolith: Path, place: Path, contexts: int) -> None:
        self.folder = place / "clone"
        self.cache = place / "cache"
        self._turn = 0
        git(place, "clone", "--quiet", "--local", str(monolith.resolve()), str(self.folder))
        self.run(*BOUNDARY, "init", ".", "--contexts", str(contexts))
        for name, file in (("import-linter", ".contracts.toml"), ("tach", "tach.toml")):
            self.run(*BOUNDARY, "emit", name, ".", "--split", "declared", "-o", file)
        git(self.folder, "add", "--all")
        git(self.folder, "commit", "--quiet", "--no-verify", "--message", "Contexts")
        tracked = git(self.folder, "ls-files", "*.py").splitlines()
        self._files = [name for name in tracked if "/tests/" not in name and "/migrations/" not in name]
        self._files.sort(key=lambda name: (self.folder / name).stat().st_size, reverse=True)

    def run(self, *command: str) -> tuple[float, float]:
        """Processor and wall seconds of a command; it may find what it likes, but must not break."""
        environment = {**os.environ, "XDG_CACHE_HOME": str(self.cache), "PYTHONPATH": str(Path.cwd())}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        began = time.perf_counter()
        child = subprocess.Popen(
            command, cwd=self.folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _, status, used = os.wait4(child.pid, 0)
        assert os.waitstatus_to_exitcode(status) in {0, 1}, command
        return used.ru_utime + used.ru_stime, time.perf_counter() - began

    def change(self, count: int) -> None:
        """Change so many files of middling size as nobody has before."""
        self._turn += 1
        step = max(1, len(self._files) // (2 * count))
        for name in self._files[len(self._files) // 4 :: step][:count]:
            with (self.folder / name).open("a", encoding="utf-8") as stream:
                stream.write(f"\n\ndef probe_{self._turn}(given):\n    return given.{'x' * self._turn}\n")

    def restore(self) -> None:
        git(self.folder, "checkout", "--quiet", ".")

    def forget(self) -> None:
        shutil.rmtree(self.cache, ignore_errors=True)


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(["git", *WHO, *arguments], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


def nothing() -> None:
    """What some commands need before them."""


def main() -> None:
    """Measure everything in turn, and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("monolith", type=Path)
    parser.add_argument("--contexts", type=int, default=6)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        shop = Workshop(asked.monolith, Path(place), asked.contexts)
        check = (*BOUNDARY, "check", ".")
        scan = (*BOUNDARY, "scan", ".", "-o", os.devnull)
        lint = (str(BIN / "lint-imports"), "--config", ".contracts.toml", "--no-logo")
        cases: list[tuple[str, Callable[[], None], tuple[str, ...]]] = [
            ("boundary scan, cold", shop.forget, scan),
            ("boundary check, cold", shop.forget, check),
            ("boundary check, nothing changed", nothing, check),
            ("boundary check, one file changed", lambda: shop.change(1), check),
            (f"boundary check --base, {BRANCH} files changed", lambda: shop.change(BRANCH), (*check, "--base", "HEAD")),
            ("import-linter, no cache", nothing, (*lint, "--no-cache")),
            ("import-linter, warm", nothing, lint),
            ("import-linter, one file changed", lambda: shop.change(1), lint),
            ("tach check", nothing, (str(BIN / "tach"), "check")),
        ]
        shop.run(*check, "--base", "HEAD")
        shop.run(*lint)
        measured: dict[str, list[tuple[float, float]]] = {name: [] for name, _, _ in cases}
        for _ in range(asked.runs):
            for name, before, command in cases:
                before()
                measured[name].append(shop.run(*command))
                if name == "boundary check, cold":
                    shop.run(*check, "--base", "HEAD")
            shop.restore()
    for name, figures in measured.items():
        used, wall = (statistics.median(each) for each in zip(*figures, strict=True))
        sys.stdout.write(f"{name:46} {used:7.2f} s processor  {wall:7.2f} s wall\n")


if __name__ == "__main__":
    main()
