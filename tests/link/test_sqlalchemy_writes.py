"""What each call and each assignment writes, reads and locks."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
from typing import List, Optional
import sqlalchemy as sa
from sqlalchemy.ext.associationproxy import association_proxy
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.ext.indexable import index_property
from sqlalchemy.ext.mutable import MutableDict, MutableList
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship, backref, composite, synonym
from sqlalchemy.orm import WriteOnlyMapped

class Base(DeclarativeBase):
    pass

order_tags = sa.Table("order_tags", Base.metadata,
    sa.Column("order_id", sa.ForeignKey("orders.id")), sa.Column("tag_id", sa.ForeignKey("tags.id")))
audit = sa.Table("audit", Base.metadata, sa.Column("id", sa.Integer), sa.Column("order_id", sa.ForeignKey("orders.id")))

class Customer(Base):
    __tablename__ = "customers"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    _mail: Mapped[str] = mapped_column("mail")
    orders: Mapped[List["Order"]] = relationship(back_populates="customer")
    visits: WriteOnlyMapped["Visit"] = relationship()
    profile: Mapped[Optional["Profile"]] = relationship(back_populates="customer", cascade="all, delete-orphan")

    @hybrid_property
    def mail(self):
        return self._mail

    @mail.setter
    def mail(self, value):
        self._mail = value

class Profile(Base):
    __tablename__ = "profiles"
    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(sa.ForeignKey("customers.id"))
    customer: Mapped["Customer"] = relationship(back_populates="profile")

class Visit(Base):
    __tablename__ = "visits"
    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(sa.ForeignKey(Customer.id))

class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
    total: Mapped[int]
    options = sa.Column(MutableDict.as_mutable(sa.JSON))
    marks: Mapped[list] = mapped_column(MutableList.as_mutable(sa.JSON))
    plain: Mapped[dict] = mapped_column(sa.JSON)
    sum = synonym("total")
    rush = index_property("options", "rush")
    customer_id: Mapped[int] = mapped_column(sa.ForeignKey("customers.id"))
    customer: Mapped["Customer"] = relationship("Customer", back_populates="orders")
    lines = relationship("Line", backref=backref("order", cascade="save-update"), cascade="all, delete-orphan")
    tags = relationship("Tag", secondary=order_tags, backref="orders")
    stocks = association_proxy("lines", "stock")
    noted = association_proxy("marked", "tag")
    marked = relationship("Marked", passive_deletes="all")
    place = composite(tuple, sa.Column("x", sa.Integer), sa.Column("y", sa.Integer))

class Line(Base):
    __tablename__ = "lines"
    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(sa.ForeignKey("orders.id"))

class Marked(Base):
    __tablename__ = "marked"
    order_id: Mapped[int] = mapped_column(sa.ForeignKey("orders.id"), primary_key=True)
    tag_id: Mapped[int] = mapped_column(sa.ForeignKey("tags.id"), primary_key=True)
    tag: Mapped["Tag"] = relationship()

class Tag(Base):
    __tablename__ = "tags"
    id: Mapped[int] = mapped_column(primary_key=True)

class Note(Base):
    __tablename__ = "notes"
    id: Mapped[int] = mapped_column(primary_key=True)
    tag_id: Mapped[int] = mapped_column(sa.ForeignKey("tags.id"))
    tag: Mapped["Tag"] = relationship(lazy="joined")

class Log(Base):
    __tablename__ = "logs"
    id: Mapped[int] = mapped_column(primary_key=True)
    text: Mapped[str]
"""
SERVICE = """
# file: shop/services.py
import sqlalchemy as sa
from sqlalchemy import select, insert, update, delete, text, func, and_, exists
from sqlalchemy.orm import Session, aliased, joinedload, selectinload
from sqlalchemy.orm.attributes import flag_modified
from sqlalchemy.dialects.postgresql import insert as upsert
from shop.models import *

def work(session: Session, values, name):
    order = session.get(Order, 1)
    customer = session.get(Customer, 1)
    session.rollback()
    session.get(Visit, 1)
    {call}
    session.commit()  #> {expected}
"""
CALLS = [
    ("session.add(Log(text='x'))", "insert logs"),
    ("session.add_all([Log(), Tag()])", "insert logs, insert tags"),
    ("session.add_all(Log(text=v) for v in values)", "insert logs"),
    ("session.add_all([Log(text=v) for v in values])", "insert logs"),
    ("session.bulk_save_objects([Log()])", "insert logs"),
    ("session.bulk_insert_mappings(Log, values)", "insert logs"),
    ("session.bulk_update_mappings(Log, values)", "update logs"),
    ("session.merge(Log())", "insert logs, read logs"),
    ("session.delete(session.get(Log, 1))", "delete logs"),
    ("log = session.get(Log, 1); log.text = 'x'", "update logs"),
    ("setattr(session.get(Log, 1), name, 1)", "update logs"),
    ("for key, value in values.items(): setattr(order, key, value)", "update orders"),
    ("order.total += 1", "update orders"),
    ("order.unmapped = 1", "nothing"),
    ("customer.mail = 'x'", "update customers"),
    ("log = Log(); log.text = 'x'", "nothing"),
    ("log = Log(); log.text = 'x'; session.add(log)", "insert logs"),
    ("session.query(Log).delete()", "delete logs"),
    ("session.query(Log).with_entities(Order).first().total = 1", "update orders"),
    ("session.query(Log).filter(Log.id == 1).update({'text': 'x'}, synchronize_session=False)", "update logs"),
    ("session.execute(insert(Log).values(text='x'))", "insert logs"),
    ("session.execute(insert(Log), values)", "insert logs"),
    ("session.execute(upsert(Log).values(text='x').on_conflict_do_nothing())", "insert logs"),
    (
        "session.execute(upsert(Log).values(text='x').on_conflict_do_update(set_={'text': 'y'}))",
        "insert logs, update logs",
    ),
    ("session.execute(update(Log).where(Log.id == 1).values(text='x'))", "update logs"),
    ("session.execute(delete(Log).where(Log.id.in_(select(Tag.id))))", "delete logs, read tags"),
    ("session.execute(insert(Log).from_select(['id'], select(Tag.id)))", "insert logs, read tags"),
    ("session.execute(audit.insert().values(id=1))", "insert audit"),
    ("session.execute(audit.update().where(audit.c.id == 1))", "update audit"),
    ("session.execute(audit.delete())", "delete audit"),
    ("session.execute(Log.__table__.insert(), values)", "insert logs"),
    ("session.execute(text('UPDATE logs SET text = 1'))", "update logs"),
    ("session.execute(text(f'DELETE FROM logs WHERE id = {name}'))", "delete logs"),
    ("session.connection().execute(text('INSERT INTO logs VALUES (1)'))", "insert logs"),
    ("session.execute(select(Order, Customer).join(Customer))", "nothing, read orders, read customers"),
    ("session.scalars(select(Order).where(Order.id == Line.order_id)).all()", "nothing, read orders, read lines"),
    ("session.scalar(select(func.count()).select_from(Order))", "nothing, read orders"),
    ("session.scalars(select(Order).options(selectinload(Order.lines)))", "nothing, read orders, read lines"),
    ("session.scalars(select(audit.c.id)).first()", "nothing, read audit"),
    ("session.query(Order).join(Order.tags).all()", "nothing, read orders, read order_tags, read tags"),
    ("session.query(Order).filter(Order.lines.any(Line.id == 1)).count()", "nothing, read orders, read lines"),
    ("session.query(Order).filter(exists().where(Tag.id == Order.id)).first()", "nothing, read orders, read tags"),
    ("session.query(Order.id).join(Line, and_(Line.order_id == Order.id)).all()", "nothing, read orders, read lines"),
    ("s = select(Line.id).subquery(); session.scalars(select(Order).join(s, s.c.id == Order.id))",
     "nothing, read orders, read lines"),
    ("x = aliased(Tag); session.query(x).filter(x.id == 1).one()", "nothing, read tags"),
    ("session.query(Note).all()", "nothing, read notes, read tags"),
    ("session.get(Note, 1)", "nothing, read notes, read tags"),
    ("session.query(Order)", "nothing, no read orders"),
    ("session.execute(session.query(Order).statement.with_only_columns(func.count()))", "nothing, read orders"),
    ("session.query(Order).from_statement(text('SELECT id FROM lines')).all()", "nothing, read lines"),
    ("select(Order)", "nothing, no read orders"),
    ("session.query(Order).with_for_update().one()", "lock orders, read orders"),
    ("session.execute(select(Order).with_for_update(skip_locked=True))", "lock orders, read orders"),
    ("session.get(Order, 1, with_for_update=True)", "lock orders"),
    ("session.get(Order, 1, with_for_update=False)", "nothing"),
    ("session.get(Order, 1, with_for_update=unknown or None)", "nothing"),
    ("session.get(Order, 1, with_for_update={'nowait': True})", "lock orders"),
    ("session.refresh(order)", "nothing, read orders"),
    ("session.refresh(order, with_for_update=True)", "lock orders, read orders"),
    ("order.place = (1, 2)", "update orders"),
    ("order.noted.append(Tag())", "insert marked, insert tags"),
    ("order.noted.append(session.get(Tag, 1))", "insert marked"),
    ("order.noted.remove(session.get(Tag, 1))", "delete marked"),
    ("for tag in order.noted: tag.id = 2", "update tags, read marked"),
    ("[line for line in order.lines]", "nothing, read lines"),
    ("order.customer.name", "nothing, read customers"),
    ("order.customer.name = 'x'", "update customers"),
    ("for line in order.lines: line.order_id = 2", "update lines"),
    ("for one, other in session.query(Order, Customer): other.name = 1", "update customers"),
    ("for row in session.execute(select(Customer)): row[0].name = 1", "update customers"),
    ("session.execute(select(Customer)).scalars().first().name = 1", "update customers"),
    ("session.execute(select(Customer)).scalar_one_or_none().name = 1", "update customers"),
    ("order.lines.append(Line())", "insert lines"),
    ("order.lines[0] = Line()", "insert lines"),
    ("order.lines.extend([Line()])", "insert lines"),
    ("order.lines.remove(order.lines[0])", "delete lines"),
    ("order.lines = [Line()]", "insert lines, delete lines, read lines"),
    ("customer.orders.append(order)", "update orders"),
    ("customer.orders.remove(order)", "update orders"),
    ("order.tags.append(session.get(Tag, 1))", "insert order_tags"),
    ("order.tags.append(Tag())", "insert order_tags, insert tags"),
    ("order.tags.remove(session.get(Tag, 1))", "delete order_tags"),
    ("order.tags = []", "insert order_tags, delete order_tags"),
    ("session.get(Tag, 1).orders.append(order)", "insert order_tags"),
    ("order.customer = customer", "update orders"),
    ("order.customer = Customer()", "update orders, insert customers"),
    ("customer.profile = Profile()", "insert profiles, delete profiles"),
    ("customer.visits.add(Visit())", "insert visits"),
    ("session.execute(customer.visits.delete())", "delete visits"),
    ("session.execute(customer.visits.insert(), values)", "insert visits"),
    ("order.stocks.append(1)", "insert lines"),
    ("session.add(Order(lines=[Line()], tags=[Tag()]))", "insert orders, insert lines, insert tags, insert order_tags"),
    ("Order(customer=customer)", "insert orders"),
    ("session.delete(order)", "delete orders, delete lines, delete order_tags"),
    ("session.delete(customer)", "delete customers, delete profiles, update orders, update visits"),
    ("session.flush()", "nothing"),
    ("order.options['x'] = 1", "update orders"),
    ("order.options.update(values)", "update orders"),
    ("order.options.get('x')", "nothing"),
    ("order.marks.append(1)", "update orders"),
    ("order.plain['x'] = 1", "nothing"),
    ("order.plain['x'] = 1; flag_modified(order, 'plain')", "update orders"),
    ("order.sum = 1", "update orders"),
    ("order.rush = 1", "update orders"),
    ("session.execute('TRUNCATE logs')", "delete logs"),
    ("gone = delete(Line).returning(Line.id).cte(); session.execute(select(func.count()).select_from(gone)).one()",
     "delete lines"),
    ("t = sa.insert(Tag).cte(); session.execute(sa.insert(audit).from_select([], select(Line.id, t.c.id)))",
     "insert tags, insert audit, read lines"),
    ("old = select(Line).cte(); session.execute(select(old.c.id))", "nothing, read lines"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "expected"), CALLS, ids=[call for call, _ in CALLS])
