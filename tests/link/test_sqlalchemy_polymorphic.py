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


ASSOCIATED = """
# file: shop/models.py
from sqlalchemy import ForeignKey
from sqlalchemy.ext.associationproxy import association_proxy
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, declared_attr, mapped_column, relationship
class Base(DeclarativeBase):
    pass
class Tie(Base):
    __tablename__ = "ties"
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    watcher: Mapped["Watcher"] = relationship(back_populates="tie", uselist=False)
    __mapper_args__ = {"polymorphic_on": kind}
class Watcher(Base):
    __tablename__ = "watchers"
    id: Mapped[int] = mapped_column(primary_key=True)
    tie_id: Mapped[int] = mapped_column(ForeignKey("ties.id"))
    tie: Mapped[Tie] = relationship(back_populates="watcher")
    parent = association_proxy("tie", "parent")
class Watched:
    @declared_attr
    def tie_id(cls) -> Mapped[int]:
        return mapped_column(ForeignKey("ties.id"))
    @declared_attr
    def tie(cls):
        parent = relationship(cls.__name__, back_populates="tie", uselist=False)
        return relationship(type(f"{cls.__name__}Tie", (Tie,), {"__tablename__": None, "parent": parent}))
class Order(Watched, Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
class Quote(Watched, Base):
    __tablename__ = "quotes"
    id: Mapped[int] = mapped_column(primary_key=True)
class OwnTie(Tie):
    __tablename__ = "own_ties"
    id: Mapped[int] = mapped_column(ForeignKey("ties.id"), primary_key=True)
    since: Mapped[str]
    order_id: Mapped[int] = mapped_column(ForeignKey("orders.id"))
    order: Mapped[Order] = relationship(foreign_keys=order_id)
"""
BELOW = {
    "tie.order": "read orders, no read quotes",
    "tie.parent": "read orders, read quotes",
    "watcher.parent": "read ties, read orders, read quotes",
    "tie.since": "read own_ties",
    "tie.kind": "no read own_ties, no read orders",
    "Tie().parent": "no read orders",
}


@pytest.mark.parametrize("asked", BELOW)
def test_what_a_row_has_that_only_classes_below_have(asked: str) -> None:
    assert_touches(f"""
def work(session: Session):
    watcher = session.get(Watcher, 1)
    tie = session.get(Tie, 1)
    return {asked}  #= {BELOW[asked]}
{ASSOCIATED}""")


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
