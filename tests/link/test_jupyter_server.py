"""Handlers of extensions of a server of Jupyter, with what their settings hold."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches
from tests.link.test_tornado import SHOP

HANDLERS = """
# file: shop/handlers.py
from jupyter_server.base.handlers import APIHandler, JupyterHandler
from jupyter_server.extension.handler import ExtensionHandlerMixin
from notebook.base.handlers import IPythonHandler
from shop.models import *

class Orders(JupyterHandler):
    @property
    def store(self):
        return self.settings["store"]

    def post(self):
        self.store.add(Order())
        self.store.commit()  #> insert orders
"""
CASES = {
    "a function that loads": """
# file: shop/extension.py
from shop.handlers import Orders
from shop.models import Session
def _load_jupyter_server_extension(serverapp):
    serverapp.web_app.settings["store"] = Session()
    serverapp.web_app.add_handlers(".*$", [("/orders", Orders)])
""",
    "an older one, whose application puts more there": """
# file: shop/extension.py
from shop.handlers import Orders
from shop.models import Session
class Shop:
    def put(self, webapp):
        webapp.settings.update(dict(store=Session()))
def load_jupyter_server_extension(nbapp):
    webapp = nbapp.web_app
    Shop().put(webapp)
""",
    "an application": """
# file: shop/extension.py
from jupyter_server.extension.application import ExtensionApp
from shop.handlers import Orders
from shop.models import Session
class Shop(ExtensionApp):
    name = "shop"
    def initialize_settings(self):
        self.settings.update({"store": Session()})
    def initialize_handlers(self):
        self.handlers.append(("/orders", Orders))
main = Shop.launch_instance
""",
}


@pytest.mark.parametrize("source", list(CASES.values()), ids=list(CASES))
def test_what_handlers_find(source: str) -> None:
    assert_touches(SHOP + HANDLERS + source)


def test_where_the_server_calls_in() -> None:
    assert_enters(
        SHOP
        + HANDLERS
        + """
class Old(IPythonHandler):
    def get(self): ...
class More(ExtensionHandlerMixin, APIHandler):
    def delete(self): ...
    def look(self): ...
""",
        "route shop.handlers.Orders.post",
        "route shop.handlers.Old.get",
        "route shop.handlers.More.delete",
    )
