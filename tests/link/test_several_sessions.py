"""What a commit ends in programs with several engines: the work of its own session alone."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SHOP = """
# file: shop/orders.py
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, relationship, scoped_session, sessionmaker
engine = sa.create_engine("sqlite:///orders")
Base = declarative_base()
session = scoped_session(sessionmaker(bind=engine))
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String)
    lines = relationship("Line")
class Line(Base):
    __tablename__ = "lines"
    id = sa.Column(sa.Integer, primary_key=True)
    order_id = sa.Column(sa.ForeignKey("orders.id"))
def find(key):
    return session.get(Order, key)

# file: shop/log.py
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, sessionmaker
engine = sa.create_engine("sqlite:///log")
Base = declarative_base()
Session = sessionmaker()
Session.configure(bind=engine)
session = Session()
class Entry(Base):
    __tablename__ = "entries"
    id = sa.Column(sa.Integer, primary_key=True)
def note():
    session.add(Entry())
    session.commit()  #> insert entries
"""

WAYS = {
    "what hangs together has one session": """
from shop import log, orders
def work(key):
    order = orders.find(key)
    order.name = "x"
    order.lines.append(orders.Line())
    log.session.add(log.Entry())
    log.session.commit()  #> insert entries | insert lines, update orders
""",
    "a session that is handed on": """
from shop import log, orders
def end(session):
    session.commit()  #> insert entries | insert orders
def work():
    orders.session.add(orders.Order())
    log.session.add(log.Entry())
    end(log.session)
""",
    "a block that commits": """
from shop import log, orders
def work():
    with log.Session.begin() as session:  #> insert entries | insert orders
        orders.session.add(orders.Order())
        session.add(log.Entry())
""",
}


@pytest.mark.parametrize("way", list(WAYS))
def test_a_commit_ends_the_work_of_its_session(way: str) -> None:
    assert_touches(f"{SHOP}# file: shop/work.py\n{WAYS[way]}")


TOGETHER = {
    "a session of which nobody knows what made it": """
from shop import log, orders
def work(session):
    session.query(orders.Order).delete()
    session.add(log.Entry())
    session.commit()  #> delete orders, insert entries
""",
    "one that deals with both": """
from shop import log, orders
def work():
    log.session.query(orders.Order).delete()
    log.session.add(log.Entry())
    log.session.commit()  #> delete orders, insert entries
""",
    "either of two": """
from shop import log, orders
def work(own):
    session = log.session if own else orders.session
    orders.session.add(orders.Order())
    log.session.add(log.Entry())
    session.commit()  #> insert orders, insert entries
""",
}


@pytest.mark.parametrize("way", list(TOGETHER))
def test_what_may_be_work_of_one_session_stays_together(way: str) -> None:
    assert_touches(f"{SHOP}# file: shop/work.py\n{TOGETHER[way]}")


def test_what_is_told_elsewhere_is_not_told_again() -> None:
    assert_touches(f"""{SHOP}
# file: shop/work.py
from shop import log, orders
def work():
    orders.session.add(orders.Order())
    log.session.add(log.Entry())
    log.session.commit()  #> insert entries
def put():
    orders.session.add(orders.Order())
    orders.session.add(orders.Line())
    orders.session.commit()  #> insert orders, insert lines
""")


def test_one_engine_has_one_database() -> None:
    assert_touches("""
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, sessionmaker
engine = sa.create_engine("sqlite://")
Base = declarative_base()
First, Second = sessionmaker(bind=engine), sessionmaker(bind=engine)
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
def work():
    session = First()
    session.add(Order())
    session.commit()  #> insert orders
""")
