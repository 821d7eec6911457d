"""`python -m tests.benchmarks.split`: the curve over noise, and the growth of time with size, as two tables."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from itertools import pairwise
from math import log
from statistics import mean
from time import process_time
from typing import TYPE_CHECKING

from boundary import api
from boundary.model.wanted import Wanted
from boundary.split import strict_split
from tests.split.planted import Planted, agreement

if TYPE_CHECKING:
    from boundary.model.scan import Split

NOISE = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8)
SEEDS = 5
CONTEXTS, TABLES, SEAMS = 6, 10, 3

SIZES = ((5, 10, 250), (10, 10, 1000), (20, 10, 2000), (50, 10, 5000), (100, 10, 10000), (100, 10, 20000))
"""Contexts, tables in each, and transactions; the last has 1,000 tables and 20,000 transactions."""


def main() -> None:
    """Print both tables, or the one that is asked for."""
    parser = ArgumentParser(prog="python -m tests.benchmarks.split", description=__doc__)
    parser.add_argument("which", nargs="?", choices=["noise", "growth"])
    which = parser.parse_args().which
    if which != "growth":
        noise()
    if which != "noise":
        growth()


def noise() -> None:
    """The adjusted Rand index against the plant, and how many of the seams listed first were planted, by noise."""
    _say(f"{CONTEXTS} contexts of {TABLES} tables, {SEAMS} planted seams, mean of {SEEDS} plants")
    _row("noise", "contexts of the strict split", "ARI", "planted seams first", "without names: ARI", "seams first")
    for share in NOISE:
        cells: list[str] = []
        for named in (True, False):
            plants = [
                Planted(CONTEXTS, TABLES, noise=share, seams=SEAMS, named=named, seed=seed) for seed in range(SEEDS)
            ]
            found = [_found(planted) for planted in plants]
            if named:
                cells.append(f"{mean(strict for strict, *_ in found):.1f}")
            cells += [f"{mean(ari for _, ari, _ in found):.3f}", f"{mean(first for *_, first in found):.2f}"]
        _row(f"{share:.1f}", *cells)


def _found(planted: Planted) -> tuple[int, float, float]:
    """Contexts of the strict split; of the split into as many as planted, the ARI and how many seams are true."""
    splits = api.split(planted.scan(), Wanted(contexts=CONTEXTS)).splits
    asked = next(split for split in splits if split.name == "requested")
    return len(splits[0].contexts), agreement(asked, planted), _planted_first(asked)


def _planted_first(split: Split) -> float:
    first = split.relaxed[:SEAMS]
    return sum(relaxed.seam.line >= 9000 for relaxed in first) / SEAMS  # where the seams were planted


def growth() -> None:
    """The seconds of a processor for the strict split and the frontier, by size; the exponent since the row before."""
    _row("tables", "transactions", "strict, s", "frontier, s", "splits", "exponent")
    rows: list[tuple[int, float]] = []
    for contexts, tables, transactions in SIZES:
        scan = Planted(contexts, tables, noise=0.2, seams=10).scan(transactions // contexts, functions=10)
        start = process_time()
        strict = strict_split(scan)
        middle = process_time()
        found = api.split(scan).splits
        seconds = process_time() - middle
        rows.append((len(scan.transactions), seconds))
        assert strict.price == 0
        _row(
            len(scan.tables),
            len(scan.transactions),
            f"{middle - start:.1f}",
            f"{seconds:.1f}",
            len(found),
            _exponent(rows),
        )


def _exponent(rows: list[tuple[int, float]]) -> str:
    """The power of the number of transactions with which the time grew since the row before."""
    for (few, short), (many, long) in pairwise(rows[-2:]):
        if many > few:
            return f"{log(long / short) / log(many / few):.2f}"
    return ""


def _row(*cells: object) -> None:
    _say("  ".join(f"{cell!s:>{max(12, len(str(cell)))}}" for cell in cells))


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
