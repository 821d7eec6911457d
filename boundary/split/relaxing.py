"""What would the monolith be if seams were relaxed?  The same scan, each transaction in the pieces that are left.

What lies behind a relaxed seam commits by itself, so it is a transaction of its own, with what it reads there.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import msgspec

from boundary.model.scan import Seam
from boundary.split.seams import WHOLE, library_seam

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from boundary.model.scan import Access, Scan, Transaction

PIECE = "~"
"""What stands between a transaction's id and the number of a piece of it."""


def without_seams(scan: Scan, seams: Collection[Seam]) -> Scan:
    """The scan with every transaction taken apart at the seams; what passes none of them is as it was."""
    relaxed = set(seams)
    found = [piece for transaction in scan.distinct() for piece in _pieces(transaction, relaxed)]
    return msgspec.structs.replace(scan, transactions=tuple(found))


def whole_id(piece: str) -> str:
    """The id of the transaction that a piece comes from."""
    return piece.rpartition(PIECE)[0] if PIECE in piece else piece


def _pieces(transaction: Transaction, relaxed: Collection[Seam]) -> Iterator[Transaction]:
    held: dict[tuple[Seam, ...], list[Access]] = defaultdict(list)
    for access in transaction.accesses:
        held[_last_relaxed(transaction, access, relaxed)].append(access)
    if len(held) < 2 and () in held:  # noqa: PLR2004 - one piece is the transaction as it was
        yield transaction
        return
    rest = held.pop((), [])
    yield msgspec.structs.replace(transaction, accesses=tuple(rest))
    for number, accesses in enumerate(held.values(), 1):
        yield msgspec.structs.replace(
            transaction, id=f"{transaction.id}{PIECE}{number}", accesses=tuple(accesses), blind_spots=()
        )


def _last_relaxed(transaction: Transaction, access: Access, relaxed: Collection[Seam]) -> tuple[Seam, ...]:
    """The way from the transaction to the last relaxed seam before the access; empty where none is relaxed."""
    way = list(way_to(transaction, access))
    cascade = f"{access.op} {access.table} by cascade"
    if access.because == "cascade":
        for seam in relaxed:  # wherever it stands, a relaxed cascade happens after commit
            if seam.calls == cascade:
                return (seam,)
    if Seam(transaction.id, 0, transaction.function, WHOLE) in relaxed:
        return (way[-1],)
    last = max((number for number, seam in enumerate(way, 1) if seam in relaxed), default=0)
    return tuple(way[:last])


def way_to(transaction: Transaction, access: Access) -> Iterator[Seam]:
    """The seams from the transaction to the access, the access itself last."""
    function = access.function or transaction.function
    callees = [*(frame.function for frame in access.via[1:]), function]
    for frame, callee in zip(access.via, callees, strict=False):
        yield Seam(frame.file, frame.line, frame.function, callee)
    file = access.file or transaction.file or transaction.id
    yield library_seam(access) or Seam(file, access.line, function, f"{access.op} {access.table}")


def last_passed(transaction: Transaction, access: Access, relaxed: Collection[Seam]) -> Seam | None:
    """The last of the relaxed seams on the way to an access, if any is; of a cascade, the seam that it has."""
    cascade = f"{access.op} {access.table} by cascade"
    if access.because == "cascade":
        for seam in relaxed:
            if seam.calls == cascade:
                return seam
    return next((seam for seam in reversed(list(way_to(transaction, access))) if seam in relaxed), None)
