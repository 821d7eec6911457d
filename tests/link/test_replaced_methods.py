"""Methods of a library in whose place code puts functions of its own: what they did still happens."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.mapped import MODELS

COUNTED = """
# file: shop/counting.py
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session
count = 0
original = None
def start(of):
    global original
    original = of.execute
    def counted(*args, **kwargs):
        global count
        count += 1
        return original(*args, **kwargs)
    of.execute = counted
"""


@pytest.mark.parametrize("of", ["Connection", "Session"])
def test_a_function_in_the_place_of_a_method_of_a_session(of: str) -> None:
    assert_touches(f"""{MODELS}{COUNTED}
start({of})

# file: shop/app.py
from sqlalchemy import select, update
from shop.models import Order, Session
def renumbered(session: Session):
    session.execute(update(Order).values(note=1))
    session.commit()  #> update orders
""")


def test_a_function_in_the_place_of_a_method_of_one_session() -> None:
    assert_touches(f"""{MODELS}
# file: shop/app.py
from shop.models import Line, Order, Session
def added(session: Session):
    add = session.add
    def logged(row):
        print(row)
        add(row)
    session.add = logged
    session.add(Order())
    session.commit()  #> insert orders
""")


def test_a_method_of_a_class_of_the_project_is_what_was_put_there() -> None:
    assert_touches(f"""{MODELS}
# file: shop/app.py
from shop.models import Line, Order, Session
class Shop:
    pass
def sold(shop, session: Session):
    session.add(Order())
    session.commit()  #> insert orders
Shop.sell = sold
def run(session: Session):
    Shop().sell(session)
""")
