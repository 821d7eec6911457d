"""Repositories, services and helpers as applications with SQLAlchemy write them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

HEAD = """
# file: shop/models.py
from typing import Any, Generic, Optional, Type, TypeVar
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Session, relationship, scoped_session, sessionmaker
SessionLocal = sessionmaker()

class Base(DeclarativeBase):
    pass

class User(Base):
    __tablename__ = "users"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String)

class Item(Base):
    __tablename__ = "items"
    id = sa.Column(sa.Integer, primary_key=True)
    owner_id = sa.Column(sa.ForeignKey("users.id"))
    owner = relationship("User", back_populates="items")

User.items = relationship("Item", back_populates="owner")

class Log(Base):
    __tablename__ = "logs"
    id = sa.Column(sa.Integer, primary_key=True)

# file: shop/services.py
from shop.models import *
"""
CASES = {
    "an object that is made a new one": """
from sqlalchemy.orm import make_transient
def copied(db: Session):
    item = db.get(Item, 1)
    db.expunge(item)
    make_transient(item)
    item.id = None
    db.add(item)
    db.commit()  #> insert items
""",
    "the driver's own connection": """
engine = sa.create_engine("postgresql://")
def raw():
    connection = engine.raw_connection()
    connection.cursor().execute("INSERT INTO users VALUES (1)")
    connection.commit()  #> insert users
def below():
    connection = engine.connect().connection
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO items VALUES (1)")
    connection.commit()  #> insert items
""",
    "a function that runs on a connection of asyncio": """
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
engine = create_async_engine("sqlite://")
def fill(connection, name):
    connection.execute(sa.insert(User).values(name=name))
async def begun():
    async with engine.begin() as connection:  #> insert users
        await connection.run_sync(fill, "first")
async def committed():
    async with engine.connect() as connection:
        await connection.run_sync(fill, "first")
        await connection.commit()  #> insert users
async def given(connection: AsyncConnection):
    await connection.run_sync(fill, "first")
    await connection.commit()  #> insert users
""",
    "a method that observes": """
from sqlalchemy_utils import observes

class Stock(Base):
    __tablename__ = "stock"
    id = sa.Column(sa.Integer, primary_key=True)
    count = sa.Column(sa.Integer)
    item_id = sa.Column(sa.ForeignKey("items.id"))
    item = relationship(Item)

    @observes("count")
    def note(self, count):
        self.item.owner_id = None

def sell(db: Session):
    stock = db.get(Stock, 1)
    stock.count -= 1
    db.commit()  #> update stock, update items
""",
    "what a method observes is loaded for it": """
from sqlalchemy_utils import observes

class Tax(Base):
    __tablename__ = "taxes"
    id = sa.Column(sa.Integer, primary_key=True)

class Line(Base):
    __tablename__ = "lines"
    id = sa.Column(sa.Integer, primary_key=True)
    order_id = sa.Column(sa.ForeignKey("orders.id"))
    tax_id = sa.Column(sa.ForeignKey("taxes.id"))
    tax = relationship(Tax)

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    state = sa.Column(sa.String)
    lines = relationship(Line)

    @observes("lines.tax", "state")
    def note(self, taxes, state):
        pass

def send(db: Session):
    order = db.get(Order, 1)
    order.state = "sent"  #= update orders, read lines, read taxes
    db.commit()  #> update orders
""",
    "what a helper has saved is changed": """
class Saved:
    def save(self, db):
        db.add(self)
        db.commit()  #> insert users
        return self

class Person(Saved, User):
    pass

def enter(db: Session):
    one = Person(name="x")
    one.save(db)
    one.name = "y"
    db.add(Log())
    db.commit()  #> update users, insert logs
""",
    "what is added here and flushed elsewhere is changed": """
def finish(db: Session):
    db.commit()  #> insert items

def sell(db: Session):
    one = Item()
    db.add(one)
    finish(db)
    one.owner_id = 1
    db.commit()  #> update items
""",
    "what nobody has added stays what it is": """
def record(db: Session):
    db.add(Log())
    db.commit()  #> insert logs

def draft(db: Session):
    one = User(name="x")
    record(db)
    one.name = "y"
    db.add(Item())
    db.commit()  #> insert items
""",
    "a generic repository made with its class": """
from fastapi.encoders import jsonable_encoder
ModelType = TypeVar("ModelType", bound=Base)

class CRUDBase(Generic[ModelType]):
    def __init__(self, model: Type[ModelType]):
        self.model = model

    def get(self, db: Session, id: Any) -> Optional[ModelType]:
        return db.query(self.model).filter(self.model.id == id).first()

    def create(self, db: Session, *, obj_in) -> ModelType:
        data = jsonable_encoder(obj_in)
        one = self.model(**data)
        db.add(one)
        db.commit()  #> insert users | insert items
        db.refresh(one)
        return one

    def update(self, db: Session, *, db_obj: ModelType, obj_in) -> ModelType:
        for field in jsonable_encoder(db_obj):
            if field in obj_in:
                setattr(db_obj, field, obj_in[field])
        db.add(db_obj)
        db.commit()  #> update users
        return db_obj

    def remove(self, db: Session, *, id: int) -> ModelType:
        one = db.query(self.model).get(id)
        db.delete(one)
        db.commit()  #> delete items
        return one

class CRUDUser(CRUDBase[User]):
    def rename(self, db: Session, user_id, name):
        return self.update(db, db_obj=self.get(db, user_id), obj_in={"name": name})

user = CRUDUser(User)
item = CRUDBase(Item)

def one(db: Session, data):
    user.create(db, obj_in=data)
    user.rename(db, 1, "x")

