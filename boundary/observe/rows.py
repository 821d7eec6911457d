"""How are observed transactions kept and written?

One JSON object a line. A transaction's row has its site, the tables written, locked and read over all its runs,
and its statements; a statement's row stands for one that ran outside any transaction of the application.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from boundary.observe.frames import Site
from boundary.observe.touched import Touch

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

Row = dict[str, Any]
READ_OPS = frozenset({"select", "select_for_update"})
LOCK_OPS = frozenset({"select_for_update", "lock"})
CALLERS = 8


@dataclass
class Statements:
    """Statements by place, operation and table: how often, and the first chain of frames that led there."""

    counts: Counter[tuple[Site, Touch]] = field(default_factory=Counter)
    chains: dict[tuple[Site, Touch], tuple[str, ...]] = field(default_factory=dict)

    def add(self, chain: tuple[Site, ...], touch: Touch, count: int = 1) -> None:
        """Count one statement; the chain's first site is where it was issued."""
        key = (chain[0], touch)
        self.counts[key] += count
        self.chains.setdefault(key, tuple(map(str, chain)))

    def merge(self, other: Statements) -> None:
        """Add another's counts."""
        self.counts.update(other.counts)
        for key, chain in other.chains.items():
            self.chains.setdefault(key, chain)

    def rows(self) -> Iterator[Row]:
        """The statements as they are written, sorted by place."""
        for site, touch in sorted(self.counts):
            yield {
                "file": site.file,
                "line": site.line,
                "func": site.func,
                "op": touch.op,
                "table": touch.table,
                "n": self.counts[site, touch],
                "chain": list(self.chains[site, touch]),
            }

    def read(self, rows: Iterable[Row]) -> None:
        """Add rows that `rows` wrote."""
        for row in rows:
            key = (Site(row["file"], row["line"], row["func"]), Touch(row["op"], row["table"]))
            self.counts[key] += row["n"]
            self.chains.setdefault(key, tuple(row["chain"]))


@dataclass
class Observed:
    """All runs of one transaction site."""

    statements: Statements = field(default_factory=Statements)
    outcomes: Counter[str] = field(default_factory=Counter)
    callers: dict[str, None] = field(default_factory=dict)
    together: set[frozenset[str]] = field(default_factory=set)
    """The tables that one run wrote, of each: what a helper commits for others is another transaction each time."""

    def ran(self, outcome: str, touches: Iterable[Touch]) -> None:
        """Count one run, and what it wrote."""
        self.outcomes[outcome] += 1
        self.together.add(frozenset(touch.table for touch in touches if touch.op not in READ_OPS | LOCK_OPS))

    def runs(self) -> list[list[str]]:
        """What was written together, without what a larger run has, too."""
        return sorted(sorted(one) for one in self.together if not any(one < other for other in self.together))

    def tables(self, ops: Iterable[str], *, other: bool = False) -> list[str]:
        """The tables with one of these operations, or with any other."""
        wanted = frozenset(ops)
        return sorted({touch.table for _, touch in self.statements.counts if (touch.op in wanted) is not other})


TxKey = tuple[tuple[str, Any], ...]


@dataclass
class Recording:
    """What was seen: transactions by site, and the statements outside them."""

    project: str
    version: str | None = None
    transactions: dict[TxKey, Observed] = field(default_factory=dict)
    outside: Statements = field(default_factory=Statements)

    def observed(self, site: Row) -> Observed:
        """The runs of the transaction that `site` describes (file, line, func, kind ...)."""
        return self.transactions.setdefault(tuple(site.items()), Observed())

    def committed_alone(self, chain: tuple[Site, ...], touches: Sequence[Touch]) -> None:
        """A statement that was a transaction of its own: one of those seen where it wrote several tables."""
        written = {touch.table for touch in touches if touch.op not in READ_OPS | LOCK_OPS}
        into = self.outside
        if len(written) > 1:
            seen = self.observed({**chain[0]._asdict(), "kind": "library"})
            seen.ran("commit", touches)
            into = seen.statements
        for touch in touches:
            into.add(chain, touch)

    def write(self, path: Path) -> None:
        """Write `path` and, beside it, the statements outside transactions; whole or not at all."""
        head = {"project": self.project, "version": self.version}
        write_lines(path, (head | row for row in self.transaction_rows()))
        write_lines(statements_path(path), (head | {"statement": row} for row in self.outside.rows()))

    def transaction_rows(self) -> Iterator[Row]:
        """The transactions as they are written, sorted by kind and place."""

        def order(key: TxKey) -> tuple[str, ...]:
            site = dict(key)
            return (site["kind"], site["file"], f"{site['line']:06}", repr(key))

        for key in sorted(self.transactions, key=order):
            seen = self.transactions[key]
            yield {
                "tx": {name: value._asdict() if isinstance(value, Site) else value for name, value in key},
                "writes": seen.tables(READ_OPS | LOCK_OPS, other=True),
                **({"together": runs} if len(runs := seen.runs()) > 1 else {}),
                "locks": seen.tables(LOCK_OPS),
                "reads": seen.tables(READ_OPS),
                "count": sum(seen.outcomes.values()),
                "outcomes": dict(sorted(seen.outcomes.items())),
                "callers": sorted(seen.callers)[:CALLERS],
                "statements": list(seen.statements.rows()),
            }

    def read(self, path: Path) -> None:
        """Add what another run wrote to `path`."""
        for row in read_lines(path):
            site = {name: Site(**value) if name == "entered" else value for name, value in row["tx"].items()}
            seen = self.observed(site)
            seen.statements.read(row["statements"])
            seen.outcomes.update(row["outcomes"])
            seen.together.update(map(frozenset, row.get("together", [row["writes"]])))
            seen.callers.update(dict.fromkeys(row["callers"]))
        self.outside.read(row["statement"] for row in read_lines(statements_path(path)))


def statements_path(path: Path) -> Path:
    """Where the statements outside transactions go: `x.jsonl` has `x.statements.jsonl` beside it."""
    return path.with_name(path.name.removesuffix(".jsonl") + ".statements.jsonl")


def read_lines(path: Path) -> list[Row]:
    """Read a JSON Lines file; one that is not there is empty."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def write_lines(path: Path, rows: Iterable[Row]) -> None:
    """Write a JSON Lines file atomically."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f"{path.name}.{os.getpid()}.partial")
    with partial.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    partial.replace(path)
