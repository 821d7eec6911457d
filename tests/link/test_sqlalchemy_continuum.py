"""What SQLAlchemy-Continuum writes beside the rows: versions, pairs of them, the transaction."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables, assert_touches

MODELS = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Session, relationship
from sqlalchemy_continuum import make_versioned, parent_class, version_class
{configured}

class Base(DeclarativeBase):
    pass

order_tags = sa.Table(
    "order_tags",
    Base.metadata,
    sa.Column("order_id", sa.ForeignKey("orders.id")),
    sa.Column("tag_id", sa.ForeignKey("tags.id")),
)

class Staff(Base):
    __tablename__ = "staff"
    id = sa.Column(sa.Integer, primary_key=True)

class Tag(Base):
    __tablename__ = "tags"
    __versioned__ = {{}}
    id = sa.Column(sa.Integer, primary_key=True)

class Order(Base):
    __tablename__ = "orders"
    __versioned__ = {{"exclude": ["note"]}}
    id = sa.Column(sa.Integer, primary_key=True)
    total = sa.Column(sa.Integer)
    note = sa.Column(sa.String)
    tags = relationship(Tag, secondary=order_tags)

class Shelf(Base):
    __tablename__ = "shelves"
    __versioned__ = {{}}
    id = sa.Column(sa.Integer, primary_key=True)
    books = relationship("Book", backref="shelf")

class Book(Base):
    __tablename__ = "books"
    __versioned__ = {{}}
    id = sa.Column(sa.Integer, primary_key=True)
    shelf_id = sa.Column(sa.ForeignKey("shelves.id"))

class Stock(Base):
    __tablename__ = "stock"
    id = sa.Column(sa.Integer, primary_key=True)
    count = sa.Column(sa.Integer)

sa.orm.configure_mappers()
OrderVersion = version_class(Order)

# file: shop/services.py
from shop.models import *
"""
USUAL = "make_versioned(user_cls=None)"
CASES = {
    "a row is made": """
def place(db: Session):
    db.add(Order(total=1))
    db.commit()  #> insert orders, insert orders_version, insert transaction
""",
    "a row is changed: the version before it ends": """
def change(db: Session):
    order = db.query(Order).first()
    order.total = 2
    db.commit()  #> update orders, insert orders_version, update orders_version, insert transaction
""",
    "a row is deleted, with its pairs": """
def cancel(db: Session):
    order = db.query(Order).first()
    db.delete(order)
    db.commit()  #> delete orders, delete order_tags, insert orders_version, update orders_version, \
insert order_tags_version, insert transaction
""",
    "a pair is made": """
def tag(db: Session, tag_id):
    order = Order(total=1)
    order.tags.append(db.get(Tag, tag_id))
    db.add(order)
    db.commit()  #> insert orders, insert order_tags, insert orders_version, insert order_tags_version, \
insert transaction
""",
    "a row stays as it was where only a collection of its changes": """
def buy(db: Session):
    db.add(Book(shelf=db.query(Shelf).first()))
    db.commit()  #> insert books, insert books_version, insert transaction
""",
    "that is appended to": """
def buy(db: Session):
    shelf = db.query(Shelf).first()
    shelf.books.append(Book())
    db.commit()  #> insert books, insert books_version, insert transaction
""",
    "what is put into it changes": """
def move(db: Session):
    shelf = db.query(Shelf).first()
    shelf.books.append(db.query(Book).first())
    db.commit()  #> update books, insert books_version, update books_version, insert transaction
""",
    "a class without versions": """
def count(db: Session):
    db.add(Stock(count=1))
    db.commit()  #> insert stock
""",
    "a statement for many rows makes no versions": """
def clear(db: Session):
    db.query(Order).delete()
    db.commit()  #> delete orders
""",
    "versions are asked for": """
def history(db: Session):
    for version in OrderVersion.query.filter_by(id=1):  #= read orders_version
        assert parent_class(type(version)) is Order
        version.previous  #= read orders_version
        version.transaction.issued_at  #= read transaction
        version.tags  #= read tags_version, read order_tags_version
""",
    "versions of one row": """
def count(db: Session):
    order = db.query(Order).first()
    return order.versions.count()  #= read orders_version
""",
    "versions are thrown away": """
def purge(db: Session):
    OrderVersion.query.filter_by(id=1).delete()
    db.commit()  #> delete orders_version
""",
    "a row becomes what it was": """
def back(db: Session):
    version = version_class(Order).query.first()
    version.revert()
    db.commit()  #> update orders, insert orders_version, update orders_version, insert transaction
""",
}


@pytest.mark.parametrize("source", list(CASES.values()), ids=list(CASES))
def test_versions(source: str) -> None:
    assert_touches(MODELS.format(configured=USUAL) + source)


CONFIGURED = """
from sqlalchemy_continuum.plugins import FlaskPlugin, TransactionChangesPlugin

make_versioned(
    user_cls="Staff",
    plugins=[FlaskPlugin(), TransactionChangesPlugin()],
    options={"table_name": "%s_history"},
)
"""


def test_versions_as_they_are_configured() -> None:
    source = """
def place(db: Session):
    db.add(Order(total=1))
    db.commit()  #> insert orders, insert orders_history, insert transaction, insert transaction_changes

def who(db: Session):
    version = OrderVersion.query.first()
    return version.transaction.user  #= read transaction, read staff
"""
    assert_touches(MODELS.format(configured=CONFIGURED) + source)


def test_the_document_has_the_tables_of_versions() -> None:
    source = """
def place(db: Session):
    db.add(Order(total=1))
    db.commit()
"""
    own = ("books", "order_tags", "orders", "shelves", "staff", "stock", "tags")
    assert_tables(
        MODELS.format(configured=USUAL) + source,
        *own,
        "books_version",
        "orders_version",
        "shelves_version",
        "tags_version",
    )
