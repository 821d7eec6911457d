"""Functions that run behind requests and commit: each view is a unit of work that they end."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, scoped_session, sessionmaker

Session = scoped_session(sessionmaker())

class Base(DeclarativeBase):
    pass

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)

class Stock(Base):
    __tablename__ = "stock"
    id = sa.Column(sa.Integer, primary_key=True)

class Log(Base):
    __tablename__ = "logs"
    id = sa.Column(sa.Integer, primary_key=True)
"""
FLASK = """
# file: shop/app.py
from flask import Flask, request
from shop.models import *

app = Flask(__name__)

@app.route("/orders", methods=["POST"])
def place():
    Session.add(Order())
    return "placed"

@app.route("/stock", methods=["POST"])
def count():
    note()
    Session.add(Stock())
    return "counted"

@app.route("/orders")
def listed():
    return str(Session.query(Order).count())

def note():
    Session.add(Log())

def helper():
    Session.add(Log())
"""
PYRAMID = """
# file: shop/views.py
from pyramid.view import view_config
from shop.models import *

@view_config(route_name="place")
def place(request):
    request.db.add(Order())
    return {}

@view_config(route_name="count")
def count(request):
    request.db.add(Stock())
    return {}
"""
EACH = "insert orders | insert stock"
CASES = {
    "behind each request of Flask": f"""{FLASK}
@app.teardown_request
def end_work(error):
    if error:
        Session.rollback()
    else:
        Session.commit()  #> insert orders | insert logs, insert stock
    Session.remove()
""",
    "with the answer at hand": f"""{FLASK}
@app.after_request
def end_work(response):
    Session.commit()  #> insert orders | insert logs, insert stock
    return response
""",
    "that ends no work": f"""{FLASK}
@app.teardown_request
def end_work(error):
    Session.remove()  #> no transaction
""",
    "of a view that ends a part itself": f"""{FLASK}
@app.route("/all", methods=["POST"])
def all_of_it():
    Session.add(Order())
    Session.commit()  #> insert orders
    Session.add(Log())
    Session.add(Stock())
    return ""

@app.teardown_request
def end_work(error):
    Session.commit()  #> insert orders | insert logs, insert stock | insert logs, insert stock
""",
    "that a subscriber of Pyramid asks for": f"""{PYRAMID}
# file: shop/work.py
from pyramid.events import NewRequest, subscriber
from shop.models import *

@subscriber(NewRequest)
def begin(event):
    event.request.add_finished_callback(end_work)

def end_work(request):
    finish(request)
    Session.remove()

def finish(request):
    if request.exception is None:
        Session.commit()  #> {EACH}

# file: shop/main.py
def main(config):
    config.add_request_method(lambda request: Session, "db", reify=True)
from shop.models import Session
""",
    "with which a hook of Pecan commits": f"""
# file: shop/controllers.py
from pecan import expose, rest
from shop.models import *

class OrdersController(rest.RestController):
    @expose()
    def post(self):
        Session.add(Order())

    @expose()
    def get(self):
        return Session.query(Order).count()

class StockController:
    @expose()
    def count(self):
        Session.add(Stock())

# file: shop/work.py
from shop.models import Session

def start():
    Session()

def commit():
    Session.commit()  #> {EACH}

def rollback():
    Session.rollback()

# file: shop/hooks.py
import pecan
from pecan import hooks
from shop import work
from shop.controllers import OrdersController

class WorkHook(hooks.TransactionHook):
    def __init__(self):
        super().__init__(
            start=work.start, start_ro=work.start, commit=work.commit, rollback=work.rollback, clear=Session.remove
        )

def main():
    return pecan.make_app(OrdersController(), hooks=[WorkHook()])
""",
    "that the session of a request asks for": f"""{PYRAMID}
# file: shop/main.py
from shop.models import *

def session(request):
    made = Session()

    def end_work(request):
        if request.exception is not None:
            made.rollback()
        else:
            made.commit()  #> {EACH}
        made.close()

    request.add_finished_callback(end_work)
    return made

def includeme(config):
    config.add_request_method(session, "db", reify=True)
""",
}


@pytest.mark.parametrize("source", list(CASES.values()), ids=list(CASES))
def test_functions_behind_requests(source: str) -> None:
    assert_touches(MODELS + source)


LATER = {
    "once the response is sent": "@response.call_on_close",
    "behind this request": "@after_this_request",
}


@pytest.mark.parametrize("decorator", LATER.values(), ids=LATER)
def test_a_function_that_a_request_hands_over_has_a_transaction_of_its_own(decorator: str) -> None:
    assert_touches(f"""{MODELS}
# file: shop/app.py
from flask import Flask, Response, after_this_request
from shop.models import *

app = Flask(__name__)

@app.after_request
def noted(response: Response):
    order = Session.query(Order).first()
    {decorator}
    def note(response=None):
        Session.add(Log())
        Session.delete(order)
        Session.commit()  #> insert logs, delete orders
        return response
    return response
""")
