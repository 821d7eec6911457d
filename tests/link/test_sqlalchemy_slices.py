"""Is a part of what a relationship holds still the relationship's?  No, it is a list: what is put in is not written."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.mapped import MODELS

CASES = {
    "a part is a list": """
def work(session: Session, order: Order, line: Line):
    with session.begin():  #> read lines
        held = order.lines[:]
        held.append(line)
        held.remove(line)
""",
    "of rows": """
def work(session: Session, order: Order):
    with session.begin():  #> update lines
        for line in order.lines[1:]:
            line.order_id = 1
""",
    "all of it is not": """
def work(session: Session, order: Order, line: Line):
    with session.begin():  #> update lines
        held = order.lines
        held.append(line)
""",
}


@pytest.mark.parametrize("body", CASES.values(), ids=CASES)
def test_parts(body: str) -> None:
    assert_touches(f"{MODELS}\n# file: shop/services.py\nfrom shop.models import *\n{body}")
