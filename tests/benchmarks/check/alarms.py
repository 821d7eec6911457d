"""`python -m tests.benchmarks.check.alarms CLONE --config FILE`: what would each of the last commits have been told?

The contexts are frozen: FILE declares them, as `boundary init` once wrote them. Every commit on the way of first
parents is compared with the one before it, without a checkout, and every new finding is printed for a reader to judge.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import boundary
from boundary import config

if TYPE_CHECKING:
    from boundary import Finding


def commits(clone: Path, last: str, count: int) -> list[tuple[str, str]]:
    """The last commits with their subjects, the oldest first."""
    listed = ("git", "log", "--first-parent", f"--max-count={count}", "--format=%H %s", last)
    said = subprocess.run(listed, cwd=clone, capture_output=True, text=True, check=True).stdout
    found = [line.partition(" ") for line in said.splitlines()]
    return [(commit, subject) for commit, _, subject in reversed(found)]


def told(finding: Finding) -> str:
    """A finding in a line, with how sure and how much its own it is."""
    notes = [finding.severity, *(["indirect"] if finding.indirect else []), finding.confidence]
    return f"  {finding.rule} {finding.pair}: {finding.message} | {finding.site or ''} | {', '.join(notes)}"


def main() -> None:
    """Print the new findings commit by commit, then how many there were of each rule."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clone", type=Path)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--commits", type=int, default=50)
    parser.add_argument("--last", default="HEAD")
    asked = parser.parse_args()
    settings = config.load(asked.clone, asked.config).settings
    counted: Counter[str] = Counter()
    for commit, subject in commits(asked.clone, asked.last, asked.commits):
        judged = boundary.judge(asked.clone, config=settings, base=f"{commit}^", head=commit, from_merge_base=False)
        new = judged.of("new")
        counted.update(f"{one.rule} {one.severity}" for one in new)
        sys.stdout.write("\n".join((f"{commit[:10]} {subject}: {len(new)} new", *map(told, new))) + "\n")
        sys.stdout.flush()
    sys.stdout.write(
        f"{counted.total()} new: {', '.join(f'{rule} {many}' for rule, many in sorted(counted.items()))}\n"
    )


if __name__ == "__main__":
    main()