def test_a_call(call: str, expected: str) -> None:
    assert_touches(MODELS + SERVICE.format(call=call.replace("{", "{").replace("}", "}"), expected=expected))


def test_events() -> None:
    assert_touches(
        MODELS
        + """
# file: shop/events.py
from sqlalchemy import event
from sqlalchemy.orm import Session
from shop.models import *

@event.listens_for(Order, "after_insert")
def audit_order(mapper, connection, target):
    connection.execute(audit.insert().values(order_id=target.id))

@event.listens_for(Session, "before_flush")
def log_flush(session, context, instances):
    session.add(Log(text="flush"))

def renamed(target, value, old, initiator):
    target.visits.add(Visit())

event.listen(Customer.name, "set", renamed)

def place(session: Session):
    session.add(Order())
    session.commit()  #> insert orders, insert audit, insert logs

def rename(session: Session):
    session.get(Customer, 1).name = "x"
    session.commit()  #> update customers, insert visits, insert logs
"""
    )


def test_listeners_that_are_handed_the_state_of_an_object() -> None:
    assert_touches(
        MODELS
        + """
# file: shop/events.py
from sqlalchemy import event
from sqlalchemy.orm import Session
from shop.models import *

@event.listens_for(Order, "after_insert", raw=True)
def audit_order(mapper, connection, target):
    connection.execute(audit.insert().values(order_id=target.obj().id))

@event.listens_for(Customer.name, "set", raw=True)
def renamed(target, value, old, initiator):
    customer = target.object
    customer.visits.add(Visit())
    target.session.add(Log(text="renamed"))

def place(session: Session):
    session.add(Order())
    session.commit()  #> insert orders, insert audit

def rename(session: Session):
    session.get(Customer, 1).name = "x"
    session.commit()  #> update customers, insert visits, insert logs
"""
    )


