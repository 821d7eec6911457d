"""What runs while a flush does: sessions of its own, on the connection of the one that flushes, end nothing."""

from __future__ import annotations

import pytest

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


STAMPED = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import DeclarativeBase, Session, object_session, relationship
class Base(DeclarativeBase):
    pass

class Stamps:
    changed = sa.Column(sa.DateTime)

    @staticmethod
    def stamp(mapper, connection, target):
        target.changed = sa.func.now()

    @classmethod
    def __declare_last__(cls):
        event.listen(cls, "before_update", cls.stamp)

class Customer(Stamps, Base):
    __tablename__ = "customers"
    id = sa.Column(sa.Integer, primary_key=True)
    orders = relationship("Order", back_populates="customer")

class Tag(Base):
    __tablename__ = "tags"
    id = sa.Column(sa.Integer, primary_key=True)
    orders = relationship("Order", back_populates="tag")

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    state = sa.Column(sa.String)
    other = sa.Column(sa.String)
    customer_id = sa.Column(sa.ForeignKey("customers.id"))
    customer = relationship("Customer", back_populates="orders")
    tag_id = sa.Column(sa.ForeignKey("tags.id"))
    tag = relationship("Tag", back_populates="orders")

class Event(Base):
    __tablename__ = "events"
    id = sa.Column(sa.Integer, primary_key=True)

def logged(target, value, before, initiator):
    target.tag = Tag()
    session = object_session(target)
    if session is not None:
        session.add(Event())

event.listen(Order.state, "set", logged)
"""


def test_what_a_mixin_registers_once_a_class_is_mapped() -> None:
    assert_touches(f"""{STAMPED}
# file: shop/services.py
from shop.models import *

def place(session: Session):
    session.add(Order(customer=session.get(Customer, 1), tag=session.get(Tag, 1)))
    session.commit()  #> insert orders, update customers
""")


def test_who_listens_to_an_attribute_hears_of_constructors_and_of_any_name() -> None:
    assert_touches(f"""{STAMPED}
# file: shop/services.py
from shop.models import *

def place(session: Session):
    session.add(Order(state="new"))
    session.commit()  #> insert orders, insert tags

def place_other(session: Session):
    session.add(Order(other="new"))
    session.commit()  #> insert orders

def place_any(session: Session, data: dict):
    session.add(Order(**data))
    session.commit()  #> insert orders, insert tags

def change(session: Session, data: dict):
    order = session.get(Order, 1)
    for name, value in data.items():
        setattr(order, name, value)
    session.commit()  #> update orders, insert tags, insert events
""")


def test_a_session_works_off_what_rows_have_collected() -> None:
    assert_touches("""
# file: shop/models.py
import sqlalchemy as sa
from contextvars import ContextVar
from sqlalchemy import event
from sqlalchemy.orm import Session, declarative_base
Base = declarative_base()

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    changed_at = sa.Column(sa.Integer)

class Line(Base):
    __tablename__ = "lines"
    id = sa.Column(sa.Integer, primary_key=True)
    order_id = sa.Column(sa.ForeignKey("orders.id"))

class Tag(Base):
    __tablename__ = "tags"
    id = sa.Column(sa.Integer, primary_key=True)

class Buffer:
    def __init__(self):
        self.ids = set()

buffers = ContextVar("buffer", default=Buffer())

@event.listens_for(Line, "after_insert")
@event.listens_for(Line, "after_delete")
def collect(_, connection, target: Line):
    buffers.get().ids.add(target.order_id)

@event.listens_for(Session, "after_flush")
def touch_orders(session: Session, _):
    \"\"\"Say when orders have changed.\"\"\"
    buffer = buffers.get()
    if not buffer.ids:
        return
    own = Session(bind=session.connection())
    for id in buffer.ids:
        own.query(Order).filter(Order.id == id).first().changed_at = 1
    own.commit()

# file: shop/services.py
from shop.models import *

def add(session: Session):
    session.add(Line())
    session.commit()  #> insert lines, update orders

def tag(session: Session):
    session.add(Tag())
    session.commit()  #> insert tags
