"""What is lost when the tool is killed?  Runs that end by `kill -9` at random moments, some of them two at once.

    python -m tests.benchmarks.hostile.kills [--kills 300] [--seed 0]

Each run is a process that analyses a small monolith and writes its document, its report or its baseline. After each
kill every output is as it was before or whole; the cache answers as no cache does; the files that were left beside
them are cleared by later runs or stand where nobody reads them. The command ends with 1 where anything was lost.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import signal
import tempfile
import time
from pathlib import Path
from random import Random

import msgspec

from boundary import api
from boundary.cli.main import outcome
from boundary.model.scan import Scan
from tests.check.monolith import FILES

VARIANTS = 3
"""So many versions of one file take turns, so that runs find some of the cache true and some of it not."""

ENDINGS = (b"}", b"}\n", b" s\n")
"""What a whole document and a whole report end with."""


class Arena:
    """A monolith, a cache and outputs in a folder of their own; `lost` collects what should not have happened."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311 - moments, not secrets
        self.folder, self.root, self.cache = folder, folder / "monolith", folder / "cache" / "boundary"
        self.outputs = {"scan": folder / "scan.json", "report": folder / "report.md"}
        self.baseline = self.root / ".boundary" / "baseline"
        self.lost: list[str] = []
        self.kills = self.survived = 0
        for path, content in FILES.items():
            file = self.root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        (self.root / ".git").mkdir(exist_ok=True)
        self.expected = {}
        for variant in range(VARIANTS):
            self.change(variant)
            self.expected[variant] = _timeless(api.scan(self.root, cache=False, jobs=1))
        started = time.monotonic()
        self.wait(self.start("scan"))
        self.longest = (time.monotonic() - started) * 1.2

    def change(self, variant: int) -> None:
        """Let one file be of another version."""
        text = FILES["shop/orders/models.py"] + f"\n\nclass Extra{variant}(models.Model):\n    pass\n"
        (self.root / "shop/orders/models.py").write_text(text, encoding="utf-8")

    def start(self, command: str) -> int:
        """A process that carries out a command; its id."""
        child = os.fork()
        if child:
            return child
        os.environ["XDG_CACHE_HOME"] = str(self.cache.parent)
        null = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(null, stream)
        try:
            os._exit(outcome(self._arguments(command)))
        finally:
            os._exit(70)

    def _arguments(self, command: str) -> list[str]:
        if command == "baseline":
            return ["baseline", "write", str(self.root)]
        form = ["--format", "markdown"] if command == "report" else []
        return [command, str(self.root), "-o", str(self.outputs[command]), *form]

    @staticmethod
    def wait(child: int) -> int:
        """How a process ended."""
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    def round(self, *, together: int = 1) -> None:
        """Start `together` runs, kill them at random moments, and look at what they left."""
        variant = self.random.randrange(VARIANTS)
        self.change(variant)
        if self.random.random() < 0.3:
            shutil.rmtree(self.cache, ignore_errors=True)
        if self.random.random() < 0.3:
            shutil.rmtree(self.baseline, ignore_errors=True)
        before = {file: _bytes(file) for file in self.outputs.values()}
        children = [self.start(self.random.choice(("scan", "scan", "report", "baseline"))) for _ in range(together)]
        for child in children:
            time.sleep(self.random.uniform(0, self.longest) / together)
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            self.kills += self.wait(child) == -signal.SIGKILL
        self._look(variant, before)

    def _look(self, variant: int, before: dict[Path, bytes | None]) -> None:
        lost = len(self.lost)
        for file, old in before.items():
            now = _bytes(file)
            if now != old and not (now or b"").endswith(ENDINGS):
                self.lost.append(f"{file.name} is neither old nor whole")
        scan = self.outputs["scan"]
        if scan.exists() and _timeless(msgspec.json.decode(scan.read_bytes(), type=Scan)) not in self.expected.values():
            self.lost.append("the document is none of a whole run")
        if _timeless(api.scan(self.root, cache=self.cache, jobs=1)) != self.expected[variant]:
            self.lost.append("the cache has changed an answer")
        if self.baseline.exists() and not api.baseline(self.root):
            self.lost.append("a baseline has lost its entries")
        self.survived += lost == len(self.lost)

    def left(self) -> int:
        """How many unfinished files lie in the cache."""
        return sum(1 for _ in self.cache.rglob("tmp-*"))


def _bytes(file: Path) -> bytes | None:
    return file.read_bytes() if file.exists() else None


def _timeless(scan: Scan) -> Scan:
    """A scan without the time that it took."""
    return msgspec.structs.replace(scan, completeness=msgspec.structs.replace(scan.completeness, seconds=0))


def main() -> int:
    """Read the arguments, kill, print the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        arena = Arena(Path(folder), asked.seed)
        rounds = 0
        while arena.kills < asked.kills:
            rounds += 1
            arena.round(together=1 + (rounds % 3 == 0))
            if rounds % 20 == 0 or arena.kills >= asked.kills:
                told = (
                    f"{rounds} rounds, {arena.kills} kills, {rounds - arena.survived} lost, {arena.left()} files left"
                )
                print(told, *arena.lost[-3:], sep="\n  ", flush=True)  # noqa: T201
    return 1 if arena.lost else 0


if __name__ == "__main__":
    raise SystemExit(main())
