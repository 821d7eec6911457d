"""Objects of a request behind Werkzeug's proxies: the current user, the current tenant."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


def test_a_proxy_is_what_its_function_gives() -> None:
    assert_touches("""
# file: shop/models.py
from flask_sqlalchemy import SQLAlchemy
db = SQLAlchemy()

class Tenant(db.Model):
    __tablename__ = "tenants"
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String)

    @classmethod
    def by_slug(cls, slug):
        return cls.query.filter(cls.name == slug).first()

class User(db.Model):
    __tablename__ = "users"
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String)

# file: shop/current.py
from flask import g
from flask_login import LoginManager
from werkzeug.local import LocalProxy
from shop.models import Tenant, User
manager = LoginManager()

@manager.user_loader
def load(user_id):
    return User.query.get(user_id)

def _tenant():
    if "tenant" in g:
        return g.tenant
    g.tenant = Tenant.by_slug("x")
    return g.tenant

tenant = LocalProxy(_tenant)

# file: shop/views.py
from flask_login import current_user
from shop.current import tenant
from shop.models import db

class Resource:
    @property
    def tenant(self):
        return tenant._get_current_object()

    def post(self):
        self.tenant.name = "y"
        db.session.commit()  #> update tenants

    def put(self):
        user = current_user._get_current_object()
        user.name = "y"
        db.session.commit()  #> update users

def direct():
    db.session.delete(tenant)
    db.session.commit()  #> delete tenants
""")


def test_a_loader_of_requests_is_handed_the_request() -> None:
    scan = assert_touches("""
# file: shop/models.py
from flask_sqlalchemy import SQLAlchemy
db = SQLAlchemy()
class User(db.Model):
    __tablename__ = "users"
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String)
# file: shop/current.py
from flask_login import LoginManager
from shop.models import User, db
def load(given):
    return find(given)
def find(given):
    user = User.query.filter_by(name=given.headers.get("User")).first()
    user.name = given.get_json()
    db.session.commit()  #> update users
    return user
def create_app(app):
    manager = LoginManager()
    manager.request_loader(load)
# file: shop/views.py
from flask_login import current_user
from shop.models import db
def touch():
    current_user.name = "y"
    db.session.commit()  #> update users
""")
    assert not [spot for one in scan.transactions for spot in one.blind_spots]


SHOP = """
# file: shop/models.py
from flask_sqlalchemy import SQLAlchemy
db = SQLAlchemy()

class User(db.Model):
    __tablename__ = "users"
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String)

class Person(db.Model):
    __tablename__ = "people"
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String)
"""


@pytest.mark.parametrize(
    ("imports", "loader"),
    [
        ("from flask_login import LoginManager as Manager, current_user", "user_loader"),
        ("from flask_jwt_extended import JWTManager as Manager, current_user", "user_lookup_loader"),
        ("from flask_jwt_extended import JWTManager as Manager, get_current_user", "user_lookup_loader"),
    ],
)
def test_a_factory_defines_who_loads_the_user(imports: str, loader: str) -> None:
    user = "get_current_user()" if "get_current_user" in imports else "current_user"
    assert_touches(f"""{SHOP}
# file: shop/app.py
from flask import Flask
{imports}
from shop.models import Person, db
manager = Manager()

def rename():
    {user}.name = "x"
    db.session.commit()  #> update people

def create_app():
    app = Flask(__name__)
    configure(app)
    return app

def configure(app):
    @manager.{loader}
    def load(*given):
        return Person.query.get(given[-1])
""")


def test_a_function_whose_results_are_kept() -> None:
    assert_touches(f"""{SHOP}
# file: shop/kept.py
from flask_caching import Cache
from keeping import Keeper
from shop.models import Person, db
cache = Cache()
keeper = Keeper()

def kept(seconds):
    def decorator(function):
        held = cache.memoize(seconds)(function)
        def wrapper(*args):
            return held(*args)
        return wrapper
    return decorator

@kept(60)
def person(number):
    return Person.query.get(number)

def otherwise():
    return keeper.memoize(60)(person)(2)

def rename():
    person(1).name = "x"
    db.session.commit()  #> update people, read people

def rename_other():
    otherwise().name = "x"
    db.session.commit()  #> update people

def forget():
    cache.delete_memoized(person)  #= no read people
""")


def test_what_an_application_logs_hides_nothing() -> None:
    scan = assert_touches(f"""{SHOP}
# file: shop/services.py
from flask import Flask, current_app
from shop.models import Person, db

def add():
    current_app.logger.info("a person")
    db.session.add(Person())
    db.session.commit()  #> insert people

