"""Options of a query load relationships with its rows."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SHOP = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import *
Base = declarative_base()

class Tax(Base):
    __tablename__ = "taxes"
    id = sa.Column(sa.Integer, primary_key=True)

class Stock(Base):
    __tablename__ = "stock"
    id = sa.Column(sa.Integer, primary_key=True)
    tax_id = sa.Column(sa.ForeignKey("taxes.id"))
    tax = relationship(Tax, lazy="joined")

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    lines = relationship("Line", backref="order")
    notes = relationship("Note")

class Line(Base):
    __tablename__ = "lines"
    id = sa.Column(sa.Integer, primary_key=True)
    order_id = sa.Column(sa.ForeignKey("orders.id"))
    stock_id = sa.Column(sa.ForeignKey("stock.id"))
    stock = relationship(Stock)

class Note(Base):
    __tablename__ = "notes"
    id = sa.Column(sa.Integer, primary_key=True)
    order_id = sa.Column(sa.ForeignKey("orders.id"))

# file: shop/services.py
from shop.models import *

def work(session: Session):
    {before}
    session.query(Order).options({options}).all()  #= {expected}
"""


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("joinedload('lines')", "read orders, read lines, no read stock"),
        ("joinedload(Order.lines)", "read orders, read lines, no read stock"),
        ("joinedload('lines').subqueryload('stock')", "read lines, read stock, read taxes, no read notes"),
        (
            "selectinload(Order.lines).joinedload(Line.stock), joinedload(Order.notes)",
            "read stock, read taxes, read notes",
        ),
        ("joinedload('lines.stock').load_only('id')", "read stock"),
        ("Load(Order).joinedload('lines').joinedload('stock')", "read lines, read stock"),
        ("defaultload('lines').joinedload('stock')", "read stock, no read notes"),
        (
            "joinedload(Order.lines).options(load_only(Line.id), joinedload(Line.stock).load_only(Stock.id))",
            "read lines, read stock, read taxes, no read notes",
        ),
        ("defaultload(Order.lines).options(joinedload('stock'))", "read stock, no read notes"),
        ("selectinload(Order.lines.and_(Line.id > 1)).options(lazyload('stock'))", "read lines, no read stock"),
        ("lazyload(Order.lines)", "read orders, no read lines"),
        ("noload('notes'), raiseload('lines')", "read orders, no read notes, no read lines"),
    ],
)
def test_what_an_option_loads(options: str, expected: str) -> None:
    source = SHOP.replace("{before}", "pass").replace("{options}", options)
    assert_touches(source.replace("{expected}", expected))


def test_what_is_said_to_an_option_further_on() -> None:
    before = "with_lines = joinedload('lines')\n    with_lines.joinedload('stock')"
    source = SHOP.replace("{before}", before).replace("{options}", "with_lines")
    assert_touches(source.replace("{expected}", "read orders, read lines, read stock, no read notes"))


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("session.get(Order, 1, options=[joinedload(Order.lines)])", "read orders, read lines, no read notes"),
        ("session.get(Order, 1, options=options)", "read orders, read lines, no read notes"),
        ("session.get(Order, 1)", "read orders, no read lines"),
        ("session.refresh(order, ['lines'])", "read orders, read lines, no read notes"),
        ("session.refresh(order, attribute_names=['notes'])", "read orders, read notes, no read lines"),
        ("session.refresh(order)", "read orders, no read lines"),
    ],
)
def test_what_is_loaded_with_one_object(code: str, expected: str) -> None:
    head = SHOP.partition("def work")[0]
    assert_touches(f"""{head}
def work(session: Session, order: Order, full: bool):
    options = []
    if full:
        options.append(joinedload(Order.lines))
    {code}  #= {expected}
""")