""")


@pytest.mark.parametrize("both", ["session.new | session.dirty", "itertools.chain(session.new, session.dirty)"])
def test_a_listener_of_sessions_meets_the_rows_that_a_flush_writes(both: str) -> None:
    assert_touches(f"""
# file: shop/models.py
import itertools
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker
class Base(DeclarativeBase):
    pass
class Audited:
    pass
class Order(Audited, Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    state = sa.Column(sa.String)
class Tag(Base):
    __tablename__ = "tags"
    id = sa.Column(sa.Integer, primary_key=True)
class Log(Base):
    __tablename__ = "logs"
    id = sa.Column(sa.Integer, primary_key=True)
class Grave(Base):
    __tablename__ = "graves"
    id = sa.Column(sa.Integer, primary_key=True)

@event.listens_for(Session, "before_flush")
def audit(session, context, instances):
    for one in {both}:
        if isinstance(one, Audited) and session.is_modified(one):
            note(session, one)
    for one in session.deleted:
        if isinstance(one, Audited):
            session.add(Grave())

@event.listens_for(Session, "after_flush")
def count(session, context):
    for one in {both}:
        if isinstance(one, Tag):
            session.execute(sa.delete(Grave))

def note(session, one):
    session.add(Log())
# file: shop/services.py
from sqlalchemy.orm import Session
from shop.models import *
def order(session: Session):
    session.add(Order())
    session.commit()  #> insert orders, insert logs
def change(session: Session):
    session.get(Order, 1).state = "paid"
    session.commit()  #> update orders, insert logs
def drop(session: Session):
    session.delete(session.get(Order, 1))
    session.commit()  #> delete orders, insert graves
def tag(session: Session):
    session.add(Tag())
    session.commit()  #> insert tags, delete graves
""")


ONCE = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy import event, inspect
from sqlalchemy.orm import Session, declarative_base, object_session
Base = declarative_base()
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
class Tag(Base):
    __tablename__ = "tags"
    id = sa.Column(sa.Integer, primary_key=True)
class Log(Base):
    __tablename__ = "logs"
    id = sa.Column(sa.Integer, primary_key=True)
@event.listens_for(Order, "after_insert")
def told(mapper, connection, target):
    {how}
# file: shop/services.py
from shop.models import *
def order(session: Session):
    session.add(Order())
    session.commit()  #> insert orders{then}
def tag(session: Session):
    session.add(Tag())
    session.commit()  #> insert tags
"""
DECORATED = """@event.listens_for({session}, "{event}", once=True)
    def later(session, *_):
        session.add(Log())"""
HANDED = """def later(session, *_):
        session.add(Log())
    event.listen({session}, "{event}", later, once=True)"""


@pytest.mark.parametrize("how", [DECORATED, HANDED])
@pytest.mark.parametrize(
    "session", ["inspect(target).session", "object_session(target)", "Session.object_session(target)"]
)
@pytest.mark.parametrize(
    ("event", "then"),
    [
        *((event, ", insert logs") for event in ("before_commit", "after_flush", "after_flush_postexec")),
        ("after_commit", ""),
    ],
)
def test_who_listens_once_to_the_session_of_a_row(how: str, session: str, event: str, then: str) -> None:
    assert_touches(ONCE.format(how=how.format(session=session, event=event), then=then))


@pytest.mark.parametrize("event", ["before_flush", "after_flush", "before_commit"])
@pytest.mark.parametrize("opened", ["Maker.begin() as session", "Maker() as session, session.begin()"])
def test_a_block_that_commits_flushes(event: str, opened: str) -> None:
    assert_touches(f"""
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.orm import declarative_base, sessionmaker
Base = declarative_base()
Maker = sessionmaker()

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)

class Log(Base):
    __tablename__ = "logs"
    id = sa.Column(sa.Integer, primary_key=True)

@event.listens_for(Maker, "{event}")
def log(session, *rest):
    session.add(Log())

# file: shop/services.py
from shop.models import *

def place():
    with {opened}:  #> insert orders, insert logs
        session.add(Order())
""")
