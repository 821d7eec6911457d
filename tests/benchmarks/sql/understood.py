"""Which share of the statements in folders of SQL is understood?  The rest is named, file by file.

By hand, on projects that are fetched elsewhere: `python -m tests.benchmarks.sql.understood FOLDER...`
"""
# ruff: noqa: T201 - a command prints

from __future__ import annotations

import resource
import sys
import time
from collections import Counter
from pathlib import Path

from boundary.read.sources import read_tree


def understood(folder: Path) -> None:
    """Print what is understood of the files below a folder, by dialect, and each place that is not."""
    started = time.process_time()
    sources = read_tree(folder, exclude=(), cache=False, jobs=1).sql
    spent = time.process_time() - started + resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    total: Counter[str] = Counter()
    known: Counter[str] = Counter()
    for source in sources:
        facts = source.facts
        total[facts.dialect or "unknown"] += facts.total
        known[facts.dialect or "unknown"] += facts.understood
        for note in facts.notes:
            print(f"  {source.file}:{note.line + 1}: {note.reason}")
    shares = ", ".join(f"{name} {known[name]}/{total[name]}" for name in sorted(total))
    share = known.total() / max(total.total(), 1)
    print(f"{folder.name}: {len(sources)} files, {share:.4f} of {total.total()} statements understood ({shares})")
    print(f"{spent:.0f} s of CPU")


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        understood(Path(argument))