@pytest.mark.parametrize(
    ("model", "condition", "expected"),
    [
        ("Order", "lines=None", "read orders, read lines"),
        ("Order.id", "lines=None", "read orders, read lines"),
        ("Line", "order=None", "read lines, no read orders"),
        ("Order", "id=1", "read orders, no read lines"),
    ],
)
def test_what_filter_by_asks_for(model: str, condition: str, expected: str) -> None:
    head = SHOP.partition("def work")[0]
    assert_touches(f"""{head}
def work(session: Session):
    session.query({model}).filter_by({condition}).all()  #= {expected}
""")


def test_a_column_that_is_a_query() -> None:
    assert_touches("""
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.event import listens_for
from sqlalchemy.orm import Session, column_property, declarative_base, declared_attr, mapper, undefer
Base = declarative_base()

class Line(Base):
    __tablename__ = "lines"
    id = sa.Column(sa.Integer, primary_key=True)
    order_id = sa.Column(sa.ForeignKey("orders.id"))

class Note(Base):
    __tablename__ = "notes"
    id = sa.Column(sa.Integer, primary_key=True)
    order_id = sa.Column(sa.ForeignKey("orders.id"))

class Counting:
    @declared_attr
    def line_count(cls):
        query = sa.select(sa.func.count(Line.id)).where(Line.order_id == cls.id).scalar_subquery()
        return column_property(query, deferred=True)

class Order(Counting, Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    name = column_property(sa.Column(sa.String))

class Shop(Base):
    __tablename__ = "shops"
    id = sa.Column(sa.Integer, primary_key=True)
    order_count = column_property(sa.select(sa.func.count(Order.id)).scalar_subquery())

@listens_for(mapper, "after_configured", once=True)
def configured():
    query = sa.select(sa.func.count(Note.id)).where(Note.order_id == Order.id).scalar_subquery()
    Order.note_count = column_property(query, deferred=True)

# file: shop/services.py
from shop.models import *

def orders(session: Session):
    return session.get(Order, 1)  #= read orders, no read lines, no read notes

def counted(session: Session):
    return session.query(Order).options(undefer("line_count")).all()  #= read lines, no read notes

def counted_later(session: Session):
    return session.query(Order).options(undefer(Order.note_count)).all()  #= read notes, no read lines

def of_columns(session: Session):
    return session.query(Order).options(undefer("name")).all()  #= read orders, no read notes, no read lines

def lines(order: Order):
    return order.line_count  #= read lines, no read notes

def notes(order: Order):
    return order.note_count  #= read notes, no read lines

def names(order: Order):
    return order.name  #= no read notes, no read lines

def shops(session: Session):
    return session.query(Shop).all()  #= read shops, read orders

def rename(session: Session):
    session.get(Order, 1).name = "x"
    session.commit()  #> update orders
""")


def test_a_column_that_is_a_query_of_another() -> None:
    assert_touches("""
# file: shop/core.py
import sqlalchemy as sa
from sqlalchemy.event import listens_for
from sqlalchemy.orm import Session, column_property, declarative_base, mapper
Base = declarative_base()
# file: shop/aforms.py
from shop.core import *
from shop.regs import Reg
class Form(Base):
    __tablename__ = "forms"
    id = sa.Column(sa.Integer, primary_key=True)
@listens_for(mapper, "after_configured", once=True)
def configured():
    query = sa.select(sa.func.sum(Reg.slots)).where(Reg.form_id == Form.id).scalar_subquery()
    Form.count = column_property(query, deferred=True)
# file: shop/regs.py
from shop.core import *
class Data(Base):
    __tablename__ = "datas"
    id = sa.Column(sa.Integer, primary_key=True)
class Reg(Base):
    __tablename__ = "regs"
    id = sa.Column(sa.Integer, primary_key=True)
    form_id = sa.Column(sa.ForeignKey("forms.id"))
@listens_for(mapper, "after_configured", once=True)
def configured():
    query = sa.select(sa.func.count(Data.id)).scalar_subquery()
    Reg.slots = column_property(query, deferred=True)
# file: shop/services.py
from shop.aforms import *
def notes(form: Form):
    return form.count  #= read forms, read regs, read datas
""")


