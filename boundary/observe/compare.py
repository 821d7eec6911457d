"""Does a scan predict what a recording saw?

A recorded transaction is matched to the scan's by file, line and function; its tables must be predicted there, and
no split that calls itself strict may cut it. Tests exercise a part of what code can do: a table predicted and not
seen is not thereby wrong, a table seen and not predicted is.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from boundary.model.scan import Scan, Transaction

Row = dict[str, Any]

WRITES = frozenset({"insert", "update", "delete"})
SEEN_WRITES = WRITES | {"upsert", "merge", "replace", "truncate", "write"}
SEEN_READS = frozenset({"select", "select_for_update", "read"})
KINDS: dict[str, frozenset[str]] = {
    "with": frozenset({"block", "request", "unit_of_work"}),
    "decorator": frozenset({"decorator", "block", "request"}),
    "request": frozenset({"request", "decorator", "block"}),
    "view": frozenset({"implicit", "request", "decorator", "block"}),
    "library": frozenset({"implicit", "block", "decorator"}),
    "session.commit": frozenset({"unit_of_work", "block", "request", "decorator"}),
    "runner": frozenset({"block", "unit_of_work", "decorator", "request"}),
}
"""How a site was opened at run time, and the kinds of the scan that may describe it."""
INHERITING = frozenset({"view", "request"})
"""The kinds of sites at which a class may stand for code that it inherits."""
NEAR = 2
WITHIN = 6


@dataclass(frozen=True)
class Miss:
    """One thing that was seen and is not in the scan.

    `kind` is UNKNOWN (no such transaction), MISSED (tables not predicted), CUT (the strict split divides it) or
    ACCESS (a function's access that the scan does not know).
    """

    kind: str
    file: str
    line: int
    function: str
    tables: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.kind:8} {self.file}:{self.line} {self.function}: {', '.join(self.tables)}"


@dataclass(frozen=True)
class Comparison:
    """The score of a scan.

    found of `sites`: transactions that the scan knows; `recall`: share of `pairs` (site, written table) that it
    predicts; `covered`: share of sites whose every written table it predicts; `unseen`: share of its own pairs at
    seen sites that no test exercised; `cut`: seen transactions that its strict split divides (None: it has none);
    `accesses`: share of `triples` (function, table, read or write) that it knows.
    """

    sites: int
    found: int
    pairs: int
    recall: float
    covered: float
    unseen: float
    cut: int | None
    triples: int
    accesses: float
    misses: tuple[Miss, ...]

    def __str__(self) -> str:
        cut = "no strict split" if self.cut is None else f"{self.cut} cut"
        parts = (
            f"{self.found} of {self.sites} transactions found",
            f"{self.recall:.1%} of {self.pairs} written tables predicted",
            f"{self.covered:.1%} covered",
            f"{self.unseen:.1%} unseen",
            cut,
            f"{self.accesses:.1%} of {self.triples} accesses known",
        )
        return ", ".join(parts)


def compare(scan: Scan, rows: Iterable[Row], outside: Iterable[Row] = ()) -> Comparison:
    """Hold a scan against recorded transactions (`rows`) and statements outside any (`outside`)."""
    rows = list(rows)
    seen = [row for row in rows if row["tx"]["kind"] in KINDS and row["writes"]]
    homes = strict_homes(scan)
    by_name: dict[str, list[Transaction]] = defaultdict(list)
    for transaction in scan.transactions:
        by_name[transaction.file.rsplit("/", 1)[-1]].append(transaction)

    misses: list[Miss] = []
    found = pairs = hit = covered = predicted = extra = cut = 0
    for row in seen:
        truth = {bare(table) for table in row["writes"]}
        pairs += len(truth)
        if homes is not None and any(is_cut(homes, written_by_one) for written_by_one in row.get("together", [truth])):
            cut += 1
            misses.append(miss("CUT", row["tx"], truth))
        matches = matching(row["tx"], by_name)
        if not matches:
            misses.append(miss("UNKNOWN", row["tx"], truth))
            continue
        static = {table for transaction in matches for table in written(transaction)}
        found += 1
        hit += len(truth & static)
        covered += truth <= static
        predicted += len(static)
        extra += len(static - truth)
        if truth - static:
            misses.append(miss("MISSED", row["tx"], truth - static))

    triples, known = accesses(scan, rows, outside, misses)
    return Comparison(
        sites=len(seen),
        found=found,
        pairs=pairs,
        recall=share(hit, pairs),
        covered=share(covered, len(seen)),
        unseen=extra / predicted if predicted else 0.0,
        cut=None if homes is None else cut,
        triples=triples,
        accesses=share(known, triples),
        misses=tuple(misses),
    )


def matching(site: Row, by_name: dict[str, list[Transaction]]) -> list[Transaction]:
    """The scan's transactions that may be the one seen at `site`.

    Where the application's own wrapper opened it, the place that used the wrapper says more than the wrapper does.
    """
    if "entered" in site:
        entered = site["entered"]
        used = nearest(entered | {"kind": "with"}, by_name) or nearest(entered | {"kind": "decorator"}, by_name)
        if used:
            return running(site, used) or used
    found = nearest(site, by_name)
    if "runs" in site and any(is_function(one.receiver) for one in found):
        return running(site, found)
    return found


def running(site: Row, found: list[Transaction]) -> list[Transaction]:
    """The transactions that run what the one seen at `site` was handed: it tells the callers of a runner apart."""
    return [one for one in found if one.receiver and "runs" in site and same_function(one.receiver, site["runs"])]


def is_function(receiver: str | None) -> bool:
    """Whether a transaction is entered for a function, not on a class, going by how either is spelled."""
    return receiver is not None and not receiver.rpartition(".")[2].lstrip("_")[:1].isupper()


def nearest(site: Row, by_name: dict[str, list[Transaction]]) -> list[Transaction]:
    """The transactions at exactly that line if there are any, else those of the function around it."""
    exact: list[Transaction] = []
    around: list[Transaction] = []
    for transaction in by_name.get(site["file"].rsplit("/", 1)[-1], ()):
        if transaction.kind not in KINDS[site["kind"]] or not same_file(transaction.file, site["file"]):
            continue
        if abs(transaction.line - site["line"]) <= NEAR:
            exact.append(transaction)
        elif encloses(transaction, site):
            around.append(transaction)
    return exact or around


def encloses(transaction: Transaction, site: Row) -> bool:
    """Whether a site lies in the lines and the function of a transaction; for a view, in its class."""
    if site["kind"] == "view":
        return of_class(transaction, site["func"].rpartition(".")[0])
    end = max(transaction.end_line, transaction.line) + WITHIN
    inside: bool = transaction.line - WITHIN <= site["line"] <= end
    return inside and same_function(transaction.function, site["func"])


def accesses(scan: Scan, rows: Iterable[Row], outside: Iterable[Row], misses: list[Miss]) -> tuple[int, int]:
    """Count the (function, table, read or write) triples that were seen, and those that the scan knows."""
    static: dict[tuple[str, bool], set[str]] = defaultdict(set)
    for access in chain(scan.accesses, (a for transaction in scan.transactions for a in transaction.accesses)):
        names = static[bare(access.table), access.op in WRITES]
        names.add(access.function)
        names.update(frame.function for frame in access.via)
    views = {bare(view.name): [bare(table) for table in view.tables] for view in scan.views}
    triples: dict[tuple[str, str, str, bool], int] = {}
    for statement in statements(rows, outside):
        if statement["op"] in SEEN_WRITES | SEEN_READS:
            named = bare(statement["table"])
            for table in views.get(named, [named]):  # an access to a view is one to its tables
                key = (statement["file"], statement["func"], table, statement["op"] in SEEN_WRITES)
                triples.setdefault(key, statement["line"])
    known = 0
    for (file, function, table, writes), line in sorted(triples.items()):
        if any(same_function(name, function) for name in static[table, writes]):
            known += 1
        else:
            misses.append(Miss("ACCESS", file, line, function, (f"{'write' if writes else 'read'} {table}",)))
    return len(triples), known


def statements(rows: Iterable[Row], outside: Iterable[Row]) -> Iterator[Row]:
    """The statements of a recording, inside transactions and outside.

    Those for which a view's class stands, since it inherits the code that runs, have no function to look for.
    """
    for row in rows:
        site = row["tx"]
        for statement in row.get("statements", ()):
            stands_for = site["kind"] in INHERITING and (statement["file"], statement["line"]) == (
                site["file"],
                site["line"],
            )
            if not stands_for:
                yield statement
    for row in outside:
        yield row["statement"]


def strict_homes(scan: Scan) -> dict[str, str] | None:
    """The context of each table in the strict split; None if the scan has no such split."""
    for split in scan.splits:
        if split.name == "strict":
            return {bare(table): context.name for context in split.contexts for table in context.tables}
    return None


def is_cut(homes: dict[str, str], tables: Iterable[str]) -> bool:
    """Whether the strict split divides what one run wrote."""
    return len({homes.get(table, f"?{table}") for table in map(bare, tables)}) > 1


def written(transaction: Transaction) -> frozenset[str]:
    """The tables that a transaction of the scan writes."""
    return frozenset(bare(access.table) for access in transaction.accesses if access.op in WRITES)


def of_class(transaction: Transaction, name: str) -> bool:
    """Whether a transaction belongs to a class, by its function or by the class that it is entered on."""
    receiver = transaction.receiver or ""
    return f".{name}." in f".{transaction.function}." or f".{receiver}".endswith(f".{name}")


def same_file(one: str, other: str) -> bool:
    """Whether two paths agree as far as the shorter one goes."""
    left, right = one.replace("\\", "/").split("/"), other.replace("\\", "/").split("/")
    length = min(len(left), len(right))
    return left[-length:] == right[-length:]


def same_function(static: str, seen: str) -> bool:
    """Whether a dotted name of the scan ends with the qualified name of a running function."""
    static, seen = static.replace(".<locals>", ""), seen.replace(".<locals>", "")
    return static == seen or static.endswith("." + seen)


def bare(table: str) -> str:
    """A table's name without schema and quotes."""
    return table.rsplit(".", 1)[-1].strip('"`[]').lower()


def miss(kind: str, site: Row, tables: set[str]) -> Miss:
    """A miss at a transaction's site."""
    return Miss(kind, site["file"], site["line"], site["func"], tuple(sorted(tables)))


def share(part: int, whole: int) -> float:
    """A share of a whole; of nothing, everything."""
    return part / whole if whole else 1.0
