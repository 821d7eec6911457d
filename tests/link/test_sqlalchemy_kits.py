"""Libraries that bring tables, stores and pages for SQLAlchemy's models: users, logins, admin pages, generic calls."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables, assert_touches, assert_transactions

BASE = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase
class Base(DeclarativeBase):
    pass
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
# file: shop/services.py
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session
from shop.models import *
"""
USERS = f"""{BASE}
from fastapi import Depends, FastAPI
from fastapi_users import BaseUserManager, FastAPIUsers, UUIDIDMixin
from fastapi_users.db import SQLAlchemyBaseOAuthAccountTableUUID, SQLAlchemyBaseUserTableUUID, SQLAlchemyUserDatabase
class User(SQLAlchemyBaseUserTableUUID, Base):
    pass
class Login(SQLAlchemyBaseOAuthAccountTableUUID, Base):
    __tablename__ = "logins"
async def get_session():
    yield AsyncSession()
async def get_user_db(session: AsyncSession = Depends(get_session)):
    yield SQLAlchemyUserDatabase(session, User, Login)
class Users(UUIDIDMixin, BaseUserManager[User, int]):
    async def on_after_register(self, user, request=None):
        self.user_db.session.add(Order())
        await self.user_db.session.commit()  #> insert orders
async def get_user_manager(user_db=Depends(get_user_db)):
    yield Users(user_db)
app = FastAPI()
users = FastAPIUsers[User, int](get_user_manager, [])
"""
SECURITY = f"""{BASE}
from flask import Flask
from flask_security import SQLAlchemyUserDatastore
from flask_security.models import fsqla_v3 as fsqla
from flask_sqlalchemy import SQLAlchemy
db = SQLAlchemy(Flask("shop"))
class Role(db.Model, fsqla.FsRoleMixin):
    pass
class User(db.Model, fsqla.FsUserMixin):
    pass
store = SQLAlchemyUserDatastore(db, User, Role)
"""


def test_tables_of_users() -> None:
    assert_tables(USERS, "orders", "user", "logins")
    assert_tables(SECURITY, "orders", "user", "role")


@pytest.mark.parametrize(
    ("call", "written"),
    [
        ("create(given)", "insert user, read user"),
        ("update(given, await users.get(1))", "update user, read user"),
        ("delete(await users.get(1))", "delete user, read user, delete logins"),
        ("reset_password(given, given)", "update user, read user"),
    ],
)
def test_what_a_manager_of_users_writes(call: str, written: str) -> None:
    assert_touches(f"""{USERS}
@app.post("/users")
async def changed(given, users: Users = Depends(get_user_manager)):
    await users.{call}  #> {written}
""")


def test_routes_of_users_are_told_where_they_are_asked_for() -> None:
    assert_touches(f"""{USERS}
app.include_router(users.get_register_router(None, None))  #> insert user, read user
""")


@pytest.mark.parametrize(
    ("option", "written"),
    [("", "nothing"), (", associate_by_email=True", "insert orders"), (", associate_by_email=CHOSEN", "insert orders")],
)
def test_a_manager_is_told_how_its_router_was_made(option: str, written: str) -> None:
    assert_touches(f"""{USERS}
from os import environ
CHOSEN = environ.get("BY_EMAIL")
class Known(Users):
    async def oauth_callback(self, name, token, id, email, at=None, refresh=None, request=None, *,
                             associate_by_email=False, is_verified_by_default=False):
        if associate_by_email:
            self.user_db.session.add(Order())
        await self.user_db.session.commit()  #> {written}
async def get_known(user_db=Depends(get_user_db)):
    yield Known(user_db)
app.include_router(FastAPIUsers[User, int](get_known, []).get_oauth_router(None, None, "secret"{option}))
""")


@pytest.mark.parametrize(
    ("does", "touched"),
    [
        ("store.create_user(email='a')", "insert user"),
        (
            "store.add_role_to_user(store.find_user(id=1), Role())",
            "insert role, read role, insert roles_users, read roles_users, read user, update user",
        ),
        ("store.delete_user(store.find_user(id=1))", "delete user, read user, delete roles_users"),
    ],
)
def test_a_store_of_users(does: str, touched: str) -> None:
    assert_touches(f"""{SECURITY}
def run():
    {does}
    db.session.commit()  #> {touched}
""")


