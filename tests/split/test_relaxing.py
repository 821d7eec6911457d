"""What is left of transactions whose seams are relaxed: a seam a case."""

from __future__ import annotations

import msgspec
import pytest

from boundary.model.scan import Seam
from boundary.split.relaxing import last_passed, whole_id, without_seams

from .scans import scan_of, transaction

PLACE = transaction("shop.orders.place: +order shop.audit.log>+audit shop.audit.log>?user -line", line=1)
CASCADE = msgspec.structs.replace(PLACE.accesses[-1], because="cascade")
SCAN = scan_of(msgspec.structs.replace(PLACE, accesses=(*PLACE.accesses[:-1], CASCADE)))
CALL = Seam("shop/orders.py", 2, "shop.orders.place", "shop.audit.log")


@pytest.mark.parametrize(
    ("seam", "pieces"),
    [
        (CALL, [{"order", "line"}, {"audit", "user"}]),
        (Seam("shop/audit.py", 7, "shop.audit.log", "insert audit"), [{"order", "line", "user"}, {"audit"}]),
        (Seam("shop/models.py", 3, "line.order_id", "delete line by cascade"), [{"order", "audit", "user"}, {"line"}]),
        (Seam("elsewhere.py", 1, "f", "g"), [{"order", "audit", "user", "line"}]),
    ],
)
def test_pieces(seam: Seam, pieces: list[set[str]]) -> None:
    found = without_seams(SCAN, [seam]).transactions
    assert [{access.table for access in one.accesses} for one in found] == pieces
    assert {whole_id(one.id) for one in found} == {"shop.orders.place"}


def test_the_seam_that_was_passed_last() -> None:
    [order, audit, _, line] = SCAN.transactions[0].accesses
    cascade = Seam("", 0, "", "delete line by cascade")
    assert last_passed(SCAN.transactions[0], audit, {CALL}) == CALL
    assert last_passed(SCAN.transactions[0], order, {CALL}) is None
    assert last_passed(SCAN.transactions[0], line, {CALL, cascade}) == cascade


def test_what_a_library_does_unasked_leaves_every_transaction_at_once() -> None:
    scan = scan_of("f: +a +log|audit", "g: shop.b.save>+b shop.b.save>+log|audit")
    found = without_seams(scan, [Seam("", 0, "audit", "insert log")]).transactions
    assert [{access.table for access in one.accesses} for one in found] == [{"a"}, {"log"}, {"b"}, {"log"}]
