"""Who writes one table, and which tables are written with it?  Transactions to the left, companions to the right."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from boundary.report.phrases import counted
from boundary.report.pictures.picture import Canvas, Edge, Node
from boundary.report.pictures.wording import last, spot

if TYPE_CHECKING:
    from boundary.model.scan import Scan, Table, Transaction
    from boundary.report.pictures.picture import Picture

TRANSACTIONS = 12
COMPANIONS = 12


def one_table(scan: Scan, table: Table) -> Picture:
    """The table between its writers and its companions, the strongest of both."""
    writers = [one for one in scan.distinct() if table.name in one.bound_tables]
    companions = Counter(name for one in writers for name in one.bound_tables if name != table.name)
    canvas = Canvas()
    place = f"{table.file}:{table.line}" if table.file else ""
    note = last(table.model, 1) if table.model else ""
    middle = canvas.node("table", Node("table", table.name, note, f"{table.name} {place}".strip()))
    _writers(canvas, writers, table.name, middle)
    for name, number in sorted(companions.items(), key=lambda each: (-each[1], each[0]))[:COMPANIONS]:
        words = counted(number, "shared transaction")
        there = canvas.node(("table", name), Node("table", name))
        canvas.edge(Edge(middle, there, "shares", str(number), f"{table.name} and {name}: {words}", number))
    more = len(companions) - COMPANIONS
    left_out = f"; {counted(more, 'more of these tables is', 'more of these tables are')} left out" if more > 0 else ""
    head = f"written or locked by {counted(len(writers), 'transaction')}"
    return canvas.picture(f"table {table.name}", f"{head}, together with {counted(len(companions), 'table')}{left_out}")


def _writers(canvas: Canvas, writers: list[Transaction], table: str, middle: int) -> None:
    """The transactions, those with the most tables first; one site entered on several classes is drawn once."""
    groups: dict[tuple[str, int, str], list[Transaction]] = {}
    for one in sorted(writers, key=lambda one: (-len(one.bound_tables), one.file, one.line, one.id)):
        groups.setdefault((one.file, one.line, one.function), []).append(one)
    every = list(groups.values())
    shown = every if len(every) <= TRANSACTIONS + 1 else every[:TRANSACTIONS]
    for alike in shown:
        first = alike[0]
        done = ", ".join(sorted({one.op for one in first.accesses if one.binds and one.table == table}))
        more = f", {len(alike)} classes" if len(alike) > 1 else ""
        note = f"{first.kind.replace('_', ' ')} at {spot(first.file, first.line)}{more}"
        here = canvas.node(first.id, Node("transaction", last(first.function) or first.id, note, str(first)))
        canvas.edge(Edge(here, middle, "writes", done, f"{done} {table} in {first}"))
    if len(shown) < len(every):
        rest = sum(map(len, every[len(shown) :]))
        here = canvas.node("more", Node("more", counted(rest, "more transaction")))
        canvas.edge(Edge(here, middle, "writes"))
