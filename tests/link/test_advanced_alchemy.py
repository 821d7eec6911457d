"""Repositories and services of advanced-alchemy: what they write, and who commits it."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables, assert_touches

SHOP = """
# file: shop/models.py
import sqlalchemy as sa
from advanced_alchemy.base import BigIntBase, UUIDAuditBase
from sqlalchemy.orm import Mapped, mapped_column, relationship

class Customer(UUIDAuditBase):
    __tablename__ = "customers"
    name: Mapped[str]

class OrderLine(BigIntBase):
    order_id: Mapped[int] = mapped_column(sa.ForeignKey("orders.id"))

class Order(UUIDAuditBase):
    __tablename__ = "orders"
    customer_id: Mapped[int] = mapped_column(sa.ForeignKey("customers.id"))
    lines: Mapped[list[OrderLine]] = relationship(cascade="all, delete-orphan")

# file: shop/services.py
from advanced_alchemy.extensions.litestar import SQLAlchemyAsyncConfig, repository, service
from litestar import Controller, delete, get, post
from shop.models import *

class OrderService(service.SQLAlchemyAsyncRepositoryService[Order]):
    class Repo(repository.SQLAlchemyAsyncRepository[Order]):
        model_type = Order
    repository_type = Repo

class CustomerRepository(repository.SQLAlchemyAsyncSlugRepository[Customer]):
    model_type = Customer
"""


def test_a_table_is_named_after_its_class() -> None:
    assert_tables(SHOP, "customers", "orders", "order_line")


@pytest.mark.parametrize(
    ("call", "touched"),
    [
        ("create({'total': 1})", "insert orders"),
        ("create_many([{'total': 1}])", "insert orders"),
        ("update({'total': 1}, item_id=1)", "update orders, read orders"),
        ("update_many([{'id': 1}])", "update orders"),
        ("upsert({'total': 1})", "insert orders, update orders"),
        ("get_or_upsert(total=1)", "read orders, insert orders, update orders"),
        ("get_and_update(total=1)", "read orders, update orders"),
        ("delete(1)", "delete orders, delete order_line"),
        ("delete_many([1])", "read orders, delete orders"),
        ("delete_where(Order.id == 1)", "delete orders"),
        ("list_and_count()", "read orders"),
        ("get_one_or_none(id=1)", "read orders"),
        ("exists(id=1)", "read orders"),
        ("repository.add(Order())", "insert orders"),
    ],
)
def test_what_a_service_touches(call: str, touched: str) -> None:
    assert_touches(f"""{SHOP}
class Orders(Controller):
    @post("/orders")
    async def placed(self, orders: OrderService) -> None:
        await orders.{call}  #= {touched}
""")


@pytest.mark.parametrize("told", ["before_send_handler='autocommit'", "commit_mode='autocommit_include_redirects'"])
def test_a_request_is_a_transaction_where_the_configuration_says_so(told: str) -> None:
    assert_touches(f"""{SHOP}
alchemy = SQLAlchemyAsyncConfig(connection_string="sqlite://", {told})

@post("/orders")  #> insert orders, insert customers
async def placed(orders: OrderService, customers: CustomerRepository) -> None:
    await orders.create({{"total": 1}})
    await customers.add(Customer(name="a"))

@get("/orders")
async def listed(orders: OrderService) -> list:
    return await orders.list()
""")


@pytest.mark.parametrize("package", ["extensions.litestar.plugins.init.config.asyncio", "config.asyncio"])
def test_a_configuration_by_its_longer_name(package: str) -> None:
    assert_touches(f"""{SHOP}
from advanced_alchemy.{package} import SQLAlchemyAsyncConfig as Config
config = Config(connection_string="sqlite://")
async def placed():
    async with config.create_session_maker()() as unit:
        unit.add(Order())
        await unit.commit()  #> insert orders
""")


@pytest.mark.parametrize(
    ("call", "written"),
    [
        ("orders.create({'total': 1}, auto_commit=True)", "insert orders"),
        ("orders.create({'total': 1})", "nothing"),
        ("CustomerRepository(session=None, auto_commit=True).add(Customer())", "insert customers"),
    ],
)
def test_a_call_that_commits(call: str, written: str) -> None:
    source = f"""{SHOP}
alchemy = SQLAlchemyAsyncConfig(connection_string="sqlite://")

async def placed(orders: OrderService) -> None:
    await {call}"""
    assert_touches(f"{source}  #> {written}" if written != "nothing" else f"{source}  #= insert orders")


def test_a_row_is_made_as_the_service_says() -> None:
    assert_touches(f"""{SHOP}
alchemy = SQLAlchemyAsyncConfig(connection_string="sqlite://", before_send_handler="autocommit")

class Placing(OrderService):
    async def to_model_on_create(self, data):
        order = await super().to_model(data)
        order.lines.append(OrderLine())
        return order

    async def to_model_on_update(self, data):
        data["customer"] = 1
        return data

@post("/orders")  #> insert orders, insert order_line
async def placed(orders: Placing) -> None:
    await orders.create({{"total": 1}})

@post("/changed")  #> update orders, read orders
async def changed(orders: Placing) -> None:
    await orders.update({{"total": 1}}, item_id=1)

async def by_hand() -> None:
    async with Placing.new(session=None) as orders:
        await orders.create({{"total": 1}})
        await orders.repository.session.commit()  #> insert orders, insert order_line
""")


def test_each_caller_of_a_library_that_commits_is_a_transaction() -> None:
    assert_touches(f"""{SHOP}
class Moving(OrderService):
    async def moved(self):
        await self.update({{"total": 1}}, auto_commit=True)  #> update orders, read orders

    async def moved_twice(self):
        await self.update({{"total": 2}}, auto_commit=True)  #> update orders, read orders

async def changed(orders: OrderService) -> None:
    await orders.update({{"total": 3}}, auto_commit=True)  #> update orders, read orders
""")


def test_what_a_provider_loads_is_read() -> None:
    assert_touches(f"""{SHOP}
from advanced_alchemy.extensions.litestar.providers import create_service_provider
provide_orders = create_service_provider(OrderService, load=[Order.lines])

async def listed() -> None:
    orders = await anext(provide_orders(None))
    await orders.list()  #= read orders, read order_line
""")
