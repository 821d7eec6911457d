"""Do the readers survive what they are given?  Real files, mutated, through the very processes that read them.

    python -m tests.benchmarks.hostile.fuzz FOLDER... [--inputs 100000] [--seed 0]

An input is lost where it ends its process, takes longer than a file may, or meets a fault of the reader that is not
one of its refusals; each is written to the folder given by `--keep`, and the command ends with 1.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import msgspec

from boundary.link.sql.evolve import evolve
from boundary.model.facts import ModuleFacts
from boundary.model.sql import SqlFileFacts, SqlSchema
from boundary.model.templates import TemplateFacts
from boundary.read.isolated import read_isolated
from boundary.read.python.syntax import TOO_DEEP
from boundary.read.reader import Job, Outcome
from tests.benchmarks.hostile.mutations import mutated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BATCH = 500
TEMPLATE = ".html"
LONGEST = 2_500
"""Bytes of a file that a mutation begins with: a window of larger ones."""
_OUTERMOST = re.compile(rb"^(?=[@a-zA-Z])", re.MULTILINE)
DIALECTS = ("postgres", "mysql", "sqlite", "tsql", "oracle", None)
LOST = ("ended the process", "took too long", "boundary failed")


def corpus(folders: Sequence[Path]) -> dict[str, list[bytes]]:
    """The contents of the Python and SQL files and of the templates below the folders, by their ending."""
    found: dict[str, list[bytes]] = {".py": [], ".sql": [], TEMPLATE: []}
    for folder in folders:
        for file in sorted(folder.rglob("*")):
            if file.suffix in found and file.is_file():
                found[file.suffix].append(file.read_bytes())
    return found


def window(random: Random, content: bytes) -> bytes:
    """At most LONGEST bytes of a file, from one statement that is not indented up to another where there are some."""
    if len(content) <= LONGEST:
        return content
    starts = [found.start() for found in _OUTERMOST.finditer(content)] or [0]
    start = random.choice(starts)
    return content[start : max((end for end in starts if start < end <= start + LONGEST), default=start + LONGEST)]


def inputs(files: dict[str, list[bytes]], seed: int, count: int) -> Iterator[Job]:
    """The inputs of one seed, always the same."""
    random = Random(seed)  # noqa: S311 - inputs, not secrets
    kinds = [kind for kind in files if files[kind]]
    for number in range(count):
        kind = kinds[number % len(kinds)]
        content = mutated(random, window(random, random.choice(files[kind])), files[kind])
        yield Job(f"{number}{kind}", content, random.choice(DIALECTS), template=kind == TEMPLATE)


def complaint(job: Job, outcome: Outcome) -> str | None:
    """What is wrong with an outcome; a refusal with its reason is not."""
    if outcome.facts is None:
        return outcome.reason if not outcome.reason or outcome.reason.startswith(LOST) else None
    try:
        if job.template:
            TemplateFacts.decoded(outcome.facts)
        elif job.is_sql:
            evolve(SqlSchema(), msgspec.msgpack.decode(outcome.facts, type=SqlFileFacts).changes)
        else:
            ModuleFacts.decoded(outcome.facts)
    except RecursionError:
        return None  # told as TOO_DEEP where facts are decoded
    except Exception as error:  # noqa: BLE001 - what the harness is for
        return f"{type(error).__name__}: {error}"
    return None


def fuzz(
    files: dict[str, list[bytes]], seed: int, count: int, keep: Path | None = None
) -> tuple[Counter[str], list[str]]:
    """Read `count` inputs; returns how they ended, and what was lost."""
    ended: Counter[str] = Counter()
    lost: list[str] = []
    batch: list[Job] = []
    jobs = inputs(files, seed, count)
    while batch := [job for _, job in zip(range(BATCH), jobs, strict=False)]:
        for job, outcome in zip(batch, read_isolated(batch), strict=True):
            wrong = complaint(job, outcome)
            kind = "read" if outcome.facts else "too deep" if outcome.reason == TOO_DEEP else "refused"
            language = "template" if job.template else "sql" if job.is_sql else "python"
            ended[f"{language} {'lost' if wrong else kind}"] += 1
            if wrong:
                lost.append(f"{job.file} (seed {seed}, dialect {job.dialect}): {wrong}")
                if keep is not None:
                    keep.mkdir(parents=True, exist_ok=True)
                    (keep / f"{seed}-{job.dialect}-{job.file}").write_bytes(job.content)
    return ended, lost


def main() -> int:
    """Read the arguments, fuzz in rounds, print the counts after each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    files = corpus(asked.folders)
    total: Counter[str] = Counter()
    lost: list[str] = []
    started = time.monotonic()
    per_round = min(asked.inputs, 2_000)
    for seed in range(asked.seed, asked.seed + -(-asked.inputs // per_round)):
        ended, wrong = fuzz(files, seed, per_round, asked.keep)
        total += ended
        lost += wrong
        counts = ", ".join(f"{kind} {count}" for kind, count in sorted(total.items()))
        print(f"{total.total()} inputs, {len(lost)} lost, {time.monotonic() - started:.0f} s: {counts}", flush=True)  # noqa: T201
        print("".join(f"  {each}\n" for each in wrong), end="", flush=True)  # noqa: T201
    return 1 if lost else 0


if __name__ == "__main__":
    raise SystemExit(main())
