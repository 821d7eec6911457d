"""Events of Pyramid: who hears of what a registry is told."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches
from tests.link.test_pyramid import SHOP

EVENTS = """
# file: shop/events.py
from zope.interface import Interface, implementer

class IEvent(Interface):
    pass

@implementer(IEvent)
class Event:
    def __init__(self, request):
        self.request = request

class Paid(Event):
    pass

class Shipped(Event):
    pass

# file: shop/views.py
from pyramid.events import subscriber
from pyramid.view import view_config
from shop.events import *
from shop.models import Log, Order, User

@view_config(route_name="ship")  #> insert orders
def ship(request):
    request.db.add(Order())
    request.registry.notify(Shipped(request))
"""


@pytest.mark.parametrize(
    "heard",
    [
        "@subscriber(Paid)\ndef write(event):{}",
        "@subscriber(Order, Paid)\ndef write(event):{}",
        "def write(event):{}\ndef includeme(config):\n    config.add_subscriber(write, Paid)",
        "def write(event):{}\ndef includeme(config):\n    config.add_subscriber('.views.write', 'shop.events.Paid')",
    ],
)
def test_a_subscriber_runs_where_the_event_is_told(heard: str) -> None:
    written = "\n    event.request.db.add(Log())"
    assert_touches(f"""{SHOP}{EVENTS}
@view_config(route_name="pay")  #> insert logs
def pay(request):
    request.registry.notify(Paid(request))

{heard.format(written)}
""")


@pytest.mark.parametrize("wanted", ["Event", "IEvent"])
def test_a_subscriber_for_all_events_of_a_kind(wanted: str) -> None:
    assert_touches(f"""{SHOP}{EVENTS.replace("insert orders", "insert orders, insert logs")}
@subscriber({wanted})
def write(event):
    event.request.db.add(Log())
""")


def test_subscribers_are_entered_whoever_tells() -> None:
    source = """
from pyramid.events import NewRequest
@subscriber(NewRequest)
def write(event):
    pass
"""
    assert_enters(SHOP + EVENTS + source, "signal shop.views.write", "route shop.views.ship")


def test_methods_that_a_configurator_is_given() -> None:
    assert_touches(f"""{SHOP}
# file: shop/routes.py
from shop.models import Order

def add_writing_view(config, view, name):
    config.add_view(view, route_name=name)

def pay(request):  #> insert orders
    request.db.add(Order())

def includeme(config):
    config.add_directive("add_writing_view", add_writing_view)
    config.with_package("shop").add_writing_view(pay, "pay")
""")