MIXINS = f"""{BASE}
from sqlalchemy_mixins import AllFeaturesMixin
class Post(Base, AllFeaturesMixin):
    __tablename__ = "posts"
    id = sa.Column(sa.Integer, primary_key=True)
"""


@pytest.mark.parametrize(
    ("call", "touched"),
    [
        ("Post.create(title='a')", "insert posts"),
        ("Post.find(1).update(title='a')", "read posts, update posts"),
        ("Post.find(1).delete()", "delete posts"),
        ("Post.where(title='a').all()", "read posts"),
    ],
)
def test_models_that_save_themselves(call: str, touched: str) -> None:
    assert_touches(f"{MIXINS}\ndef run():\n    {call}  #= {touched}\n")


def test_logins_by_other_sites() -> None:
    assert_touches(f"""{BASE}
from flask_dance.consumer.storage.sqla import OAuthConsumerMixin, SQLAlchemyStorage
class Login(OAuthConsumerMixin, Base):
    pass
def run(session: Session):
    SQLAlchemyStorage(Login, session).set(None, {{}})  #> insert flask_dance_login, delete flask_dance_login
""")


def test_pages_of_sqladmin() -> None:
    scan = assert_transactions(
        f"""{BASE}
from sqladmin import ModelView
class Log(Base):
    __tablename__ = "logs"
    id = sa.Column(sa.Integer, primary_key=True)
class Orders(ModelView, model=Order):
    def on_model_change(self, data, model, is_created, request):
        self.session.add(Log())
""",
        "unit_of_work services.Orders.insert_model on services.Orders",
        "unit_of_work services.Orders.update_model on services.Orders",
        "unit_of_work services.Orders.delete_model on services.Orders",
    )
    written = {one.function.rpartition(".")[2]: sorted(one.bound_tables) for one in scan.transactions}
    assert written == {
        "insert_model": ["logs", "orders"],
        "update_model": ["logs", "orders"],
        "delete_model": ["orders"],
    }


@pytest.mark.parametrize(
    ("call", "written"),
    [
        ("create(session, {})", "insert orders"),
        ("update(session, {}, id=1)", "update orders"),
        ("delete(session, id=1)", "delete orders, read orders"),
    ],
)
def test_generic_calls(call: str, written: str) -> None:
    assert_touches(f"""{BASE}
from fastcrud import FastCRUD
orders = FastCRUD(Order)
async def run(session: AsyncSession):
    await orders.{call}  #> {written}
""")


HELPED = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy_helpers{aio} import Base
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
# file: shop/services.py
from sqlalchemy import select
from shop.models import Order
"""


@pytest.mark.parametrize(
    ("call", "touched"),
    [
        ("db.session.add(Order())", "insert orders"),
        ("db.session.delete(first_or_404(select(Order)))", "delete orders, read orders"),
        ("db.session.delete(get_or_404(Order, 1))", "delete orders, read orders"),
        ("Order.get_or_create(id=1)", "insert orders, read orders"),
        ("update_or_create(db.session, Order, id=1, defaults={'id': 2})", "write orders, read orders"),
        ("db.manager.Session.delete(Order.get_by_pk(1))", "delete orders, read orders"),
    ],
)
def test_helpers_for_sessions(call: str, touched: str) -> None:
    assert_touches(f"""{HELPED.format(aio="")}
from sqlalchemy_helpers import update_or_create
from sqlalchemy_helpers.flask_ext import DatabaseExtension, first_or_404, get_or_404
db = DatabaseExtension()
def run():
    {call}
    db.session.commit()  #> {touched}
""")


def test_helpers_for_sessions_that_are_awaited() -> None:
    assert_touches(f"""{HELPED.format(aio=".aio")}
from fastapi import Depends, FastAPI
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy_helpers.fastapi import make_db_session, manager_from_config
app = FastAPI()
async def held():
    async for session in make_db_session(manager_from_config({{}})):
        yield session
@app.post("/orders")
async def make(session: AsyncSession = Depends(held)):
    order, made = await Order.get_or_create(session, id=1)  #= insert orders, read orders
""")
