"""Applications with Pyramid: what is added to requests, services by interface, views that are configured."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches

SHOP = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase

class Base(DeclarativeBase):
    pass

class User(Base):
    __tablename__ = "users"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String)

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    paid = sa.Column(sa.Boolean)

class Log(Base):
    __tablename__ = "logs"
    id = sa.Column(sa.Integer, primary_key=True)

# file: shop/db.py
import zope.sqlalchemy
from sqlalchemy.orm import sessionmaker
from shop.models import User
Session = sessionmaker()

def _session(request):
    session = Session()
    zope.sqlalchemy.register(session, transaction_manager=request.tm)
    return session

def _user(request):
    return request.db.get(User, request.session["user"])

def _spell(request, text):
    return text

def includeme(config):
    config.add_request_method(_session, name="db", reify=True)
    config.add_request_method(_user, "user", property=True)
    config.add_request_method(_spell)

# file: shop/interfaces.py
from zope.interface import Interface

class IOrders(Interface):
    def pay(order): ...

class ILogs(Interface):
    pass

class IMail(Interface):
    pass

# file: shop/orders.py
from zope.interface import implementer
from shop.interfaces import ILogs, IMail, IOrders
from shop.models import Log, Order

@implementer(IOrders)
class Orders:
    def __init__(self, session):
        self.db = session

    @classmethod
    def create(cls, context, request):
        return cls(request.db)

    def pay(self, order_id):
        order = self.db.get(Order, order_id)
        order.paid = True

@implementer(ILogs)
class Logs:
    def __init__(self, session):
        self.db = session

    def write(self, session):
        session.add(Log())

def includeme(config):
    config.register_service_factory(Orders.create, IOrders)
    logs = config.maybe_dotted(config.registry.settings["logs"])
    config.register_service_factory(logs.create, ILogs)

# file: shop/views.py
from pyramid.view import view_config, view_defaults
from shop.interfaces import ILogs, IMail, IOrders
from shop.models import Order, User
"""
VIEWS = {
    "a session, and who is logged in": """
@view_config(route_name="rename")  #> update users, read users
def rename(request):
    request.user.name = request.spell("x")

@view_config(route_name="buy")  #> insert orders
def buy(context, request):
    request.db.add(Order())
    request.session.flash("bought")
""",
    "a service that its factory makes": """
@view_config(route_name="pay")  #> update orders
def pay(request):
    request.find_service(IOrders, context=None).pay(request.matchdict["id"])
""",
    "a service that only its interface tells": """
@view_config(route_name="log")  #> insert logs
def log(request):
    request.find_service(ILogs).write(request.db)
    request.find_service(IMail).send()
""",
    "a class that a view has as a default, which nobody gives it": """
class Form:
    def __init__(self, data, *, session):
        self.session = session

    def save(self):
        self.session.add(Order())

@view_config(route_name="order")  #> insert orders
def order(request, _form_class=Form):
    form = _form_class(request.POST, session=request.db)
    form.save()
""",
    "a view that is a class": """
@view_defaults(route_name="orders")
class OrderViews:
    def __init__(self, request):
        self.request = request
        self.orders = request.find_service(IOrders)

    @view_config(request_method="POST")  #> update orders
    def pay(self):
        self.orders.pay(1)

    @view_config(request_method="PUT")  #> insert users
    def register(self):
        self.request.db.add(User())
""",
}


@pytest.mark.parametrize("case", VIEWS)
def test_a_view(case: str) -> None:
    assert_touches(SHOP + VIEWS[case])


NAMED = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase

class Base(DeclarativeBase):
    pass

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)

class Log(Base):
    __tablename__ = "logs"
    id = sa.Column(sa.Integer, primary_key=True)

# file: shop/services/__init__.py
def includeme(config):
    config.register_service_factory("shop.services.orders.make", name="orders")
    config.register_service_factory(".logs:make", name="logs")
    config.add_request_method("shop.services.logs.logged", name="logged", reify=True)
    config.add_request_method("shop.services.logs._session", name="db", reify=True)
    config.add_subscriber("shop.services.logs.heard", "shop.events.Bought")

# file: shop/services/orders.py
from shop.models import Log, Order

class Orders:
    def __init__(self, session, request):
        self.session = session
        self.request = request

    def buy(self):
        self.session.add(Order())

    def buy_later(self):
        self.request.db.add(Order())
        self.request.logged.session.add(Log())

def make(_context, request):
    return Orders(request.db, request)

# file: shop/services/logs.py
import zope.sqlalchemy
from sqlalchemy.orm import sessionmaker
from shop.models import Log
Session = sessionmaker()

class Logs:
    def __init__(self, session):
        self.session = session

    def write(self):
        self.session.add(Log())

def make(context, request):
    return Logs(request.db)

def logged(request):
    return Logs(request.db)

def _session(request):
    session = Session()
    zope.sqlalchemy.register(session, transaction_manager=request.tm)
    return session

def heard(event):
    with event.request.tm:  #> insert logs
        event.request.logged.write()

# file: shop/api.py
import venusian

def add_api_view(config, view, **settings):
    settings.setdefault("renderer", "json")
    config.add_view(view=view, **settings)

def api_config(link=None, **settings):
    def callback(context, _name, view):
        add_api_view(context.config, view=view, **settings)

    def wrapper(wrapped):
        info = venusian.attach(wrapped, callback, category="pyramid")
        if info.scope == "class":
            settings["attr"] = wrapped.__name__
        return wrapped

    return wrapper

