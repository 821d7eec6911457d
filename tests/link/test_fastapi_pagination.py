"""Pages of FastAPI Pagination: each asks for the rows of its statement."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

START = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase
class Base(DeclarativeBase): pass
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    shown = sa.Column(sa.Boolean)
class Line(Base):
    __tablename__ = "lines"
    id = sa.Column(sa.Integer, primary_key=True)
# file: shop/pages.py
from fastapi_pagination.ext.async_sqlalchemy import paginate as old
from fastapi_pagination.ext.sqlalchemy import apaginate, paginate
from fastapi_pagination.ext.sqlmodel import paginate as sqlmodel
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session
from shop.models import Line, Order
"""


@pytest.mark.parametrize(
    "call",
    [
        "paginate(session, select(Order))",
        "paginate(session.query(Order))",
        "sqlmodel(session, select(Order), params=params)",
        "await apaginate(later, select(Order))",
        "await paginate(later, select(Order))",
        "await old(later, select(Order))",
    ],
)
def test_a_page_of_rows(call: str) -> None:
    assert_touches(f"""{START}
async def show(session: Session, later: AsyncSession, params):
    return {call}  #= read orders, no read lines
""")


@pytest.mark.parametrize("how", ["apaginate", "paginate", "old"])
def test_rows_that_are_shown_in_another_way(how: str) -> None:
    assert_touches(f"""{START}
def counted(orders):
    for order in orders:
        order.shown = True
    return orders
async def show(session: AsyncSession):
    page = await {how}(session, select(Order), transformer=counted)
    await session.commit()  #> update orders
async def first(session: AsyncSession):
    page = await {how}(session, select(Order))
    await session.delete(page.items[0])
    await session.commit()  #> delete orders
""")
