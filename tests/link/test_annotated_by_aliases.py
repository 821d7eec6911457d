"""Annotations that are names of others, in whichever module these stand."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.mapped import MODELS


@pytest.mark.parametrize(
    "annotation",
    ["Orders", "Again", "kinds.Orders", "kinds.Again", "shop.kinds.Orders", "kinds.Perhaps", "list[kinds.Bought]"],
)
def test_names_of_annotations(annotation: str) -> None:
    assert_touches(f"""{MODELS}
# file: shop/kinds.py
from typing import Annotated, Optional
from shop.models import Order
Orders = list[Order]
Again = Orders
Perhaps = Optional[Orders]
Bought = Annotated[Order, "bought"]
# file: shop/app.py
import shop.kinds
from shop import kinds
from shop.kinds import *
from shop.models import Session
def work(session: Session, orders: {annotation}):
    for order in orders:
        order.note = 1
    session.commit()  #> update orders
""")


def test_a_name_of_itself_says_nothing() -> None:
    assert_touches(f"""{MODELS}
# file: shop/kinds.py
from typing import Union
import shop.kinds
Json = Union[str, "shop.kinds.Json"]
Other = Json
Json = Other
# file: shop/app.py
from shop import kinds
from shop.models import Order, Session
def work(session: Session, given: kinds.Json, other: kinds.Other):
    session.add(Order(note=given or other))
    session.commit()  #> insert orders
""")