def other(db: Session, data):
    item.create(db, obj_in=data)
    item.remove(db, id=1)
""",
    "a repository that names its class": """
class Repository:
    model = None

    def __init__(self, session):
        self.session = session

    def create(self, **values):
        one = self.model(**values)
        self.session.add(one)
        self.session.flush()
        return one

    def update_all(self, **values):
        self.session.execute(sa.update(self.model).values(**values))

class Users(Repository):
    model = User

class Items(Repository):
    model = Item

class Service:
    def __init__(self):
        self.session = SessionLocal()
        self.users = Users(self.session)
        self.items = Items(self.session)

    def register(self):
        self.users.create(name="x")
        self.session.commit()  #> insert users

    def touch(self):
        self.items.update_all(owner_id=1)
        self.session.commit()  #> update items
""",
    "a unit of work around repositories": """
class Repository:
    def __init__(self, session, model):
        self.session, self.model = session, model

    async def add(self, **values):
        self.session.add(self.model(**values))

class UnitOfWork:
    async def __aenter__(self):
        self.session = SessionLocal()
        self.users = Repository(self.session, User)
        self.items = Repository(self.session, Item)
        return self

    async def __aexit__(self, kind, error, trace):
        if kind:
            await self.session.rollback()
        else:
            await self.session.commit()  #> insert users | insert items
        await self.session.close()

async def one(uow: UnitOfWork):
    async with uow:
        await uow.users.add(name="x")

async def other(uow: UnitOfWork):
    async with uow:
        await uow.items.add()
""",
    "get or create": """
def get_or_create(session, model, **values):
    one = session.query(model).filter_by(**values).first()
    if one is not None:
        return one, False
    one = model(**values)
    session.add(one)
    return one, True

def work(session: Session):
    user, created = get_or_create(session, User, name="x")
    if not created:
        user.name = "y"
    session.add(Log())
    session.commit()  #> insert users, update users, insert logs, read users
""",
    "an active record with a class method": """
from shop.support import *

def one():
    Post.create(text="x")

def other():
    current.get(Post, 1).update(text="y")

def third():
    current.get(Post, 1).delete()

# file: shop/support.py
from shop.models import *
current = scoped_session(SessionLocal)

class CRUDMixin:
    @classmethod
    def create(cls, commit=True, **values):
        one = cls(**values)
        return one.save(commit=commit)

    def update(self, commit=True, **values):
        for name, value in values.items():
            setattr(self, name, value)
        return self.save() if commit else self

    def save(self, commit=True):
        current.add(self)
        if commit:
            current.commit()  #> insert posts | update posts
        return self

    def delete(self):
        current.delete(self)
        return current.commit()  #> delete posts

class Post(CRUDMixin, Base):
    __tablename__ = "posts"
    id = sa.Column(sa.Integer, primary_key=True)
    text = sa.Column(sa.String)
""",
    "an object that only its name tells": """
class Holder:
    def __init__(self, user):
        self.user = user

    def remove(self, session: Session):
        session.delete(self.user)
        session.commit()  #> delete users?, update items?

def keep(session: Session, items, thing):
    session.add_all(items)
    session.add(thing)
    session.commit()  #> update items?
""",
    "results that are unpacked": """
def work(session: Session):
    user, item = session.execute(sa.select(User, Item)).first()
    item.owner_id = user.id
    session.commit()  #> update items

def mapped(session: Session):
    for row in session.execute(sa.select(User)).mappings():
        pass
    users = {user.id: user for user in session.scalars(sa.select(User))}
    users[1].name = "x"
    session.commit()  #> update users
""",
    "an engine by hand": """
engine = sa.create_engine("sqlite://")

def work():
    with engine.begin() as connection:  #> insert logs, update users
        connection.execute(sa.insert(Log))
        connection.execute(sa.text("UPDATE users SET name = :name"), {"name": "x"})
""",
    "an error in between": """
from sqlalchemy.exc import IntegrityError

def work(session: Session):
    try:
        session.add(User())
        session.commit()  #> insert users
    except IntegrityError:
        session.rollback()
        session.add(Log())
        session.commit()  #> insert logs
""",
    "a session made by a helper": """
def get_session():
    return SessionLocal()

def work():
    session = get_session()
    try:
        session.add(User())
        session.commit()  #> insert users
    finally:
        session.close()
""",
    "a field that has a default": """
from pydantic import BaseModel

class UserIn(BaseModel):
    name: str
    items: list[str] | None = []
    loud: bool = False

def work(session: Session, given: UserIn):
    session.add(User(name=given.name))
    if given.loud:
        session.add(Log())
    for item in given.items:
        session.add(Item())
    session.commit()  #> insert users, insert logs, insert items
""",
    "a flag that commits": """
def save(session, one, commit=True):
    session.add(one)
    if commit:
        session.commit()  #> insert logs

def work(session: Session):
    save(session, User(), commit=False)
    save(session, Item(), commit=False)
    session.commit()  #> insert users, insert items

def other(session: Session):
    save(session, Log())
""",
}


@pytest.mark.parametrize("case", CASES)
def test_an_idiom(case: str) -> None:
    assert_touches(HEAD + CASES[case])


def test_a_statement_on_a_connection_that_is_not_known() -> None:
    assert_touches("""
# file: shop/stock.py
from sqlalchemy import column, insert, table, text
orders = table("orders", column("id"))

def place(connection):
    connection.execute(text("INSERT INTO lines VALUES (1)"))
    connection.execute(insert(orders))
    connection.commit()  #> insert lines, insert orders
""")
