"""SQLObject: classes, rows, joins, inheritance, queries, transactions."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables, assert_touches

MODELS = """
# file: shop/models.py
from sqlobject import *
from sqlobject.sqlbuilder import Delete, Select, Update
from sqlobject.events import listen, RowDestroyedSignal, RowCreatedSignal
from sqlobject.inheritance import InheritableSQLObject
sqlhub.processConnection = connectionForURI("sqlite:/:memory:")
class CachedJoin(RelatedJoin):
    pass
class Customer(SQLObject):
    name = StringCol(alternateID=True)
    notes = CachedJoin("Profile", intermediateTable="customer_notes")
    orders = MultipleJoin("ShopOrder")
    found = SQLMultipleJoin("ShopOrder")
    profile = SingleJoin("Profile")
class ShopOrder(SQLObject):
    total = IntCol()
    customer = ForeignKey("Customer", cascade=True)
    payer = ForeignKey("Customer", cascade="null")
    tags = RelatedJoin("Tag")
class Tag(SQLObject):
    class sqlmeta:
        table = "tags"
    name = StringCol()
    orders = SQLRelatedJoin("ShopOrder", intermediateTable="shop_order_tags")
    marks = SQLRelatedJoin("Mark", addRemoveName="Sign")
class Mark(SQLObject):
    class sqlmeta:
        style = MixedCaseStyle(longID=True)
class OldTag(SQLObject):
    class sqlmeta:
        table = Tag.sqlmeta.table
    name = StringCol()
class Profile(SQLObject):
    customer = ForeignKey("Customer")
    text = StringCol()
    def _set_shout(self, value):
        self.text = value.upper()
    def _get_owner(self):
        return self.customer
    def _set_text(self, value):
        self._SO_set_text(value.strip())
class Item(InheritableSQLObject):
    name = StringCol()
    mark = ForeignKey("Mark")
class Book(Item):
    pages = IntCol()
    author = ForeignKey("Customer", cascade=False)
