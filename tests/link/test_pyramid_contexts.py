"""What Pyramid hands a view and asks for it: contexts of routes, and the policy that remembers who asks."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SHOP = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase

class Base(DeclarativeBase):
    pass

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    paid = sa.Column(sa.Boolean)

class Line(Base):
    __tablename__ = "lines"
    id = sa.Column(sa.Integer, primary_key=True)
    paid = sa.Column(sa.Boolean)

class Ticket(Base):
    __tablename__ = "tickets"
    id = sa.Column(sa.Integer, primary_key=True)

# file: shop/app.py
import zope.sqlalchemy
from sqlalchemy.orm import sessionmaker
from shop.security import Policy
Session = sessionmaker()

def _session(request):
    session = Session()
    zope.sqlalchemy.register(session, transaction_manager=request.tm)
    return session

def includeme(config):
    config.add_request_method(_session, name="db", reify=True)
    config.add_route("order", "/orders/{id}", factory="shop.roots:Orders", traverse="/{id}")
    config.add_route("orders", "/orders", factory="shop.roots.Orders")
    config.add_route("line", "/lines/{id}", factory="shop.roots.line")
    config.set_security_policy(Policy())

# file: shop/security.py
from pyramid.request import RequestLocalCache
from shop.models import Ticket

class Inner:
    def remember(self, request, userid):
        request.db.add(Ticket())
        return []

    def forget(self, request):
        for ticket in request.db.query(Ticket):
            request.db.delete(ticket)
        return []

    def identity(self, request):
        return request.db.query(Ticket).first()

@RequestLocalCache()
def inner(request):
    return Inner()

class Policy:
    def __init__(self):
        self.cache = RequestLocalCache(self.load)

    def load(self, request):
        return inner(request).identity(request)

    def identity(self, request):
        return self.cache.get_or_create(request)

    def authenticated_userid(self, request):
        return self.identity(request).id

    def remember(self, request, userid, **kwargs):
        return inner(request).remember(request, userid, **kwargs)

    def forget(self, request, **kwargs):
        return inner(request).forget(request, **kwargs)

    def permits(self, request, context, permission):
        context.paid = True
        request.db.add(Ticket(permission))
        return True

# file: shop/roots.py
from shop.models import Line, Order

class Orders:
    def __init__(self, request):
        self.request = request

    def __getitem__(self, id):
        return self.request.db.get(Order, id)

    def pay_all(self):
        self.request.db.query(Order).update({"paid": True})

def line(request):
    return request.db.get(Line, request.matchdict["id"])

# file: shop/views.py
from pyramid.security import NO_PERMISSION_REQUIRED, forget, remember
from pyramid.view import view_config, view_defaults
"""
VIEWS = {
    "what is found in what the route's factory makes, by any name": """
@view_config(route_name="order", request_method="PUT")  #> update orders, no read lines
def pay(thing, request):
    thing.paid = True
""",
    "what the factory makes": """
@view_config(route_name="orders", request_method="PUT")  #> update orders
def pay_all(context, request):
    context.pay_all()
""",
    "what a function makes": """
@view_config(route_name="line")  #> update lines, no read orders
def pay(context, request):
    context.paid = True
""",
    "in a class with a route for all of its views": """
@view_defaults(route_name="line")
class Lines:
    def __init__(self, context, request):
        self.context = context

    @view_config(request_method="PUT")  #> update lines
    def pay(self):
        self.context.paid = True
""",
    "in a class, each view with its route": """
class Mixed:
    def __init__(self, context, request):
        self.context = context

    @view_config(route_name="order")  #> update orders
    def pay(self):
        self.context.paid = True
""",
    "of a kind that the view says": """
from shop.models import Line, Order

@view_config(context=Order, name="pay")  #> update orders, no read lines
def pay(thing, request):
    thing.paid = True

class Lines:
    def __init__(self, context, request):
        self.context = context

    @view_config(context=Line, name="pay")  #> update lines, no read orders
    def pay(self):
        self.context.paid = True
""",
    "who logs in is remembered": """
@view_config(route_name="login")  #> insert tickets
def login(request):
    headers = remember(request, 1)
""",
    "who logs out is forgotten": """
@view_config(route_name="logout")  #> delete tickets
def logout(request):
    headers = forget(request)
""",
    "who asks": """
@view_config(route_name="who")  #> nothing, read tickets
def who(request):
    return request.authenticated_userid

@view_config(route_name="row")  #> delete tickets
def row(request):
    request.db.delete(request.identity)
""",
    "who may see a view": """
@view_config(route_name="line", permission="see")  #> insert tickets, update lines
def see(context, request):
    pass

@view_config(route_name="order", permission=NO_PERMISSION_REQUIRED)  #> nothing
def look(context, request):
    pass
""",
    "who may see the views of a class": """
@view_defaults(route_name="line", permission="see")
class Lines:
    def __init__(self, context, request):
        self.context = context

    @view_config(request_method="GET")  #> insert tickets, update lines
    def see(self):
        pass

    @view_config(request_method="POST", permission=NO_PERMISSION_REQUIRED)  #> nothing
    def look(self):
        pass
""",
    "who may see what the configurator is handed": """
def see(request):  #> insert tickets
    pass

def includeme(config):
    config.add_view(see, route_name="who", permission="see")
""",
    "whether somebody may": """
@view_config(route_name="who")  #> insert tickets
def who(request):
    return request.has_permission("see")
""",
}


