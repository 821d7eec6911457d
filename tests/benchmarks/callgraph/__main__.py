"""`python -m tests.benchmarks.callgraph [-v]`: precision and recall by category; -v names what is missed and wrong."""

from __future__ import annotations

import sys
from itertools import groupby

from tests.benchmarks.callgraph.measure import Score, cases, measure, total


def main(*, verbose: bool) -> None:
    """Print the table."""
    scores: list[Score] = []
    _say(f"{'category':<14} cases  calls  precision  recall")
    for category, group in groupby(cases(), lambda one: one.category):
        held = []
        for case in group:
            score, missed, wrong = measure(case)
            held.append(score)
            if verbose:
                for mark, names in (("missed", missed), ("wrong", wrong)):
                    for caller, callee in sorted(names):
                        _say(f"    {category}: {case.name}: {mark} {caller} -> {callee}")
        _row(category, held)
        scores.extend(held)
    _row("total", scores)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


def _row(name: str, scores: list[Score]) -> None:
    summed = total(scores)
    _say(f"{name:<14} {len(scores):>5}  {summed.there:>5}  {summed.precision:>9.3f}  {summed.recall:>6.3f}")


if __name__ == "__main__":
    main(verbose="-v" in sys.argv)