def test_who_listens_to_everything_and_who_to_a_class_that_is_not_read() -> None:
    assert_touches(
        MODELS
        + """
# file: shop/events.py
from elsewhere.security import User
from sqlalchemy import event
from sqlalchemy.orm import Mapper, Session, mapper
from shop.models import *

@event.listens_for(User, "after_insert")
def welcome(mapper, connection, target):
    connection.execute(audit.delete())

@event.listens_for(Mapper, "after_insert")
def audit_all(mapper, connection, target):
    connection.execute(audit.insert())

@event.listens_for(mapper, "after_insert")
def note_all(mapper, connection, target):
    connection.execute(Visit.__table__.insert())

@event.listens_for(Base, "after_delete", propagate=True)
def audit_deleted(mapper, connection, target):
    connection.execute(audit.update())

def place(session: Session):
    session.add(Order())
    session.commit()  #> insert orders, insert audit, insert visits

def forget(session: Session):
    session.delete(session.get(Log, 1))
    session.commit()  #> delete logs, update audit
"""
    )


STAMPED = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.event import listens_for
from sqlalchemy.orm import DeclarativeBase, relationship
class Stamped:
    changed = sa.Column(sa.DateTime)
@listens_for(Stamped, "before_update", propagate=True)
def stamp(mapper, connection, target):
    target.changed = sa.func.now()