SUMS = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.ext.associationproxy import association_proxy
from sqlalchemy.orm import Session, column_property, declarative_base, relationship
Base = declarative_base()
class Shop(Base):
    __tablename__ = "shops"
    id = sa.Column(sa.Integer, primary_key=True)
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    shop_id = sa.Column(sa.ForeignKey("shops.id"))
    shop = relationship(Shop)
class Line(Base):
    __tablename__ = "lines"
    id = sa.Column(sa.Integer, primary_key=True)
    order_id = sa.Column(sa.ForeignKey("orders.id"))
    paid, due = sa.Column(sa.Integer), sa.Column(sa.Integer)
    open = column_property(sa.case((paid != None, due - paid), else_=due))
    order = relationship(Order)
    shop = association_proxy("order", "shop")
class Note(Base):
    __tablename__ = "notes"
    id = sa.Column(sa.Integer, primary_key=True)
    line_id = sa.Column(sa.ForeignKey("lines.id"))
    line = relationship(Line)
    shop = association_proxy("line", "shop")
Order.lines = column_property(sa.select(sa.func.sum(Line.due)).scalar_subquery(), deferred=True)
Order.notes = column_property(sa.select(sa.func.count(Note.id)).scalar_subquery(), deferred=True)
Order.size = column_property(Order.lines + Order.notes)
Shop.size = column_property(sa.select(sa.func.sum(Order.size)).scalar_subquery(), deferred=True)
# file: shop/services.py
from shop.models import *
"""


def test_a_column_that_is_the_sum_of_queries() -> None:
    assert_touches(f"""{SUMS}
def orders(session: Session):
    return session.get(Order, 1)  #= read orders, read lines, read notes
def size(shop: Shop):
    return shop.size  #= read shops, read lines, read notes
""")


def test_a_column_that_is_made_of_the_columns_beside_it() -> None:
    assert_touches(f"""{SUMS}
def due(session: Session):
    return session.query(sa.func.sum(Line.open)).scalar()  #= read lines, no read orders
""")


def test_a_proxy_of_a_proxy() -> None:
    assert_touches(f"""{SUMS}
def shop(note: Note):
    return note.shop.name  #= read lines, read orders, read shops
""")


def test_what_is_run_while_models_are_imported_knows_their_relationships() -> None:
    assert_touches("""
# file: shop/models.py
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, Session, relationship
from shop.pages import page

class Base(DeclarativeBase):
    pass

@page
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    lines = relationship("Line", lazy="joined")

class Line(Base):
    __tablename__ = "lines"
    id = Column(Integer, primary_key=True)
    order_id = Column(ForeignKey("orders.id"))

def first(session: Session):
    return session.query(Order).first()  #= read orders, read lines
# file: shop/pages.py
def page(cls):
    from shop.models import first
    cls.first = first(None)
    return cls
""")


def test_an_option_that_may_name_one_of_several() -> None:
    assert_touches("""
# file: shop/models.py
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.orm import DeclarativeBase, Session, relationship, selectinload
class Base(DeclarativeBase):
    pass
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    lines = relationship("Line")
    notes = relationship("Note")
class Line(Base):
    __tablename__ = "lines"
    id = Column(Integer, primary_key=True)
    order_id = Column(ForeignKey("orders.id"))
    stock = relationship("Stock", lazy="joined")
    stock_id = Column(ForeignKey("stocks.id"))
class Note(Base):
    __tablename__ = "notes"
    id = Column(Integer, primary_key=True)
    order_id = Column(ForeignKey("orders.id"))
class Stock(Base):
    __tablename__ = "stocks"
    id = Column(Integer, primary_key=True)
# file: shop/services.py
from shop.models import *
def loaded():
    return [Order.notes, Order.lines]
def work(session: Session):
    query = session.query(Order)
    for one in loaded():
        query = query.options(selectinload(one))
    query.all()  #= read orders, read lines, read notes, read stocks
""")
