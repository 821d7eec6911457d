"""Where do Flask, FastAPI, Starlette, aiohttp, Pyramid, command lines, queues and schedulers call in?"""

from __future__ import annotations

import pytest

from boundary.link.program import link
from tests.link.linking import assert_enters, assert_touches, divide, read

APPS = {
    "flask": (
        """
# file: shop/app.py
from flask import Flask, Blueprint
from flask.views import MethodView
from flask_sqlalchemy import SQLAlchemy
app = Flask(__name__)
bp = Blueprint("shop", __name__)

@app.route("/orders")
def orders(): pass

@bp.post("/lines")
def lines(): pass

def old(): pass
app.add_url_rule("/old", view_func=old)

@app.before_request
def before(): pass

@app.errorhandler(404)
def missing(error): pass

@app.cli.command("tidy")
def tidy(): pass

class Orders(MethodView):
    def get(self): pass
    def post(self): pass

app.add_url_rule("/x", view_func=Orders.as_view("x"))

def create_app():
    made = Flask(__name__)
    @made.get("/inner")
    def inner(): pass
    return made
""",
        ["route shop.app.orders", "route shop.app.lines", "route shop.app.old", "middleware shop.app.before",
         "middleware shop.app.missing", "cli shop.app.tidy", "route shop.app.Orders.get", "route shop.app.Orders.post",
         "route shop.app.create_app.<locals>.inner"],
    ),
    "flask, behind decorators of one's own": (
        """
# file: shop/app.py
from functools import wraps
from flask import Flask
app = Flask(__name__)

def checked(function):
    @wraps(function)
    def inner(*args, **kwargs):
        return function(*args, **kwargs)
    return inner

@app.route("/orders")
@checked
def orders(): pass

@app.route("/lines")
@checked
def lines(): pass
""",
        ["route shop.app.orders", "route shop.app.lines"],
    ),
    "falcon": (
        """
# file: shop/app.py
import falcon

def check(req, resp, resource, params): pass

class Sessions:
    def process_request(self, req, resp): pass
    def process_response(self, req, resp, resource, succeeded): pass

class Orders:
    def on_get(self, req, resp): pass
    @falcon.before(check)
    def on_post(self, req, resp): pass
    def on_delete_lines(self, req, resp): pass
    def on_paid(self): pass

app = falcon.App(middleware=[Sessions()])
app.add_route("/orders", Orders())
""",
        ["route shop.app.Orders.on_get", "route shop.app.Orders.on_post", "route shop.app.Orders.on_delete_lines",
         "middleware shop.app.check", "middleware shop.app.Sessions.process_request",
         "middleware shop.app.Sessions.process_response"],
    ),
    "fastapi": (
        """
# file: shop/app.py
from fastapi import FastAPI, APIRouter
from starlette.endpoints import HTTPEndpoint
from starlette.routing import Route
import sqlalchemy
app = FastAPI()
router = APIRouter(prefix="/orders")

@router.get("/")
async def orders(): pass

@app.websocket("/ws")
async def socket(): pass

@app.middleware("http")
async def timed(request, call_next): pass

class Lines(HTTPEndpoint):
    async def get(self, request): pass

def about(request): pass
routes = [Route("/about", about)]
""",
        ["route shop.app.orders", "route shop.app.socket", "middleware shop.app.timed", "route shop.app.Lines.get",
         "route shop.app.about"],
    ),
    "aiohttp": (
        """
# file: shop/app.py
from aiohttp import web
import sqlalchemy
routes = web.RouteTableDef()

@routes.get("/orders")
async def orders(request): pass

async def lines(request): pass

app = web.Application()
app.add_routes([web.get("/lines", lines)])
""",
        ["route shop.app.orders", "route shop.app.lines"],
    ),
    "pyramid": (
        """
# file: shop/app.py
from pyramid.view import view_config
import sqlalchemy

@view_config(route_name="orders")
def orders(request): pass

class Lines:
    def __init__(self, request): pass

    @view_config(route_name="lines")
    def list(self): pass
""",
        ["route shop.app.orders", "route shop.app.Lines.list"],
    ),
    "commands": (
        """
# file: shop/cli.py
import click, typer, argparse
import sqlalchemy

@click.group()
def main(): pass

@main.command()
@click.option("--all")
def tidy(all): pass

app = typer.Typer()

@app.command()
def sweep(): pass

def run(args): pass
parser = argparse.ArgumentParser()
parser.set_defaults(func=run)
""",
        ["cli shop.cli.main", "cli shop.cli.tidy", "cli shop.cli.sweep", "cli shop.cli.run"],
    ),
    "scheduler": (
        """
# file: shop/jobs.py
from apscheduler.schedulers.background import BackgroundScheduler
import sqlalchemy
scheduler = BackgroundScheduler()

@scheduler.scheduled_job("interval", minutes=1)
def tidy(): pass

def sweep(): pass
scheduler.add_job(sweep, "cron")
""",
        ["cron shop.jobs.tidy", "cron shop.jobs.sweep"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("app", APPS)
def test_entry_points(app: str) -> None:
    source, expected = APPS[app]
    assert_enters(source, *expected)


MODELS = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, sessionmaker
Base = declarative_base()
SessionLocal = sessionmaker()

class User(Base):
    __tablename__ = "users"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String)

class Log(Base):
    __tablename__ = "logs"
    id = sa.Column(sa.Integer, primary_key=True)
"""


def test_dependencies_of_fastapi() -> None:
    assert_touches(
        MODELS
        + """
# file: shop/deps.py
from typing import Annotated
from fastapi import Depends
from sqlalchemy.orm import Session
from shop.models import *

def get_db():
    db = SessionLocal()
    try:
        yield db
        db.commit()  #> insert logs | update users
    finally:
        db.close()

DB = Annotated[Session, Depends(get_db)]

# file: shop/app.py
from fastapi import Depends, FastAPI
from shop.deps import DB, get_db
from shop.models import *
app = FastAPI()

class Service:
    def __init__(self, db: DB):
        self.db = db

    def log(self):
        self.db.add(Log())

def current_user(db: DB):
    return db.query(User).first()

@app.post("/logs")
def log(service=Depends(Service), db=Depends(get_db)):
    service.log()

@app.put("/name")
def rename(db: DB, user=Depends(current_user)):
    user.name = "x"
"""
    )


def test_what_dependencies_are_given() -> None:
    """A default holds where the request says nothing; what a dependency depends on itself is looked up."""
    assert_touches(
        MODELS
        + """
# file: shop/app.py
from typing import Annotated
from fastapi import Depends, FastAPI
from shop.models import *
app = FastAPI()

def session():
    return SessionLocal()

class Writer:
    def __init__(self, db: Annotated[Session, Depends(session)], log: bool = False):
        self.db, self.log = db, log

def token(token: str | None = None):
    if not token:
        raise ValueError
    return token

@app.post("/logs")
def write(writer: Annotated[Writer, Depends(Writer)], held=Depends(token)):
    if writer.log:
        writer.db.add(Log())
    writer.db.commit()  #> insert logs
"""
    )


def test_dependencies_that_commit_nothing() -> None:
    assert_touches(
        MODELS
        + """
# file: shop/app.py
from fastapi import Depends, FastAPI
from shop.models import *
app = FastAPI()

async def get_db():
    async with SessionLocal() as session:
        yield session

@app.post("/logs")
async def log(session=Depends(get_db)):
    session.add(Log())
    await session.commit()  #> insert logs
"""
    )


def test_who_is_logged_in() -> None:
    assert_touches(
        """
# file: shop/app.py
from flask import Flask, g
from flask_login import LoginManager, current_user, login_required
from flask_sqlalchemy import SQLAlchemy
app = Flask(__name__)
db = SQLAlchemy(app)
login = LoginManager(app)

class User(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    name = db.Column(db.String)

    def rename(self, name):
        self.name = name

@login.user_loader
def load(user_id):
    return User.query.get(user_id)

@app.route("/name")
@login_required
def name():
    current_user.rename("x")
    db.session.commit()  #> update user

@app.before_request
def remember():
    g.user = User.query.first()

@app.route("/other")
def other():
    g.user.name = "y"
    db.session.commit()  #> update user
"""
    )


def test_a_transaction_for_each_request() -> None:
    assert_touches(
        MODELS
        + """
# file: shop/views.py
import zope.sqlalchemy
from pyramid.view import view_config
from shop.models import *

@view_config(route_name="log")  #> insert logs
def log(request):
    request.db.add(Log())
"""
    )


def test_wrappers_of_methods_hand_the_object_on() -> None:
    assert_touches(
        MODELS
        + """
# file: shop/views.py
from functools import wraps
from flask.views import MethodView
from shop.models import *

def admin(function):
    @wraps(function)
    def inner(*args, **kwargs):
        return function(*args, **kwargs)
    return inner

class Logs(MethodView):
    def put(self):
        self.write()

    post = admin(put)

    @admin
    def get(self):
        self.write()

    def write(self):
        session = SessionLocal()
        session.add(Log())
        session.commit()  #> insert logs
"""
    )


def test_views_are_made_with_what_they_are_registered_with() -> None:
    assert_touches(
        MODELS
        + """
# file: shop/services.py
from shop.models import *

class Writer:
    def __init__(self, session):
        self.session = session

    def write(self):
        self.session.add(Log())

def make_writer(session):
    return Writer(session)

# file: shop/views.py
from flask import Blueprint
from flask.views import MethodView
from shop.models import *
from shop.services import make_writer

class Logs(MethodView):
    def __init__(self, factory):
        self.factory = factory

    def post(self):
        session = SessionLocal()
        self.factory(session).write()
        session.commit()  #> insert logs

def register(app):
    router = Blueprint("logs", __name__)
    router.add_url_rule("/logs", view_func=Logs.as_view("logs", factory=make_writer))
    app.register_blueprint(router)
"""
    )


@pytest.mark.parametrize(
    ("router", "name"),
    [
        ('from flask import Blueprint\nrouter = Blueprint("shop", __name__, url_prefix="/shop")', "/shop/orders"),
        ('from flask import Blueprint\nrouter = Blueprint("shop", __name__)', "/orders"),
        ('from fastapi import APIRouter\nrouter = APIRouter(prefix="/shop")', "/shop/orders"),
        ("from fastapi import APIRouter\nrouter = APIRouter(prefix=input())", "/orders"),
    ],
)
def test_a_route_is_named_with_its_prefix(router: str, name: str) -> None:
    source = f"""
# file: shop/app.py
{router}
import sqlalchemy

@router.get("/orders")
def orders(): pass
"""
    (entry,) = link(read(divide(source))).entry_points
    assert entry.name == name


@pytest.mark.parametrize(("decorator", "given"), [("pass_obj", "thing"), ("pass_context", "thing.obj")])
def test_what_a_group_hands_to_its_commands(decorator: str, given: str) -> None:
    source = """
# file: shop/cli.py
import click
from sqlalchemy import create_engine, text

@click.group()
@click.pass_context
def main(context):
    context.obj = create_engine("sqlite://")

@main.command()
@click.argument("key")
@click.DECORATOR
def place(thing, key):
    with GIVEN.begin() as held:  #> insert orders
        held.execute(text("INSERT INTO orders VALUES (1)"))
"""
    assert_touches(source.replace("DECORATOR", decorator).replace("GIVEN", given))


@pytest.mark.parametrize("begun", ["pass", "context.ensure_object(dict)"])
def test_what_a_group_puts_under_a_key_for_its_commands(begun: str) -> None:
    assert_touches(f"""
# file: shop/cli.py
import functools
import click
from sqlalchemy import MetaData, Table, create_engine, insert

orders = Table("orders", MetaData())

def connect(url):
    return create_engine(url)

@click.group()
@click.pass_context
def main(context):
    {begun}
    context.obj["connect"] = functools.partial(connect, "sqlite://")

@main.command()
@click.pass_context
def place(context):
    with context.obj["connect"]().begin() as held:  #> insert orders
        held.execute(insert(orders))
""")


@pytest.mark.parametrize("how", ["invoke", "forward"])
def test_a_command_that_another_one_invokes(how: str) -> None:
    assert_touches(f"""
# file: shop/cli.py
import click
from sqlalchemy import MetaData, Table, create_engine, insert

engine = create_engine("sqlite://")
orders = Table("orders", MetaData())

def place(held):
    held.execute(insert(orders))

@click.command()
@click.pass_context
def main(context):
    with engine.begin() as held:  #> insert orders
        context.{how}(place, held)
""")
