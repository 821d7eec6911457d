"""Which transactions write to more than one database?  They commit there one by one, whatever the code looks like."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from boundary.report.phrases import Code, Paragraph, Rows, Section, counted, listed, place

if TYPE_CHECKING:
    from boundary.model.scan import Scan, Transaction
    from boundary.report.phrases import Phrase

SHOWN = 10
MEANING = (
    "Each database commits for itself: either they are split already, or this is a hidden distributed transaction."
)


def written(scan: Scan) -> dict[str, dict[str, set[str]]]:
    """For each transaction (by its id) that writes to several databases, the tables that it writes in each."""
    homes: dict[str, set[str | None]] = defaultdict(set)
    for table in scan.tables:
        homes[table.name].add(table.database)
    found: dict[str, dict[str, set[str]]] = {}
    for transaction in scan.distinct():
        tables: dict[str, set[str]] = defaultdict(set)
        for name in transaction.bound_tables:
            known = homes.get(name, {None})
            if None not in known and transaction.database not in known and len(known) == 1:
                tables[next(iter(known)) or ""].add(name)
            elif transaction.database is not None:
                tables[transaction.database].add(name)
        if len(tables) > 1:
            found[transaction.id] = dict(tables)
    return found


def sections(scan: Scan, *, full: bool) -> tuple[Section, ...]:
    """The section on these transactions, or none where every transaction keeps to one database."""
    found = written(scan)
    if not found:
        return ()
    held = [one for one in scan.distinct() if one.id in found]
    rows = tuple(
        ((place(one.file, one.line),), (Code(one.function),), phrase(found[one.id]))
        for one in (held if full else held[:SHOWN])
    )
    verb = "writes" if len(found) == 1 else "write"
    lead = Paragraph((f"{counted(len(found), 'transaction')} {verb} to several databases. {MEANING}",))
    return (Section("Several databases in one flow", (lead, Rows(("site", "transaction", "databases"), rows))),)


def of_transaction(scan: Scan, transaction: Transaction) -> Phrase:
    """What there is to say of one transaction; nothing where it keeps to one database."""
    tables = written(scan).get(transaction.id)
    return ("writes to ", *phrase(tables), f". {MEANING}") if tables else ()


def phrase(tables: dict[str, set[str]]) -> Phrase:
    """`default (orders), logs (entries)`."""
    found: list[str] = []
    for number, name in enumerate(sorted(tables)):
        found.extend((", " if number else "", Code(name), " (", *listed(sorted(tables[name]), 3), ")"))
    return tuple(found)
