"""Why can two sides not be divided?  The transactions between them, and the seams whose relaxing parts them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from boundary.model.scan import Seam
from boundary.report.glue import between
from boundary.report.phrases import counted
from boundary.report.pictures.picture import Canvas, Edge, Node
from boundary.report.pictures.wording import last, spot

if TYPE_CHECKING:
    from collections.abc import Sequence

    from boundary.model.glue import Glue
    from boundary.model.scan import Access, Relaxed, Scan, Transaction
    from boundary.report.parting import Side
    from boundary.report.pictures.picture import Picture

TRANSACTIONS = 10
"""The most transactions between two tables that are drawn each by itself."""

TABLES = 6
"""The most tables of a context that a transaction's line names."""

Ends = tuple[tuple[str, frozenset[str]], ...]
"""The tables in their order from one side to the other; a context is one end with all its tables."""


def why_glued(scan: Scan, sides: tuple[Side, Side], glue: Glue | None) -> Picture:
    """The ways from one side to the other: each table with the transactions that tie it to the next one."""
    near, far = sides
    canvas = Canvas()
    ends: Ends = ((near.name, frozenset(near.tables)), (far.name, frozenset(far.tables)))
    direct = any(
        not one.bound_tables.isdisjoint(near.tables) and not one.bound_tables.isdisjoint(far.tables)
        for one in scan.distinct()
    )
    if not direct and not (near.of_context or far.of_context):
        steps = between(scan, near.name, far.name) or ()
        names = [near.name, *(step.target for step in steps)]
        ends = tuple((name, frozenset({name})) for name in names) if steps else ends
    for number, (name, tables) in enumerate(ends):
        outer = number in {0, len(ends) - 1}
        context = outer and (near if number == 0 else far).of_context
        note = counted(len(tables), "table") if context else ("" if outer else "in between")
        canvas.node(name, Node("context" if context else "table", name, note))
    relaxed = glue.seams if glue is not None else ()
    seams = {(one.seam, name): one for one in relaxed for name in one.frees}
    tied = 0
    for one, other in pairwise(ends):
        both = [each for each in scan.distinct() if each.bound_tables & one[1] and each.bound_tables & other[1]]
        tied += len(both)
        _step(canvas, both, (one, other), seams)
    drawn = sum(node.kind == "seam" for node in canvas.nodes)
    note = _note(ends, tied, glue) + ("; those on these ways are drawn" if drawn < len(relaxed) else "")
    return canvas.picture(f"{near.name} and {far.name}", note)


def _note(ends: Ends, tied: int, glue: Glue | None) -> str:
    if not tied:
        return "not glued: no chain of transactions ties them"
    chain = f"a chain of {len(ends) - 1} steps, " if len(ends) > 2 else ""  # noqa: PLR2004 - more than the two
    head = f"glued by {chain}{counted(tied, 'transaction')}"
    if glue is None:
        return f"{head}; there are too many transactions to price the seams for a picture: boundary explain does it"
    if not glue.seams:
        return head
    proof = "proven cheapest" if glue.exact else f"the cheapest cost at least {glue.bound:g}"
    return f"{head}; {counted(len(glue.seams), 'seam')} to relax for {glue.price:g} ({proof})"


Seams = dict[tuple[Seam, str], "Relaxed"]
"""The seams, by themselves and a transaction that they free."""


def _step(canvas: Canvas, both: Sequence[Transaction], ends: Ends, seams: Seams) -> None:
    """The transactions between two ends; those beyond the limit are one node."""
    ranked = sorted(both, key=lambda one: (len(one.bound_tables), one.file, one.line, one.id))
    groups: dict[tuple[str, int, str], list[Transaction]] = {}
    for one in ranked:
        groups.setdefault((one.file, one.line, one.function), []).append(one)
    every = list(groups.values())
    shown = every if len(every) <= TRANSACTIONS + 1 else every[:TRANSACTIONS]
    for alike in shown:
        first = alike[0]
        more = f", {len(alike)} classes" if len(alike) > 1 else ""
        note = f"{first.kind.replace('_', ' ')} at {spot(first.file, first.line)}{more}"
        name = last(first.function) or first.id
        here = canvas.node((ends, first.id), Node("transaction", name, note, str(first)))
        for left, (end, tables) in zip((True, False), ends, strict=True):
            _way(canvas, here, (end, tables, left), first, seams)
    if len(shown) < len(every):
        rest = [one for alike in every[len(shown) :] for one in alike]
        named = ", ".join(sorted({last(one.function, 1) for one in rest}))
        here = canvas.node((ends, "more"), Node("more", counted(len(rest), "more transaction"), "", named))
        canvas.edge(Edge(here, canvas.number(ends[0][0]) or 0, "writes", weight=len(rest), back=True))
        canvas.edge(Edge(here, canvas.number(ends[1][0]) or 0, "writes", weight=len(rest)))


def _way(canvas: Canvas, here: int, end: tuple[str, frozenset[str], bool], one: Transaction, seams: Seams) -> None:
    """The line between a transaction and an end, through the seam where one lies on it; ends stand left and right."""
    name, tables, left = end
    mine = [access for access in one.accesses if access.binds and access.table in tables]
    passed = next((found for access in mine for found in [_seam_on(access, one, seams)] if found), None)
    there = canvas.number(name) or 0
    first = min(mine, key=lambda access: (len(access.via), access.file, access.line))
    operations = ", ".join(sorted({access.op for access in mine}))
    held = sorted({access.table for access in mine})
    more = f", {len(held) - TABLES} more" if len(held) > TABLES else ""
    detail = f"{operations} {', '.join(held[:TABLES])}{more} at {first.file}:{first.line} in {first.function}"
    label = f"{operations} {spot(first.file, first.line)}" if first.file else operations
    if passed is None:
        canvas.edge(Edge(here, there, "writes", label, detail, back=left))
        return
    seam = passed.seam
    known = canvas.number((seam, name)) is not None
    words = f"{passed.remedy}, {passed.price:g}\n{spot(seam.file, seam.line) if seam.file else seam.function}"
    where = f"{seam.file}:{seam.line} in {seam.function}" if seam.file else seam.function
    full = f"{where}: {seam.calls}; on the way of {len(passed.frees)} transactions"
    gate = canvas.node((seam, name), Node("seam", last(seam.calls), words, full))
    canvas.edge(Edge(here, gate, "parts", detail=full, back=left))
    if not known:
        canvas.edge(Edge(gate, there, "writes", detail=detail, back=left))


def _seam_on(access: Access, one: Transaction, seams: Seams) -> Relaxed | None:
    """The seam that the way to an access passes: one of its calls, or the access itself."""
    callees = [*(frame.function for frame in access.via[1:]), access.function]
    done = f"{access.op} {access.table}"
    passed = [
        *(Seam(at.file, at.line, at.function, callee) for at, callee in zip(access.via, callees, strict=False)),
        Seam("", 0, access.library, done) if access.library else Seam(access.file, access.line, access.function, done),
    ]
    found = next((seams[seam, one.id] for seam in passed if (seam, one.id) in seams), None)
    if found is None and access.because == "cascade":  # such a seam stands where the foreign key is declared
        wanted = f"{done} by cascade"
        return next((each for (seam, freed), each in seams.items() if freed == one.id and seam.calls == wanted), None)
    return found
