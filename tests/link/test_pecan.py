"""Pecan's controllers and hooks, and the contexts of OpenStack that hooks put on the request."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches

MODELS = """
# file: shop/models.py
from sqlalchemy import Column, Integer
from sqlalchemy.orm import declarative_base
Base = declarative_base()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    state = Column(Integer)
class Tag(Base):
    __tablename__ = "tags"
    id = Column(Integer, primary_key=True)
# file: shop/context.py
from oslo_context import context
from oslo_db.sqlalchemy import enginefacade
def get_session():
    return enginefacade.writer.get_sessionmaker()()
class RequestContext(context.RequestContext):
    _session = None
    def __init__(self, user_id=None, **kwargs):
        super().__init__(**kwargs)
    @property
    def session(self):
        if self._session is None:
            self._session = get_session()
        return self._session
# file: shop/hooks.py
from pecan import hooks
from shop.context import RequestContext
class ContextHook(hooks.PecanHook):
    def on_route(self, state):
        state.request.context["shop"] = RequestContext.from_environ(state.request.environ)
# file: shop/repositories.py
from shop.models import *
class Repository:
    model = None
    def create(self, session, **values):
        row = self.model(**values)
        session.add(row)
        return row
    def update(self, session, id, **values):
        session.query(self.model).filter_by(id=id).update(values)
class Orders(Repository):
    model = Order
class Tags(Repository):
    model = Tag
class Repositories:
    def __init__(self):
        self.orders = Orders()
        self.tags = Tags()
"""
CONTROLLER = """
from pecan import expose, request, rest
from wsmeext import pecan as wsme_pecan
from shop.repositories import Repositories
class BaseController(rest.RestController):
    def __init__(self):
        super().__init__()
        self.repositories = Repositories()
class OrdersController(BaseController):
    @wsme_pecan.wsexpose(None, body=None)
    def {0}
        context = request.context.get("shop")
"""
METHODS = {
    "post(self, order):": """
        with context.session.begin():  #> insert orders
            self.repositories.orders.create(context.session, **order.to_dict())
""",
    "put(self, order):": """
        context.session.begin()
        try:
            self.repositories.orders.update(context.session, 1, state=2)
            self.repositories.tags.create(context.session, id=1)
            context.session.commit()  #> update orders, insert tags
        except Exception:
            context.session.rollback()
""",
    "_lookup(self, id, *remainder):": """
        context.session.begin()
        self.repositories.tags.create(context.session, id=1)
        context.session.commit()  #> insert tags
""",
}


@pytest.mark.parametrize("method", METHODS)
def test_a_session_on_the_context(method: str) -> None:
    assert_touches(f"{CONTROLLER.format(method)}{METHODS[method]}{MODELS}")


def test_controllers_for_the_methods_of_one_that_is_exposed() -> None:
    assert_enters(
        """
import pecan

def checked(function):
    def handler(self, *args, **kwargs):
        return function(self, *args, **kwargs)
    return handler

class OrdersController:
    @pecan.expose(generic=True)
    def index(self, **kwargs):
        pecan.abort(405)

    @index.when(method="GET", template="json")
    def on_get(self):
        return {}

    @index.when(method="POST", template="json")
    @checked
    def on_post(self):
        return {}

    @checked
    def helper(self):
        return {}
""",
        "route shop.services.OrdersController.index",
        "route shop.services.OrdersController.on_get",
        "route shop.services.OrdersController.on_post",
    )
