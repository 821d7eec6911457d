"""Storm: classes, references, stores, results, expressions."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables, assert_touches

MODELS = """
# file: shop/models.py
from storm.locals import *
class Customer(Storm):
    __storm_table__ = "customer"
    id = Int(primary=True)
    name = Unicode()
    orders = ReferenceSet(id, "Order.customer_id")
    profile = Reference(id, "Profile.customer_id", on_remote=True)
class Profile(Storm):
    __storm_table__ = "profile"
    customer_id = Int(primary=True)
    text = Unicode()
class Order(Storm):
    __storm_table__ = "shop_order"
    id = Int(primary=True)
    total = Int(name="sum")
    customer_id = Int(name="customer")
    customer = Reference(customer_id, Customer.id)
    tags = ReferenceSet(id, "OrderTag.order_id", "OrderTag.tag_id", "Tag.id")
    def __init__(self, customer=None):
        self.customer = customer
class Tag(Storm):
    __storm_table__ = "tag"
    id = Int(primary=True)
class OrderTag(Storm):
    __storm_table__ = "order_tag"
    __storm_primary__ = "order_id", "tag_id"
    order_id = Int()
    order = Reference(order_id, "Order.id")
    tag_id = Int()
    tag = Reference(tag_id, "models.tag.id")
class Plain:
    __storm_table__ = "plain"
    id = Int(primary=True)
    total = Int()
# file: shop/services.py
from storm.locals import *
from storm.expr import *
from shop.models import *
from itertools import chain
from storm.databases.postgres import Returning
from storm.info import get_cls_info
class BulkUpdate(Expr):
    def __init__(self, map, table, values, where=Undef):
        self.map, self.table, self.values = map, table, values
class Own(Expr):
    def __init__(self, *columns):
        self.columns = columns
from lazr.delegates import delegate_to
store = Store(create_database("postgres:shop"))
@delegate_to(IResult, context="result")
class Returned:
    def __init__(self, result):
        self.result = result
def column_of(column):
    if isinstance(column, Reference):
        return column._relation._get_local_columns(column._cls)
    else:
        return (column,)
def create(columns, values):
    store.execute(Insert(list(chain.from_iterable(map(column_of, columns))), values=values))