# file: shop/services.py
from shop.models import *
transaction = sqlhub.processConnection.transaction()
"""


def test_tables() -> None:
    assert_tables(
        MODELS,
        "customer",
        "shop_order",
        "tags",
        "Mark",
        "profile",
        "item",
        "book",
        "shop_order_tags",
        "Mark_tags",
        "customer_notes",
    )


def test_keys() -> None:
    scan = assert_touches(f"{MODELS}\ndef touch():\n    Tag()\n    transaction.commit()  #> insert tags\n")
    keys = {(key.from_, key.to, key.on_delete) for key in scan.foreign_keys}
    assert {("shop_order", "customer", "CASCADE"), ("shop_order", "customer", "SET NULL")} <= keys
    assert {("profile", "customer", None), ("book", "customer", None), ("item", "Mark", None)} <= keys


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Tag(name='x')", "insert tags"),
        ("Tag.get(1).name = 'x'", "read tags, update tags"),
        ("Tag.get(1).set(name='x')", "read tags, update tags"),
        ("Tag.get(1).note = 'x'\n    Mark()", "read tags, insert Mark"),
        ("setattr(Tag.get(1), x, 'x')", "read tags, update tags"),
        ("Profile.get(1).shout = 'x'", "read profile, update profile"),
        ("Profile.get(1).owner.name = 'x'", "read profile, read customer, update customer"),
        ("Profile(shout='x')", "insert profile, update profile"),
        ("Customer.byName('x').name = 'y'", "read customer, update customer"),
        ("ShopOrder.get(1).customer.name = 'x'", "read shop_order, read customer, update customer"),
        ("ShopOrder.get(1).customerID\n    Mark()", "no read customer, read shop_order, insert Mark"),
        ("ShopOrder.get(1).customerID = 2", "read shop_order, update shop_order"),
        ("for order in Customer.get(1).orders:\n        order.total = 1",
         "read customer, read shop_order, update shop_order"),
        ("for order in Customer.get(1).found.orderBy('total'):\n        order.total = 1",
         "read customer, read shop_order, update shop_order"),
        ("Customer.get(1).found.count()\n    Mark()", "read customer, read shop_order, insert Mark"),
        ("Customer.get(1).profile.text = 'x'", "read customer, read profile, update profile"),
        ("ShopOrder.get(1).addTag(Tag.get(1))", "read shop_order, read tags, insert shop_order_tags"),
        ("list(Tag.get(1).orders)\n    Mark()", "read shop_order_tags, read shop_order, read tags, insert Mark"),
        ("Tag(name='x')", "insert tags, read tags"),
        ("Profile.get(1).text = 'x'", "read profile, update profile"),
        ("Tag.get(1).removeShopOrder(ShopOrder.get(1))", "read tags, delete shop_order_tags"),
        ("Customer.get(1).addProfile(Profile.get(1))", "read customer, read profile, insert customer_notes"),
        ("Tag.get(1).addSign(Mark())", "read tags, insert Mark, insert Mark_tags"),
        ("list(ShopOrder.get(1).tags)\n    Mark()", "read shop_order_tags, read tags, insert Mark"),
        ("Mark.get(1).destroySelf()", "read Mark, delete Mark"),
        ("Mark.delete(1)", "read Mark, delete Mark"),
        ("Tag.get(1).destroySelf()", "read tags, delete tags, delete shop_order_tags, delete Mark_tags"),
        ("Customer.get(1).destroySelf()",
         ("delete customer, read shop_order, delete shop_order, update shop_order, delete shop_order_tags, "
          "delete customer_notes")),
        ("Tag.selectBy(name='x').getOne().name = 'y'", "read tags, update tags"),
        ("Tag.selectBy(name='x')[0].name = 'y'", "read tags, update tags"),
        ("Tag.selectBy(name='x')\n    Mark()", "no read tags, insert Mark"),
        ("if Tag.selectBy(name='x').getOne(None) is None:\n        Mark()", "read tags, insert Mark"),
        ("for tag in Tag.select(Tag.q.name == 'x').limit(3):\n        tag.name = 'y'", "read tags, update tags"),
        (("query = AND(ShopOrder.q.customerID == Customer.q.id, Customer.q.name.startswith('x'))\n"
          "    for order in ShopOrder.select(query):\n        order.total = 1"),
         "read shop_order, read customer, update shop_order"),
        (("query = (ShopOrder.q.total > 1) & IN(ShopOrder.q.customer, Select(Customer.q.id))\n"
          "    ShopOrder.deleteMany(query)"),
         "read customer, delete shop_order"),
        ("ShopOrder.deleteBy(total=1)", "delete shop_order"),
        ("ShopOrder.select(IN(ShopOrder.q.customer, Select(Customer.q.id))).count()\n    Mark()",
         "read shop_order, read customer, insert Mark"),
        ("for one in ShopOrder.select().throughTo.customer:\n        one.name = 'x'",
         "read shop_order, read customer, update customer"),
        ("for one in Tag.select().throughTo.orders:\n        one.total = 1",
         "read tags, read shop_order_tags, read shop_order, update shop_order"),
        ("Book(pages=1)", "insert book, insert item"),
        ("Book.get(1).pages = 2", "read book, read item, update book"),
        ("Book.get(1).name = 'x'", "read book, read item, update item"),
        ("Book.get(1).set(name='x', pages=1)", "update item, update book"),
        ("Item.get(1).name = 'x'", "read item, read book, update item"),
        ("Book.get(1).destroySelf()", "delete book, delete item"),
        ("Book.select(Book.q.name == 'x').getOne().author.name = 'y'", "read book, read item, update customer"),
        ("transaction.query('DELETE FROM tags')", "delete tags"),
        ("transaction.query('DELETE FROM ' + Mark.sqlmeta.table)", "delete Mark"),
        ("OldTag.get(1).name = 'x'", "read tags, update tags"),
        ("transaction.query(transaction.sqlrepr(Update('tags', {'name': 'x'}, Tag.q.id == 1)))", "update tags"),
        ("transaction.query(transaction.sqlrepr(Delete('tags', IN(Tag.q.id, Select(Customer.q.id)))))",
         "read customer, delete tags"),
        ("transaction.queryAll(transaction.sqlrepr(Select(Tag.q.name)))\n    Mark()", "read tags, insert Mark"),
    ],
)  # fmt: skip
def test_what_is_touched(body: str, expected: str) -> None:
    assert_touches(f"{MODELS}\ndef touch(x):\n    {body}\n    transaction.commit()  #> {expected}\n")


def test_a_constructor_of_its_own() -> None:
    assert_touches(f"""{MODELS}
class Note(SQLObject):
    text = StringCol()
    def __init__(self, text, **kw):
        Tag(name=text)
        SQLObject.__init__(self, text=text, **kw)
class Line(SQLObject):
    text = StringCol()
    def _create(self, id, **kw):
        super()._create(id, **kw)
        Mark()
def touch():
    Note("x")
    Line(text="x")
    transaction.commit()  #> insert tags, insert note, insert line, insert Mark
""")


def test_what_hears_of_rows() -> None:
    assert_touches(f"""{MODELS}
def heard(row, kwargs):
    Mark()
def created(row, kwargs, after):
    row.customer.name = "x"
listen(heard, Item, RowDestroyedSignal)
listen(created, Profile, RowCreatedSignal)
def touch():
    Book.get(1).destroySelf()
    transaction.commit()  #> delete book, delete item, insert Mark
    Profile()
    transaction.commit()  #> insert profile, update customer
""")


def test_a_function_in_a_transaction() -> None:
    assert_touches(f"""{MODELS}
def work(name):
    Tag(name=name)
    Mark()
def touch():
    sqlhub.doInTransaction(work, "x")  #> insert tags, insert Mark
""")


def test_what_is_begun_apart() -> None:
    assert_touches(f"""{MODELS}
def touch():
    Tag(name="x")
    begun = sqlhub.processConnection.transaction()
    Mark(connection=begun)
    begun.commit()  #> insert Mark
""")


def test_names_of_which_nothing_is_known_suggest_rows() -> None:
    assert_touches(f"""{MODELS}
def touch(tag, customers):
    tag.name = "x"
    for customer in customers:
        customer.name = "x"
    transaction.commit()  #> update tags?, update customer?
""")
