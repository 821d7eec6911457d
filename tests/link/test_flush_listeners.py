"""What runs while a flush does: sessions of its own, on the connection of the one that flushes, end nothing."""

from __future__ import annotations

from tests.link.linking import assert_touches


def test_a_commit_in_a_listener_leaves_the_work_open() -> None:
    assert_touches("""
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import Session, declarative_base, sessionmaker
Base = declarative_base()
Maker = sessionmaker()

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)

class Tag(Base):
    __tablename__ = "tags"
    id = sa.Column(sa.Integer, primary_key=True)

class Log(Base):
    __tablename__ = "logs"
    id = sa.Column(sa.Integer, primary_key=True)

def tagged(session):
    session.add(Tag())
    session.commit()

@event.listens_for(Order, "after_insert")
def tag_order(mapper, connection, target):
    with Session(bind=connection) as session:
        tagged(session)
        session.commit()

@event.listens_for(Log, "after_insert")
def tag_log(mapper, connection, target):
    session = Maker(bind=connection)
    try:
        session.add(Tag())
        session.commit()
    except ValueError:
        session.rollback()
    finally:
        session.close()

# file: shop/services.py
from shop.models import *

def order():
    session = Maker()
    session.add(Order())
    session.commit()  #> insert orders, insert tags

def log(session: Session):
    session.add(Log())
    session.commit()  #> insert logs, insert tags
""")
