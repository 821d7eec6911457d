"""Services and resources of Cornice: views behind the validators of their requests."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches, divide, linked

SHOP = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, scoped_session, sessionmaker

Session = scoped_session(sessionmaker())

class Base(DeclarativeBase):
    pass

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    paid = sa.Column(sa.Boolean)

class Stock(Base):
    __tablename__ = "stock"
    id = sa.Column(sa.Integer, primary_key=True)
    count = sa.Column(sa.Integer)

class Log(Base):
    __tablename__ = "logs"
    id = sa.Column(sa.Integer, primary_key=True)

# file: shop/main.py
import pyramid_tm
from shop.models import Session

def includeme(config):
    config.add_request_method(lambda request: Session, "db", reify=True)

# file: shop/checks.py
from functools import wraps
from shop.models import *

def after_schema(check):
    @wraps(check)
    def checked(request, **kwargs):
        if request.validated:
            check(request, **kwargs)
    return checked

@after_schema
def has_stock(request, **kwargs):
    request.validated["bought"] = Stock.query.first()

def is_logged(request, **kwargs):
    request.db.add(Log())

# file: shop/views.py
from cornice import Service
from cornice.resource import resource, view
from cornice.validators import colander_body_validator
from shop.checks import has_stock, is_logged
from shop.models import *

"""
CASES = {
    "a view, behind its validators": """
orders = Service(name="orders", path="/orders")

@orders.post(schema=object(), validators=(colander_body_validator, is_logged))  #> insert orders, insert logs
def place(request):
    request.db.add(Order())
""",
    "one validator": """
orders = Service("orders", "/orders")

@orders.put(validators=is_logged)  #> insert orders, insert logs
def place(request):
    request.db.add(Order())
""",
    "what a validator has found": """
orders = Service(name="orders", path="/orders")

@orders.post(validators=(has_stock,))  #> update stock
def buy(request):
    bought = request.validated["bought"]
    bought.count -= 1
""",
    "several methods of one view": """
orders = Service(name="orders", path="/orders")

@orders.post(validators=(is_logged,))  #> insert orders, insert logs
@orders.put(validators=(is_logged,), renderer="json")
def place(request):
    request.db.add(Order())
""",
    "validators of a whole service": """
orders = Service(name="orders", path="/orders", validators=(is_logged,))

@orders.delete()  #> delete orders, insert logs
def clear(request):
    request.db.query(Order).delete()
""",
    "a view that is handed over": """
orders = Service(name="orders", path="/orders")

def place(request):  #> insert orders, insert logs
    request.db.add(Order())

orders.add_view("POST", place, validators=(is_logged,))
""",
    "a view that is named, of a class beside it": """
orders = Service(name="orders", path="/orders")

class Orders:
    def __init__(self, request, context=None):
        self.db = request.db

    def write_all(self):  #> insert orders, insert logs
        self.db.add(Order())

orders.add_view("POST", "write_all", klass=Orders, validators=(is_logged,))
""",
    "a resource": """
@resource(collection_path="/orders", path="/orders/{id}")
class Orders:
    def __init__(self, request, context=None):
        self.request = request
        self.db = request.db

    def get(self):
        return self.db.query(Order).first()

    @view(validators=("has_access", is_logged))  #> insert orders, insert logs, update stock
    def collection_post(self):
        self.db.add(Order())

    def has_access(self, request, **kwargs):
        self.db.query(Stock).update({"count": 1})

    def put(self):  #> update orders
        self.db.query(Order).first().paid = True
""",
}


@pytest.mark.parametrize("source", list(CASES.values()), ids=list(CASES))
def test_views(source: str) -> None:
    assert_touches(SHOP + source)


def test_where_cornice_calls_in() -> None:
    source = CASES["a view, behind its validators"] + CASES["a resource"]
    assert_enters(
        SHOP + source,
        "route shop.views.place",
        "route shop.views.Orders.get",
        "route shop.views.Orders.put",
        "route shop.views.Orders.collection_post",
    )


COPY = """
# file: shop/vendor/cornice/__init__.py
# file: shop/vendor/cornice/resource.py
def resource(depth=2, **kw): ...
def view(**kw): ...
def add_view(func, **kw): ...
def add_resource(klass, depth=2, **kw): ...
# file: shop/vendor/cornice/service.py
# what `cornice.service` and `cornice.resource` hold
SERVICES = []
def named(name):
    return next(one for one in SERVICES if one.name == name)
class {name}:
    def __init__(self, name, path=None, **kwargs):
        self.definitions = []
    def add_view(self, method, view, **kwargs):
        self.definitions.append((method, view, kwargs))
    def post(self, **kwargs):
        return lambda view: self.add_view("POST", view, **kwargs)
"""


OTHERS = """
# file: shop/others.py
from shop.vendor.cornice.service import {name}
from shop.checks import is_logged
from shop.models import *

class OwnService({name}):
    default = True

orders = OwnService(name="orders", path="/orders")

@orders.post(validators=(is_logged,))  #> insert orders, insert logs
def place(request):
    request.db.add(Order())
"""


def test_a_copy_of_cornice_in_the_project() -> None:
    assert_touches(SHOP + COPY.format(name="Service") + OTHERS.format(name="Service"))


def test_what_lacks_something_is_no_copy() -> None:
    scan = linked(divide(SHOP + COPY.format(name="Services") + OTHERS.format(name="Services")))
    assert not [one.name for one in scan.entry_points if "place" in one.function]
