"""Classes that extend one another with tables of their own: which are read with whom, which a row may be of."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import Session, declarative_base, declared_attr
Base = declarative_base()

class Loaded:
    @declared_attr
    def __mapper_args__(cls):
        return {"polymorphic_load": "inline"}

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    kind = sa.Column(sa.String)

class Refund(Order):
    __tablename__ = "refunds"
    id = sa.Column(sa.ForeignKey("orders.id"), primary_key=True)
    __mapper_args__ = {"polymorphic_identity": "refund", "polymorphic_load": "selectin"}

class Credit(Loaded, Refund):
    __tablename__ = "credits"
    id = sa.Column(sa.ForeignKey("refunds.id"), primary_key=True)

class Gift(Order):
    __tablename__ = "gifts"
    id = sa.Column(sa.ForeignKey("orders.id"), primary_key=True)

class Page(Base):
    __tablename__ = "pages"
    id = sa.Column(sa.Integer, primary_key=True)
    __mapper_args__ = {"with_polymorphic": "*"}

class Article(Page):
    __tablename__ = "articles"
    id = sa.Column(sa.ForeignKey("pages.id"), primary_key=True)

class Review(Article):
    __tablename__ = "reviews"
    id = sa.Column(sa.ForeignKey("articles.id"), primary_key=True)
"""
READS = {
    "session.execute(select(Order)).scalars().first()": "read orders, read refunds, read credits, no read gifts",
    "session.get(Order, 1)": "read orders, read refunds, read credits, no read gifts",
    "session.refresh(order)": "read orders, read refunds, read credits, no read gifts",
    "session.get(Gift, 1)": "read orders, read gifts, no read refunds",
    "session.query(Page).all()": "read pages, read articles, read reviews",
    "session.query(Article).all()": "read pages, read articles, no read reviews",
    "session.query(with_polymorphic(Order, [Gift])).all()": "read orders, read refunds, read gifts",
    "session.scalars(select(with_polymorphic(Order, '*'))).all()": "read orders, read refunds, read gifts",
    "session.query(with_polymorphic(Gift, [])).all()": "read orders, read gifts, no read refunds",
}


@pytest.mark.parametrize("query", READS)
def test_what_is_read_with_the_rows_of_a_class(query: str) -> None:
    assert_touches(f"""
from sqlalchemy import select
from sqlalchemy.orm import with_polymorphic
def work(session: Session, order: Order):
    {query}  #= {READS[query]}
{MODELS}""")


def test_the_rows_of_a_class_that_is_asked_for_with_others() -> None:
    assert_touches(f"""
from sqlalchemy import select
from sqlalchemy.orm import with_polymorphic
def work(session: Session):
    for order in session.scalars(select(with_polymorphic(Order, [Gift]))):
        order.kind = "sold"
    session.commit()  #> update orders
{MODELS}""")


def test_a_copy_of_a_row_of_any_class() -> None:
    assert_touches(f"""
from sqlalchemy.orm import make_transient
def copied(session: Session):
    page = session.get(Page, 1)
    make_transient(page)
    session.add(page)
    session.commit()  #> insert pages, insert articles, insert reviews
def made(session: Session, kind: type[Page]):
    session.add(Page())
    session.commit()  #> insert pages
    session.add(kind())
    session.commit()  #> insert pages
{MODELS}""")


@pytest.mark.parametrize(("classes", "many"), [(10, False), (13, True)])
def test_a_row_of_one_of_many_classes(classes: int, many: bool) -> None:  # noqa: FBT001 - a parameter of the test
    below = "".join(
        f'class Kind{number}(Event):\n    __tablename__ = "kind_{number}"\n'
        '    id = sa.Column(sa.ForeignKey("events.id"), primary_key=True)\n'
        for number in range(classes)
    )
    updated = "" if many else "".join(f", update kind_{number}" for number in range(classes))
    assert_touches(f"""
def work(session: Session, data):
    event = session.get(Event, 1)
    for name, value in data.items():
        setattr(event, name, value)
    session.commit()  #> update events{updated}
{MODELS}
class Event(Base):
    __tablename__ = "events"
    id = sa.Column(sa.Integer, primary_key=True)
{below}""")