class Base(DeclarativeBase):
    pass
class User(Stamped, Base):
    __tablename__ = "users"
    id = sa.Column(sa.Integer, primary_key=True)
class Shop(Stamped, Base):
    __tablename__ = "shops"
    id = sa.Column(sa.Integer, primary_key=True)
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    user_id = sa.Column(sa.ForeignKey("users.id"))
    shop_id = sa.Column(sa.ForeignKey("shops.id"))
    user = relationship(User, backref="orders")
    shop = relationship(Shop)
# file: shop/services.py
import sqlalchemy as sa
from shop.models import Order, Shop, User
"""


def test_a_changed_collection_tells_those_who_listen_to_its_owner() -> None:
    assert_touches(f"""{STAMPED}
def place(session: sa.orm.Session):
    session.add(Order(user=session.get(User, 1), shop=session.get(Shop, 1)))
    session.commit()  #> insert orders, update users
def assign(session: sa.orm.Session):
    order = session.get(Order, 1)
    order.user = session.get(User, 1)
    session.commit()  #> update orders, update users
def append(session: sa.orm.Session):
    session.get(User, 1).orders.append(Order())
    session.commit()  #> insert orders, update users
def make(session: sa.orm.Session):
    session.add(Order(user=User()))
    session.commit()  #> insert orders, insert users
