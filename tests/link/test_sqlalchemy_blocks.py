"""Blocks of sessions commit when they end: what was added has rows, what was loaded is asked for again."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.mapped import MODELS


@pytest.mark.parametrize(("option", "reads"), [("", "read orders"), ("expire_on_commit=False", "no read orders")])
def test_what_a_block_of_a_session_has_committed(option: str, reads: str) -> None:
    assert_touches(f"""
from sqlalchemy.orm import sessionmaker
Maker = sessionmaker({option})
def made(session: Session):
    with session.begin():  #> insert orders
        order = Order()
        session.add(order)
    print(order.note)  #= nothing, {reads}
    with session.begin():  #> update orders
        order.note = 1
def put(session):
    with session.begin():  #> insert tags
        session.add(Tag())
def put_more(session):
    put(session)
def other(session: Session):
    order = session.get(Order, 1)
    put_more(session)
    print(order.note)  #= nothing, {reads}
    show(order)
def show(order):
    print(order.note)  #= nothing, {reads}
def not_yet(session: Session):
    order = session.get(Order, 1)
    with session.begin():  #> insert tags
        print(order.note)  #= nothing, no read orders
        session.add(Tag())
{MODELS}""")
