"""What a loop puts into a list is there once, or more often: who takes the rest of it takes more of the same."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.mapped import MODELS

COLLECTED = """rows = []
    for one in session.query(Order):
        rows.append(one)"""
GROUPED = """found = {}
    for one in session.query(Order):
        found.setdefault(one.note, []).append(one)
    rows = found.get(given)"""
TAKEN = {
    "the others": "first, *others = rows\n    for one in others:\n        session.delete(one)",
    "those before the last": "*others, last = rows\n    for one in others:\n        session.delete(one)",
    "the second": "kept, gone = rows\n    session.delete(gone)",
    "behind the first": "for one in rows[1:]:\n        session.delete(one)",
    "each with the next": "for one, other in zip(rows, rows[1:]):\n        session.delete(other)",
    "in a loop": "for kept, *others in [rows]:\n        for one in others:\n            session.delete(one)",
}


@pytest.mark.parametrize("collected", [COLLECTED, GROUPED], ids=["collected", "grouped"])
@pytest.mark.parametrize("taken", TAKEN.values(), ids=TAKEN)
def test_what_is_left_of_a_list(collected: str, taken: str) -> None:
    scan = assert_touches(f"""{MODELS}
# file: shop/services.py
from shop.models import *

def work(session: Session, given):
    {collected}
    {taken}
    session.commit()  #> read orders, delete orders, delete links, update lines, update details
""")
    assert not any(one.blind_spots for one in scan.transactions)


def test_what_is_written_out_is_there_as_often_as_it_is_written() -> None:
    assert_touches(f"""{MODELS}
# file: shop/services.py
from shop.models import *

def work(session: Session):
    first, *others = (Order(), Tag())
    session.add_all(others)
    session.commit()  #> insert tags

def listed(session: Session):
    first, *others = [Order(), Tag(), Customer()]
    session.add_all(others[1:])
    session.commit()  #> insert customers
""")
