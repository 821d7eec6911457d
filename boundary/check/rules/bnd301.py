"""BND301: a transaction writes or locks tables of two contexts.

    # shop/orders/services.py
    with transaction.atomic():                     # BND301 orders -> billing
        order = Order.objects.create(...)          # orders_order, of orders
        create_invoice(order)                      # bill_invoice, of billing, three calls further down

Why it matters: one commit makes both rows or neither. Two services with databases of their own cannot do that, so these
two contexts cannot be split here, whatever the imports say. Everything else can be changed later and bit by bit; this
has to be designed.

The finding shows the whole transaction: what it writes, in which context, and the calls that lead there, through
signals, overridden methods, cascades and raw SQL. The context that depends is the one that owns the code; where nobody
owns it, every table that the transaction writes is told. Work that runs after the commit (`on_commit`, a task that is
queued) is outside, as it should be.

It cannot be waived by a comment in the code. A team that has decided to keep one accepts it in the baseline, with the
URL of the decision as its reason, where the owners of both contexts see it.

Ways out: send an event after the commit (`transaction.on_commit`); write an outbox row in the same transaction; a saga,
where the second step can fail; or move the table, since tables that must change together belong together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from boundary.check.gather import gathered
from boundary.check.picture import site
from boundary.check.rule import Rule
from boundary.model.findings import Finding, Region, Site, Statement
from boundary.model.scan import RANK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.check.picture import Picture
    from boundary.model.scan import Access, Transaction


def check(picture: Picture) -> Iterator[Finding]:
    """One finding for each function that opens a transaction, and each foreign table that it writes in it."""
    for finding in gathered(one for each in picture.transactions for one in _crossings(picture, each)):
        yield msgspec.structs.replace(finding, sites=finding.sites[:1])


def _crossings(picture: Picture, transaction: Transaction) -> Iterator[Finding]:
    bound = _bound(picture, transaction)
    if len(bound) < 2:  # noqa: PLR2004 - it takes two to cross
        return
    here = picture.of_code(transaction) or ""
    for there in sorted(bound.keys() - {here}):
        others = {
            table: access for context, held in bound.items() if context != there for table, access in held.items()
        }
        surest = min((access.confidence for access in others.values()), key=RANK.__getitem__)
        for table, access in sorted(bound[there].items()):
            yield Finding(
                rule=RULE.id,
                title=RULE.title,
                from_=here,
                to=there,
                symbol=transaction.function,
                target=table,
                op="write",
                message=f"{transaction.function} writes {table} of {there} in one transaction with tables of "
                + " and ".join(sorted(bound.keys() - {there})),
                sites=(site(transaction),),
                ways=_ways(here, there, bound),
                region=_region(picture, transaction, there),
                confidence=max(access.confidence, surest, key=RANK.__getitem__),
            )


def _ways(here: str, there: str, bound: dict[str, dict[str, Access]]) -> tuple[str, ...]:
    """The ways out: an event, and where it is one table that crosses into known code, moving that table."""
    event = f"send an event to {there} after the commit (on_commit)"
    if here and len(bound[there]) == 1:
        (table,) = bound[there]
        return event, f"move {table} to {here} (boundary whatif move {table} {here})"
    return (event,)


def _bound(picture: Picture, transaction: Transaction) -> dict[str, dict[str, Access]]:
    """The tables that a transaction writes or locks in its own database, by context, each with its surest access."""
    found: dict[str, dict[str, Access]] = {}
    for access in transaction.accesses:
        context = picture.of_table(access.table)
        if not access.binds or context is None or not picture.in_database(access.table, transaction.database):
            continue
        held = found.setdefault(context, {})
        if access.table not in held or held[access.table].confidence == "guessed":
            held[access.table] = access
    return found


def _region(picture: Picture, transaction: Transaction, there: str) -> Region:
    """The whole transaction: its writes in the order of the source as the transaction's own function sees it."""
    statements = [
        Statement(
            table=access.table,
            op=access.op,
            context=picture.of_table(access.table),
            site=Site(access.file or transaction.file, access.line or transaction.line, access.function),
            foreign=picture.of_table(access.table) == there,
            via=access.via,
            because=access.because,
            confidence=access.confidence,
        )
        for access in transaction.accesses
        if access.binds
    ]
    statements.sort(key=lambda one: (one.via[0].line if one.via else one.site.line, one.table, one.op))
    return Region(transaction.kind, site(transaction), transaction.end_line or transaction.line, tuple(statements))


RULE = Rule("BND301", "transaction crosses a boundary", check, waivable=False)