# file: shop/views.py
import transaction
from pyramid.view import view_config
from shop.api import api_config
from shop.models import Log, Order
"""
TOLD = {
    "services that are named, their factories too": """
@view_config(route_name="buy")  #> insert orders, insert logs
def buy(request):
    request.find_service(name="orders").buy()
    request.find_service(name="logs").write()
""",
    "what a request was given by its dotted name": """
@view_config(route_name="log")  #> insert logs
def log(request):
    request.logged.write()
""",
    "a decorator of one's own, which waits for the scan": """
@api_config(route_name="api.buy", link="buy")  #> insert orders
def buy(request):
    request.find_service(name="orders").buy()
""",
    "methods of classes behind such a decorator, and one that wraps": """
from functools import wraps

def checked(wrapped):
    @wraps(wrapped)
    def inner(*args, **kwargs):
        return wrapped(*args, **kwargs)
    return inner

class Buying:
    def __init__(self, request):
        self.orders = request.find_service(name="orders")

    @api_config(route_name="api.buy", request_method="POST")  #> insert orders
    @checked
    def post(self):
        self.orders.buy()

class Logging:
    def __init__(self, request):
        self.logs = request.find_service(name="logs")

    @api_config(route_name="api.log", request_method="POST")  #> insert logs
    @checked
    def post(self):
        self.logs.write()
""",
    "a commit of the request's manager": """
def command(request):
    request.tm.begin()
    request.db.add(Order())
    request.tm.commit()  #> insert orders
    request.db.add(Log())
    request.tm.commit()  #> insert logs
""",
    "the manager of the thread": """
def command(session):
    request.db.add(Order())
    transaction.abort()
    request.db.add(Log())
    transaction.commit()  #> insert logs
    with transaction.manager as current:  #> insert orders
        request.db.add(Order())
    request.db.add(Order())
    transaction.get().commit()  #> insert orders
""",
    "attempts": """
def command(request):
    for attempt in transaction.manager.attempts(3):
        with attempt:  #> insert orders
            request.db.add(Order())
""",
}


@pytest.mark.parametrize("case", TOLD)
def test_what_is_named_by_dotted_texts(case: str) -> None:
    assert_touches(NAMED + TOLD[case])


def test_views_that_are_configured() -> None:
    assert_enters(
        SHOP
        + """
def pay(request):
    request.db.add(Order())

def includeme(config):
    config.add_view(pay, route_name="pay")
""",
        "route shop.views.pay",
    )


TASKS = """
# file: shop/tasks.py
from celery import Celery, signals
from shop.models import Log, Order
celery = Celery("shop")

@signals.task_success.connect
def commit(sender, **kwargs):
    sender.app.request.tm.commit()

@celery.task  #> delete orders
def tidy():
    celery.request.db.query(Order).filter(Order.id < 3).delete()

@celery.task(acks_late=True)  #> insert orders
def buy():
    celery.request.find_service(name="orders").buy()

@celery.task  #> insert logs
def log():
    celery.request.db.add(Order())
    celery.request.tm.commit()  #> insert orders
    celery.request.db.add(Log())

@celery.task  #> insert orders, insert logs
def both():
    celery.request.find_service(name="orders").buy_later()
"""


def test_tasks_whose_success_commits() -> None:
    assert_touches(NAMED + TASKS)


def test_tasks_that_nobody_commits() -> None:
    source = TASKS[: TASKS.index("@celery.task(acks_late")].replace("task_success", "task_failure")
    assert_touches(NAMED + source.replace("#> delete orders", "#> no transaction"))


@pytest.mark.parametrize(
    "made",
    [
        "from pyramid.scripting import prepare\nwith prepare(registry=None) as env:",
        "from pyramid.paster import bootstrap\nwith bootstrap('shop.ini') as env:",
    ],
)
def test_the_request_of_a_script(made: str) -> None:
    imported, block = made.split("\n")
    assert_touches(f"""{NAMED}
# file: shop/scripts.py
{imported}
from shop.models import Log
def main():
    {block}
        asked = env["request"]
        with asked.tm:  #> insert logs
            asked.db.add(Log())
""")


@pytest.mark.parametrize(
    ("tween", "added"),
    [
        (
            """def timed(handler, registry):
    def tween(request):
        {}
    return tween""",
            "'shop.tweens.timed'",
        ),
        (
            """class Timed:
    def __init__(self, handler, registry):
        self.handler = handler
    def __call__(self, request):
        handler = self.handler
        {}""",
            "Timed",
        ),
    ],
)
def test_tweens_run_around_views(tween: str, added: str) -> None:
    body = """with request.tm:  #> insert logs, insert orders
            request.db.add(Log())
            return handler(request)"""
    assert_touches(f"""{NAMED}
# file: shop/tweens.py
from shop.models import Log, Order
{tween.format(body)}
def pay(request):
    request.db.add(Order())
def includeme(config):
    config.add_tween({added})
    config.add_view(pay, route_name="pay")
""")


@pytest.mark.parametrize("asked", ["get_response", "send"])
def test_a_request_that_is_sent_on_to_an_application(asked: str) -> None:
    scan = assert_touches(f"""{SHOP}
# file: shop/views.py
from pyramid.view import view_config
from shop.models import Log

class Application:
    def __init__(self, session):
        self.session = session

    def __call__(self, environ, start_response):
        self.session.add(Log())

@view_config(route_name="sent")  #> insert logs
def sent(request):
    return request.{asked}(Application(request.db))
""")
    assert not any(one.blind_spots for one in scan.transactions)