def command():
    app = Flask(__name__)
    with app.app_context():
        app.logger.warning("a person")
        db.session.add(Person())
        db.session.commit()  #> insert people
""")
    assert not [spot for one in scan.transactions for spot in one.blind_spots]


@pytest.mark.parametrize(
    ("imported", "context"),
    [
        ("from flask import _request_ctx_stack", "_request_ctx_stack.top"),
        ("from flask import _app_ctx_stack as stack", "stack.top"),
        ("from flask.globals import request_ctx", "request_ctx"),
    ],
)
def test_what_a_project_keeps_on_a_context(imported: str, context: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from flask_sqlalchemy import SQLAlchemy
db = SQLAlchemy()

class User(db.Model):
    __tablename__ = "users"
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String)

# file: shop/current.py
{imported}
from shop.models import User

def enter(user_id):
    ctx = {context}
    ctx.account = User.query.get(user_id)

def account():
    return getattr({context}, "account", None)

# file: shop/views.py
from shop.current import account
from shop.models import db

def rename(name):
    account().name = name
    db.session.commit()  #> update users
""")


@pytest.mark.parametrize(
    ("library", "hook"),
    [("flask", "@app.before_request"), ("quart", "@app.before_request"), ("bottle", "@app.hook('x')")],
)
def test_what_is_left_on_the_request(library: str, hook: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from peewee import CharField, Model, SqliteDatabase
db = SqliteDatabase("shop.db")

class Customer(Model):
    name = CharField()

# file: shop/views.py
from {library} import request
from shop.app import app
from shop.models import Customer, db

{hook}
def enter():
    request.buyer = Customer.get(name="x")

@app.route("/buy")
def buy():
    with db.atomic():  #> update customer
        buyer = request.buyer
        buyer.save()
# file: shop/app.py
import {library}
app = {library}.{library.title()}(__name__)
""")


@pytest.mark.parametrize("put", ["{}", '{"exact": 1}', '{"names": []}'])
@pytest.mark.parametrize("name", ["json", "form", "view_args"])
def test_what_a_client_sent_is_not_only_what_is_put_in_its_place(name: str, put: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from peewee import CharField, Model, SqliteDatabase
db = SqliteDatabase("shop.db")

class Customer(Model):
    name = CharField()

# file: shop/views.py
from flask import request
from shop.app import app
from shop.models import Customer, db

@app.route("/one")
def one():
    if not request.{name}:
        request.{name} = {put}
    request.{name}["exact"] = True
    return several()

@app.route("/several")
def several():
    with db.atomic():  #> insert customer
        for each in request.{name}.get("names", []):
            Customer.create(name=each)
# file: shop/app.py
import flask
app = flask.Flask(__name__)
""")


SENT = {
    "keys": "for key in request.view_args:\n            if key == 'name':\n                Customer.create(name='x')",
    "a value": "if request.view_args['exact'] == 2:\n            Customer.create(name='x')",
    "whether a key is there": "if 'name' in request.view_args:\n            Customer.create(name='x')",
}


@pytest.mark.parametrize("asked", list(SENT.values()), ids=list(SENT))
def test_data_that_code_puts_into_a_request_is_not_all_that_clients_send(asked: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from peewee import CharField, Model, SqliteDatabase
db = SqliteDatabase("shop.db")

class Customer(Model):
    name = CharField()

# file: shop/views.py
import flask
from flask import request
from shop.models import Customer, db
app = flask.Flask(__name__)

def page():
    request.view_args = {{"exact": 1}}

@app.route("/several")
def several():
    with db.atomic():  #> insert customer
        {asked}
""")


@pytest.mark.parametrize("held", ["tg.tmpl_context", "tg.request", "pylons.tmpl_context"])
def test_what_an_action_of_turbogears_keeps_for_its_page(held: str) -> None:
    module, name = held.split(".")
    assert_touches(f"""
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, scoped_session, sessionmaker
Session = scoped_session(sessionmaker())
Base = declarative_base()
class User(Base):
    __tablename__ = "users"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String)
# file: shop/pages.py
from {module} import {name} as c
from shop.models import Session, User
class UserPages:
    def _find(self, key):
        c.user = Session.query(User).get(key)
    def rename(self, key):
        self._find(key)
        c.user.name = "x"
        Session.commit()  #> update users
""")


def test_the_current_application_is_one_of_the_project() -> None:
    assert_touches("""
from flask import Flask, current_app
class Shop(Flask):
    def newest(self):
        return Order()
def view():
    with transaction.atomic():  #> write shop_order
        current_app.newest().save()
""")
