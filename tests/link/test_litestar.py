"""What Litestar hands to handlers: the state of the application, and data that changes a row."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SHOP = """
# file: shop/models.py
from sqlalchemy.ext.asyncio import async_sessionmaker, create_async_engine
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
class Base(DeclarativeBase):
    pass
class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
maker = async_sessionmaker(create_async_engine("sqlite+aiosqlite://"))
# file: shop/services.py
from contextlib import asynccontextmanager
from litestar import Litestar, Request, patch, post
from litestar.datastructures import State
from litestar.dto import DTOData
from sqlalchemy.ext.asyncio import AsyncSession
from shop.models import Order, maker
async def start(app):
    app.state.maker = maker
    app.state["made"] = maker
@asynccontextmanager
async def around(app: Litestar):
    app.state.held = maker
    yield
"""


@pytest.mark.parametrize(
    ("parameter", "held"),
    [
        ("state: State", "state.maker"),
        ("state: State", 'state["made"]'),
        ("state: State", "state.held"),
        ("request: Request", "request.app.state.maker"),
    ],
)
def test_what_an_application_keeps_for_its_handlers(parameter: str, held: str) -> None:
    assert_touches(f"""{SHOP}
@post("/orders")
async def placed({parameter}) -> None:
    async with {held}() as unit:
        unit.add(Order())
        await unit.commit()  #> insert orders
app = Litestar([placed], on_startup=[start], lifespan=[around])
""")


def test_data_changes_a_row() -> None:
    assert_touches(f"""{SHOP}
@patch("/orders")
async def changed(data: DTOData[Order], unit: AsyncSession, key: int) -> None:
    data.update_instance(await unit.get(Order, key))
    await unit.commit()  #> update orders, read orders
""")