""")


EXPIRED = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, sessionmaker
class Base(DeclarativeBase):
    pass
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
class Gift(Order):
    __tablename__ = "gifts"
    id = sa.Column(sa.ForeignKey("orders.id"), primary_key=True)
    text = sa.Column(sa.String)
Session = sessionmaker({option})
# file: shop/services.py
from shop.models import *
def make():
    session = Session()
    gift = Gift()
    session.add(gift)
    first = gift.text  #= no read gifts
    session.commit()
    return gift.text  #= {reads}
def ask(session: sa.orm.Session):
    return session.query(Gift.text).all()  #= read gifts, read orders
"""


@pytest.mark.parametrize(
    ("option", "reads"),
    [("", "read gifts, read orders"), ("expire_on_commit=False", "no read gifts, no read orders")],
)
def test_an_object_is_read_again_after_a_commit(option: str, reads: str) -> None:
    assert_touches(EXPIRED.replace("{option}", option).replace("{reads}", reads))


BOXED = """
# file: shop/models.py
from flask_sqlalchemy import SQLAlchemy
db = SQLAlchemy({options})
class Kept:
    def save(self):
        db.session.add(self)
        db.session.commit()
        {used}  #= {reads}
class Order(Kept, db.Model):
    id = db.Column(db.Integer, primary_key=True)
    text = db.Column(db.String)
# file: shop/reports.py
from sqlalchemy.orm import sessionmaker
from shop.models import db
def reports():
    return sessionmaker(bind=db.engine, expire_on_commit=False)()
# file: shop/services.py
from shop.models import *
class Box:
    def __init__(self, order):
        self.order = order
    def text(self):
        return self.order.text  #= {reads}
    def weight(self):
        return self.order.text  #= no read order
    def change(self):
        self.order.text = "x"
        self.order.save()
def find(pk):
    return Box(Order.query.get(pk))
def show(box):
    return box.text()
def work(pk):
    box = find(pk)
    box.weight()
    box.change()
    return show(box)
"""
KEEPING = "session_options={'expire_on_commit': False}"


@pytest.mark.parametrize("used", ["return self.id", "return hasattr(self, 'text')", "return getattr(self, 'text', '')"])
@pytest.mark.parametrize(("options", "reads"), [("", "read order"), ("app", "read order"), (KEEPING, "no read order")])
def test_an_object_in_another_is_read_again_after_a_commit(used: str, options: str, reads: str) -> None:
    assert_touches(BOXED.replace("{options}", options).replace("{used}", used).replace("{reads}", reads))


@pytest.mark.parametrize(
    "row",
    [
        "session.execute(sa.select(model)).scalars().first()",
        "session.query(model).first()",
        "session.get(model, 1)",
        "session.query(sa.inspect(model)).first()",
    ],
)
def test_rows_of_one_of_several_classes(row: str) -> None:
    assert_touches(f"""{MODELS}
# file: shop/services.py
import sqlalchemy as sa
from shop.models import *
def remove(session: sa.orm.Session, x):
    model = Profile if x else Visit
    session.delete({row})
    session.commit()  #> delete profiles, delete visits
def change(session: sa.orm.Session, x):
    session.execute(sa.update(Profile if x else Visit).values(x=1))
    session.commit()  #> update profiles, update visits
""")


