"""Pony: entities, sessions, queries as generators."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables, assert_touches

MODELS = """
# file: shop/models.py
from pony.orm import *
db = Database()
class Customer(db.Entity):
    name = Required(str)
    orders = Set("Order")
class Order(db.Entity):
    _table_ = "orders"
    customer = Required(Customer)
    products = Set("Product")
class Product(db.Entity):
    orders = Set(Order)
# file: shop/services.py
from shop.models import *
"""


def test_tables() -> None:
    assert_tables(MODELS, "Customer", "orders", "Product", "Order_Product")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('Customer(name="x")', "insert Customer"),
        ("if not Customer[1].name:\n            Product()", "insert Product"),
        ("if Order[1].customer is None:\n            Product()", "read Customer, insert Product"),
        ("if Customer.get(id=1) is None:\n            Product()", "read Customer, insert Product"),
        ("if Customer.select().first() is None:\n            Product()", "read Customer, insert Product"),
        ("one = Customer[1]\n        one.name = 'x'", "update Customer"),
        ("one = Customer.get(id=1)\n        one.name = 'x'", "read Customer, update Customer"),
        ("Customer.get(id=1).set(name='x')", "read Customer, update Customer"),
        ("Product.get(id=1).delete()", "delete Product, delete Order_Product"),
        ("for one in select(c for c in Customer):\n            one.name = 'x'", "read Customer, update Customer"),
        ("delete(p for p in Product if p.id > 1)", "delete Product, delete Order_Product"),
        ("for order in Customer.get(id=1).orders:\n            order.delete()",
         "read Customer, read orders, delete orders, delete Order_Product"),
        ("Order.get(id=1).products.add(1)", "read orders, insert Order_Product"),
        ("Customer.get_for_update(id=1)", "lock Customer"),
        ("Customer.select(lambda c: c.id > 1).delete(bulk=True)",
         "delete Customer, delete orders, delete Order_Product"),
        ("db.execute('DELETE FROM carts')", "delete carts"),
        ("db.insert('carts', a=1)", "insert carts"),
    ],
)  # fmt: skip
def test_what_is_touched(body: str, expected: str) -> None:
    assert_touches(f"""{MODELS}
def touch():
    with db_session:  #> {expected}
        {body}
""")


@pytest.mark.parametrize("decorator", ["db_session", "db_session(retry=3)"])
def test_a_decorator(decorator: str) -> None:
    assert_touches(f"""{MODELS}
@{decorator}  #> insert Customer, insert orders
def touch():
    customer = Customer(name="x")
    Order(customer=customer)
""")


def test_a_commit_in_the_middle() -> None:
    assert_touches(f"""{MODELS}
def touch():
    Customer(name="x")
    commit()  #> insert Customer
    Product()
    commit()  #> insert Product
""")


def test_entities_of_a_database() -> None:
    assert_touches("""
# file: shop/orders.py
from pony.orm import Database, Required, Set
def define(db: Database):
    class Order(db.Entity):
        number = Required(str)
        lines = Set("Line")
        def touch(self):
            self.number = "x"
    return Order
# file: shop/lines.py
from pony.orm import Database, Required
def define(db: Database):
    class Line(db.Entity):
        order = Required("Order")
        def renew(self):
            order = db.Order.get_for_update(id=1) or db.Order(number="1")
            order.touch()
    return Line
# file: shop/store.py
from pony.orm import Database, db_session
from shop import lines, orders
class Store:
    def __init__(self):
        self.db = Database()
        self.Order = orders.define(self.db)
        self.Line = lines.define(self.db)
    def renew(self):
        with db_session:  #> lock Order, insert Order, update Order
            self.Line[1].renew()
Store().renew()
""")


@pytest.mark.parametrize(
    ("statement", "touched"),
    [
        ("order.tags.add(tag)", "insert order_tags"),
        ("tag.orders.remove(order)", "delete order_tags"),
        ("order.tags = [tag]", "delete order_tags, insert order_tags"),
        ("order.tags.create()", "insert tags, insert order_tags"),
        ("Order(tags=[tag])", "insert orders, insert order_tags"),
        ("order.lines = []", "update lines"),
        ("Line(order=order)", "insert lines, insert logs"),
        ("Line.get(id=1).order = order", "update lines"),
        ("Line.get(id=1).delete()", "delete lines, insert tags"),
        ("Order.select_by_sql('SELECT * FROM orders')[0].total = 1", "update orders, read orders"),
        ("Order.get_by_sql('SELECT * FROM orders').total = 1", "update orders, read orders"),
        ("print(max(one.total for one in Order))", "nothing, read orders"),
        ("select((one.id, one.order) for one in Line)[:]", "nothing, read lines"),
    ],
)
def test_what_belongs_to_rows(statement: str, touched: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from pony.orm import *
db = Database()
class Order(db.Entity):
    _table_ = "orders"
    total = Required(int)
    tags = Set("Tag", table="order_tags")
    lines = Set("Line")
class Tag(db.Entity):
    _table_ = "tags"
    orders = Set(Order, table="order_tags")
class Line(db.Entity):
    _table_ = "lines"
    order = Required(Order)
    def after_insert(self):
        Log()
    def before_delete(self):
        Tag()
class Log(db.Entity):
    _table_ = "logs"
    text = Optional(str)
# file: shop/services.py
from pony.orm import db_session, max, select
from shop.models import Line, Log, Order, Tag
def work():
    with db_session:
        order, tag = Order[1], Tag[1]
    with db_session:  #> {touched}
        {statement}
""")