"""


def test_tables() -> None:
    assert_tables(MODELS, "customer", "profile", "shop_order", "tag", "order_tag", "plain")


def test_keys() -> None:
    scan = assert_touches(f"{MODELS}\ndef touch():\n    store.add(Tag())\n    store.commit()  #> insert tag\n")
    assert {(key.from_, key.to) for key in scan.foreign_keys} == {
        ("shop_order", "customer"), ("order_tag", "shop_order"), ("order_tag", "tag"),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("store.add(Tag())", "insert tag"),
        ("tag = Tag()\n    tag.id = 1\n    store.add(tag)", "insert tag"),
        ("tag = Tag()\n    tag.id = 1", "nothing"),
        ("Order(store.get(Customer, 1))", "read customer, insert shop_order"),
        ("Order()", "nothing"),
        ("order = Order()\n    order.customer = store.get(Customer, 1)", "read customer, insert shop_order"),
        ("store.get(Order, 1).customer = Customer()", "read shop_order, update shop_order, insert customer"),
        ("store.get(Order, 1).total = 2", "read shop_order, update shop_order"),
        ("store.get(Order, 1).note = 2", "read shop_order"),
        ("store.get(Order, 1).customer.name = 'x'", "read shop_order, read customer, update customer"),
        ("store.get(Customer, 1).profile.text = 'x'", "read customer, read profile, update profile"),
        ("store.remove(store.get(Order, 1))", "delete shop_order"),
        ("store.find(Order, id=1).one().total = 2", "read shop_order, update shop_order"),
        ("store.find(Order, id=1)[0].total = 2", "read shop_order, update shop_order"),
        ("store.find(Order, id=1)[:3][0].total = 2", "read shop_order, update shop_order"),
        ("for order in store.find(Order).order_by(Desc(Order.total)):\n        order.total = 2",
         "read shop_order, update shop_order"),
        ("store.find(Order)", "no read shop_order"),
        ("store.find(Order, Order.total > 1).set(total=0)", "update shop_order"),
        ("store.find(Order, Order.customer_id == Customer.id, Customer.name == 'x').remove()",
         "read customer, delete shop_order"),
        ("store.find(Order, Order.customer == store.get(Customer, 1)).count()", "read shop_order, read customer"),
        ("store.find(Order, Order.customer_id.is_in(Select(Customer.id, Customer.name == 'x'))).is_empty()",
         "read shop_order, read customer"),
        (("for order, customer in store.find((Order, Customer), Order.customer_id == Customer.id):\n"
          "        customer.name = 'x'"),
         "read shop_order, read customer, update customer"),
        ("store.using(Order, LeftJoin(Customer, Customer.id == Order.customer_id)).find(Order).first().total = 1",
         "read shop_order, read customer, update shop_order"),
        ("store.find(Order.total).values(Order.total)", "read shop_order"),
        ("list(store.find(Order).union(store.find(Order, id=1)))", "read shop_order"),
        ("for order in store.get(Customer, 1).orders:\n        order.total = 1",
         "read customer, read shop_order, update shop_order"),
        ("store.get(Customer, 1).orders.add(store.get(Order, 1))", "read customer, update shop_order"),
        ("store.get(Customer, 1).orders.add(Order())", "read customer, insert shop_order"),
        ("store.get(Customer, 1).orders.find(total=1).remove()", "delete shop_order"),
        ("store.get(Order, 1).tags.add(store.get(Tag, 1))", "read tag, insert order_tag"),
        ("store.get(Order, 1).tags.clear()", "delete order_tag"),
        ("list(store.get(Order, 1).tags)", "read tag, read order_tag"),
        ("store.execute('UPDATE shop_order SET total = 1')", "update shop_order"),
        ("store.execute(SQL('DELETE FROM tag'))", "delete tag"),
        ("store.execute(Insert({Order.total: 1, Order.customer_id: 2}))", "insert shop_order"),
        ("store.execute(Insert({Order.total: 1}, table=Order))", "insert shop_order"),
        ("store.execute(Insert((Order.total,), values=[(1,)]))", "insert shop_order"),
        ("store.execute(Update({Order.total: 1}, Order.customer_id == Customer.id, Order))",
         "read customer, update shop_order"),
        ("store.execute(Delete(Order.total > 1, Order))", "delete shop_order"),
        ("store.execute(Delete(Order.total > 1))", "delete shop_order"),
        ("store.execute(Select(Order.total, tables=[Order]))", "read shop_order"),
        ("Store.of(store.get(Order, 1)).find(Tag).remove()", "delete tag"),
        ("Other = ClassAlias(Order)\n    store.find(Other, Other.total == 1).set(total=2)", "update shop_order"),
        ("store.get(Order, 1).total += 1\n    store.flush()", "update shop_order"),
        ("setattr(store.get(Order, 1), x, 1)", "update shop_order"),
        ("found = dict(store.find((Tag, Order), OrderTag.tag_id == Tag.id))\n    store.remove(found[x])",
         "read tag, read order_tag, delete shop_order"),
        ("store.execute(BulkUpdate({Order.total: 1}, Order, values=(Tag,), where=Order.total == Tag.id))",
         "read tag, update shop_order"),
        ("store.execute(Returning(BulkUpdate({Order.total: 1}, table=Order, values=(Tag,))))",
         "read tag, update shop_order"),
        ("store.execute(Delete(Own(Order.total, Customer.name), Order))", "read customer, delete shop_order"),
        ("store.execute('DELETE FROM %s' % get_cls_info(Order).table.name)", "delete shop_order"),
        ("store.execute('DELETE FROM %s' % Order.__storm_table__)", "delete shop_order"),
        ("store.find(Order, get_cls_info(Order).primary_key[0].is_in(x)).remove()", "delete shop_order"),
        ("store.add(Plain())", "insert plain"),
        ("store.find(Plain).one().total = 1", "update plain"),
        ("Returned(store.find(Order)).one().total = 1", "read shop_order, update shop_order"),
        ("create((Order.customer, Order.total), [(1, 2)])", "insert shop_order"),
        ("create((OrderTag.order, OrderTag.tag), [(1, 2)])", "insert order_tag"),
        ("store.find(Order.total.cls).remove()", "delete shop_order"),
    ],
)  # fmt: skip
def test_what_is_touched(body: str, expected: str) -> None:
    marked = expected.replace("no read", "nothing, no read")
    assert_touches(f"""{MODELS}
def touch(x):
    store.find(Profile).remove()
    {body}
    store.commit()  #> {"delete profile" if marked.startswith("nothing") else "delete profile, " + marked}
""")


def test_names_of_which_nothing_is_known_suggest_rows() -> None:
    assert_touches(f"""{MODELS}
def touch(store, order, tags):
    order.total = 1
    for tag in tags:
        store.remove(tag)
    store.commit()  #> update shop_order?, delete tag?
""")


def test_a_method_of_one_class_suggests_its_row() -> None:
    assert_touches(
        f"""{MODELS}
def touch(something):
    something.forget_customer()
    store.commit()  #> update shop_order?
""".replace("class Tag(Storm)", "    def forget_customer(self):\n        self.customer = None\nclass Tag(Storm)")
    )


def test_a_row_is_read_again_after_a_commit() -> None:
    assert_touches(f"""{MODELS}
def touch(order: Order):
    store.add(Tag(order.total))
    store.commit()  #> insert tag, no read shop_order
    store.add(Tag(order.total))
    store.commit()  #> insert tag, read shop_order
""")