def test_a_listener_asks_for_the_mapper_of_what_is_set() -> None:
    assert_touches("""
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Session, object_session
from sqlalchemy_utils import get_mapper
class Base(DeclarativeBase):
    pass
class Kind(Base):
    __tablename__ = "kinds"
    id = sa.Column(sa.Integer, primary_key=True)
    default = sa.Column(sa.Boolean)
def only_one(target, value, before, initiator):
    mapped = get_mapper(target)
    for other in object_session(target).query(mapped).filter(mapped.columns.default == sa.true()):  #= read kinds
        other.default = False
sa.event.listen(Kind.default, "set", only_one)
# file: shop/services.py
from shop.models import *
def work(session: Session):
    kind = session.get(Kind, 1)
    kind.default = True
    session.commit()  #> update kinds
""")


def test_a_delete_asks_first_which_pairs_there_are() -> None:
    assert_touches("""
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Session, relationship
class Base(DeclarativeBase):
    pass
pairs = sa.Table("pairs", Base.metadata, sa.Column("a", sa.ForeignKey("a.id")), sa.Column("b", sa.ForeignKey("b.id")))
class B(Base):
    __tablename__ = "b"
    id = sa.Column(sa.Integer, primary_key=True)
class A(Base):
    __tablename__ = "a"
    id = sa.Column(sa.Integer, primary_key=True)
    held = relationship(B, secondary=pairs)
# file: shop/services.py
from shop.models import *
def work(session: Session):
    session.delete(session.get(A, 1))
    session.commit()  #> delete a, delete pairs, read pairs, read b
""")


def test_a_synonym_that_a_base_declares() -> None:
    assert_touches("""
from shop.models import *
def work(session: Session):
    order = session.query(Order).first()
    order.updated_at = 3
    session.commit()  #> update orders
# file: shop/models.py
from sqlalchemy import Column, Integer
from sqlalchemy.orm import Session, DeclarativeBase, declared_attr, synonym, Mapped, mapped_column
class Base(DeclarativeBase):
    id: Mapped[int] = mapped_column(Integer, primary_key=True)
    update_at: Mapped[int] = mapped_column(Integer)
    @declared_attr
    def updated_at(cls) -> Mapped[int]:
        return synonym("update_at")
class Order(Base):
    __tablename__ = "orders"
""")


def test_a_list_is_not_set_through_one_object() -> None:
    assert_touches("""
from shop.models import *
def empty(session: Session, id, **values):
    line = session.get(Line, id)
    for name, value in values.items():
        if hasattr(line, name) and value == []:
            setattr(line, name, value)

def work(session: Session, given):
    empty(session, 1, shop_id=given, number=given)
    session.commit()  #> update lines

def other(session: Session, given):
    session.get(Line, 1).shop_id = given
    session.commit()  #> update lines, insert orders
# file: shop/models.py
from sqlalchemy import Column, ForeignKey, Integer
from sqlalchemy.ext.associationproxy import association_proxy
from sqlalchemy.orm import Session, declarative_base, relationship
Base = declarative_base()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    shop_id = Column(Integer)
class Line(Base):
    __tablename__ = "lines"
    id = Column(Integer, primary_key=True)
    number = Column(Integer)
    order_id = Column(ForeignKey("orders.id"))
    order = relationship(Order)
    shop_id = association_proxy("order", "shop_id")
""")


def test_a_dict_among_what_is_added_is_no_row() -> None:
    """What creates rows or, where it is faster, dicts of their columns: the rows in these are not added."""
    assert_touches(f"""
def made(session, owner, plain):
    if plain:
        return (dict(order=Order(), by=owner) for _ in range(2))
    return (Line() for _ in range(2))
def work(session: Session, plain):
    owner = session.get(Customer, 1)
    session.bulk_save_objects(made(session, owner, plain))
    session.commit()  #> insert lines
{MODELS}""")
