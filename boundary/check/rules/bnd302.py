"""BND302: a call into another context inside a transaction.

    with transaction.atomic():
        order = Order.objects.create(...)
        if credit_limit(customer) < order.total:   # BND302: the function stands in billing and reads its tables
            raise TooExpensive

Why it matters: today the other context's code sees what the transaction has written so far, holds its locks for as long
as it takes, and can make it fail. After a split it is a remote call while a transaction waits. Where the called code
writes as well, BND301 says so.

Seen are calls that lead to a table, with all calls on the way, signals included; calls that stand in the transaction's
own lines are seen even if they touch no table. A base class that calls what a class of another context overrides calls
nobody else: the object is of that context.

Ways out: call before the transaction begins and pass the answer in; call after the commit; let the other context be
told by an event.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from boundary.check.gather import gathered
from boundary.check.rule import Rule
from boundary.model.findings import Finding, Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from boundary.check.picture import Picture
    from boundary.model.scan import Access, Confidence, Coupling, Frame, Transaction


def check(picture: Picture) -> Iterator[Finding]:
    """One finding for each function that opens a transaction, and each function of another context called in it."""
    direct: dict[str, list[Coupling]] = defaultdict(list)
    for one in picture.scan.couplings:
        if one.kind == "call" and not one.deferred and one.because != "override":
            direct[one.function].append(one)
    every = (one for each in picture.transactions for one in _calls(picture, each, direct[each.function]))
    for finding in gathered(every):
        yield msgspec.structs.replace(finding, sites=finding.sites[:1])


def _calls(picture: Picture, transaction: Transaction, direct: list[Coupling]) -> Iterator[Finding]:
    home = picture.of_code(transaction)
    if home is None:
        return
    for call in direct:
        there = picture.of_module(call.to)
        inside = transaction.line <= call.line <= (transaction.end_line or transaction.line)
        if inside and call.file == transaction.file and there is not None and there != home:
            place = Site(call.file, call.line, call.function)
            yield _finding(transaction, home, there, call.target, place, call.confidence)
    for access in transaction.accesses:
        yield from _entered(picture, transaction, home, access)


def _entered(picture: Picture, transaction: Transaction, home: str, access: Access) -> Iterator[Finding]:
    """The first call on the way to an access that leaves the transaction's own context."""
    for number, frame in enumerate(access.via, 1):
        entered = access.via[number] if number < len(access.via) else access
        there = picture.of_code(entered)
        if there is not None and there != home:
            place = Site(frame.file, frame.line, frame.function)
            way = access.via[: number - 1]
            yield _finding(transaction, home, there, entered.function, place, access.confidence, way)
            return


def _finding(  # noqa: PLR0913, PLR0917 - the parts of a finding
    transaction: Transaction,
    here: str,
    there: str,
    target: str,
    place: Site,
    confidence: Confidence,
    via: tuple[Frame, ...] = (),
) -> Finding:
    return Finding(
        rule=RULE.id,
        title=RULE.title,
        from_=here,
        to=there,
        symbol=transaction.function,
        target=target,
        op="call",
        message=f"{transaction.function} calls {target} of {there} inside its transaction",
        sites=(place,),
        ways=(f"ask {there} before the transaction begins", f"tell {there} after the commit (on_commit)"),
        confidence=confidence,
        via=via,
    )


RULE = Rule("BND302", "call into another context inside a transaction", check)