@pytest.mark.parametrize("case", VIEWS)
def test_a_view(case: str) -> None:
    assert_touches(SHOP + VIEWS[case])


@pytest.mark.parametrize(
    "told",
    ["@exception_view_config(Invalid)", "@exception_view_config(context=Invalid)", "@json_view(context=Invalid)"],
)
def test_what_is_shown_of_an_error_is_no_blind_spot(told: str) -> None:
    scan = assert_touches(
        SHOP
        + f"""
from forms import Invalid
from pyramid.view import exception_view_config
from shop.models import Ticket

def json_view(**settings):
    settings.setdefault("renderer", "json")
    return view_config(**settings)

class Shown:
    def asdict(self):
        request.db.add(Ticket())

{told}  #> insert tickets
def invalid(error, request):
    request.db.add(Ticket())
    return error.error.asdict()

class Forms:
    def __init__(self, context, request):
        self.context, self.request = context, request

    {told}  #> insert tickets
    def invalid(self):
        self.request.db.add(Ticket())
        return self.context.error.asdict()
"""
    )
    assert not any(one.blind_spots for one in scan.transactions)


def test_a_policy_that_asks_one_of_several_glues_nothing() -> None:
    shop = SHOP.replace(
        """        context.paid = True
        request.db.add(Ticket(permission))
        return True
""",
        """        return inner(request).permits(request, context, permission)
""",
    ).replace(
        """    def identity(self, request):
        return request.db.query(Ticket).first()
""",
        """    def permits(self, request, context, permission):
        request.db.add(Ticket(permission))
        return True

    def identity(self, request):
        return request.db.query(Ticket).first()
""",
    )
    assert shop.count("permits") == SHOP.count("permits") + 2, "the policy has changed"
    assert_touches(f"""{shop}
@view_config(route_name="who", permission="see")  #> nothing
def see(request):
    pass
""")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/{id}", "update orders"),
        ("/{id}/", "update orders"),
        ("/{id}/{line}", "update lines"),
        ("/{id}/{line}/{more}", "update lines"),
    ],
)
def test_a_context_is_as_deep_as_its_route(path: str, expected: str) -> None:
    assert_touches(f"""
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, object_session

class Base(DeclarativeBase):
    pass

class Line(Base):
    __tablename__ = "lines"
    id = sa.Column(sa.Integer, primary_key=True)
    paid = sa.Column(sa.Boolean)

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    paid = sa.Column(sa.Boolean)

    def __getitem__(self, key):
        return object_session(self).query(Line).filter(Line.id == key).one()

class Orders:
    def __init__(self, request):
        self.request = request

    def __getitem__(self, key):
        return self.request.db.query(Order).filter(Order.id == key).one()

# file: shop/app.py
import zope.sqlalchemy
from sqlalchemy.orm import sessionmaker
Session = sessionmaker()

def _session(request):
    session = Session()
    zope.sqlalchemy.register(session, transaction_manager=request.tm)
    return session

def includeme(config):
    config.add_request_method(_session, name="db", reify=True)
    config.add_route("paid", "/paid{path}", factory="shop.models:Orders", traverse="{path}")

# file: shop/views.py
from pyramid.view import view_config

@view_config(route_name="paid")  #> {expected}
def pay(found, request):
    found.paid = True
""")
