"""What is an extension of Flask handed that nothing in the project puts into an application?  The application."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

STORE = """
from flask import Flask, current_app
from werkzeug.local import LocalProxy
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, sessionmaker
session = sessionmaker()()
Base = declarative_base()
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
class Visit(Base):
    __tablename__ = "visits"
    id = sa.Column(sa.Integer, primary_key=True)
class Store:
    def __init__(self, model):
        self.model = model
    def create(self):
        session.add(self.model())
class Other(Store):
    def create(self):
        session.add(Visit())
current = LocalProxy(lambda: current_app.extensions["store"].store)
def run():
    current.create()
    session.commit()  #> insert orders
"""


BOTH = """def __init__(self, app=None):
        if app:
            self.init_app(app)
    def init_app(self, app, store=None):
        self.store = store or Store(Order)
        app.extensions['store'] = self
"""


@pytest.mark.parametrize(
    "extension",
    [
        "def init_app(self, app):\n        self.store = Store(Order)\n        app.extensions['store'] = self",
        BOTH,
    ],
)
def test_an_extension_of_the_project(extension: str) -> None:
    assert_touches(f"""{STORE}
class Extension:
    {extension}
""")


@pytest.mark.parametrize(
    "made",
    ["Security(Flask(__name__), datastore)", "Security().init_app(Flask(__name__), datastore=datastore)"],
)
def test_the_store_of_flask_security(made: str) -> None:
    assert_touches(f"""
from flask import Flask, current_app
from flask_security import Security, SQLAlchemyUserDatastore, login_user
from flask_sqlalchemy import SQLAlchemy
from werkzeug.local import LocalProxy
db = SQLAlchemy()
class User(db.Model):
    __tablename__ = "users"
    id = db.Column(db.Integer, primary_key=True)
    login_count = db.Column(db.Integer)
    roles = db.relationship("Role", secondary=db.Table("user_roles", db.Column("user_id", db.ForeignKey("users.id")),
                                                       db.Column("role_id", db.ForeignKey("roles.id"))))
class Role(db.Model):
    __tablename__ = "roles"
    id = db.Column(db.Integer, primary_key=True)
class Store(SQLAlchemyUserDatastore):
    def commit(self):
        self.db.session.flush()
        super().commit()
current = LocalProxy(lambda: current_app.extensions["security"].datastore)
datastore = Store(db, User, Role)
{made}
def block(name):
    user = current.get_user(name)
    current.deactivate_user(user)
    db.session.commit()  #> read users, update users
def create():
    current.create_role(name="a")
    db.session.commit()  #> insert roles
def add(name):
    user, role = current._prepare_role_modify_args(name, "a")
    current.add_role_to_user(user, role)
    db.session.commit()  #> read users, read roles, insert user_roles, read user_roles, update users
def log_in(name):
    login_user(current.find_user(name=name))
    db.session.commit()  #> read users, update users
""")


ROWS = {
    "current.name = 'x'": "update orders",
    "flag_modified(current, 'data')": "update orders",
    "session.delete(current)": "delete orders",
    "session.add(current)": "insert orders",
}


@pytest.mark.parametrize("done", list(ROWS))
def test_a_row_behind_a_proxy_that_is_given_later(done: str) -> None:
    row = "Order()" if "add" in done else "session.get(Order, 1)"
    assert_touches(f"""
from flask import Flask, current_app
from werkzeug.local import LocalProxy
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, sessionmaker
from sqlalchemy.orm.attributes import flag_modified
session = sessionmaker()()
Base = declarative_base()
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String)
    data = sa.Column(sa.JSON)
current = LocalProxy(lambda: current_app.extensions["store"].order)
def run():
    {done}
    session.commit()  #> {ROWS[done]}
class Extension:
    def init_app(self, app):
        self.order = {row}
        app.extensions['store'] = self
""")
