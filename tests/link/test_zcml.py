"""What ZCML registers: utilities, adapters, subscribers, pages, who implements what."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

HEAD = """
# file: shop/__init__.py
# file: shop/interfaces.py
from zope.interface import Interface
class IStore(Interface): pass
class IMainStore(IStore): pass
class IOrder(Interface): pass
class ICustomer(Interface): pass
class IShopper(ICustomer): pass
class IOrderSet(Interface): pass
class IPlacedEvent(Interface): pass
# file: shop/models.py
from storm.locals import *
from zope.interface import implementer
from shop.interfaces import *
@implementer(ICustomer)
class Customer(Storm):
    __storm_table__ = "customer"
    id = Int(primary=True)
@implementer(IOrder)
class Order(Storm):
    __storm_table__ = "shop_order"
    id = Int(primary=True)
    total = Int()
class Log(Storm):
    __storm_table__ = "log"
    id = Int(primary=True)
class Karma(Storm):
    __storm_table__ = "karma"
    id = Int(primary=True)
class OrderSet:
    def new(self):
        IStore(Order).add(Order())
class Orders:
    @staticmethod
    def new():
        IStore(Log).add(Log())
def store_of(cls, flavor="main"):
    return make_store(flavor)
def log_of(order):
    return Store.of(order).find(Log)
def log_of_customer(customer):
    return Store.of(customer).find(Karma)
@implementer(IPlacedEvent)
class PlacedEvent:
    def __init__(self, object):
        self.object = object
# file: shop/events.py
from storm.locals import Store
from shop.models import Karma, Log
def created(order, event):
    Store.of(order).add(Log())
def modified(order, event):
    event.object.total = 1
def placed(order, event):
    Store.of(event.object).add(Karma())
def any_placed(event):
    Store.of(event.object).add(Karma())
# file: shop/configure.zcml
<configure xmlns="http://namespaces.zope.org/zope">
  <class class="storm.store.Store"><implements interface=".interfaces.IStore" /></class>
  <adapter for="zope.interface.Interface" provides=".interfaces.IStore" factory=".models.store_of" />
  %s
</configure>
# file: shop/services.py
import transaction
from storm.locals import *
from lazr.lifecycle.event import ObjectCreatedEvent, ObjectModifiedEvent
from zope.component import getUtility
from zope.event import notify
from zope.security.proxy import removeSecurityProxy
from shop.interfaces import *
from shop.models import *
def work(order: Order):
    %s
    transaction.commit()  #> %s
"""
OF_ORDER = '<subscriber for="shop.interfaces.IOrder {}" handler="{}" />'
CREATED = OF_ORDER.format("lazr.lifecycle.interfaces.IObjectCreatedEvent", ".events.created")
MODIFIED = OF_ORDER.format("zope.lifecycleevent.interfaces.IObjectModifiedEvent", ".events.modified")
PLACED = OF_ORDER.format("shop.interfaces.IPlacedEvent", "shop.events.placed")
ALL_PLACED = '<subscriber for=".interfaces.IPlacedEvent" handler=".events.any_placed" />'


@pytest.mark.parametrize(
    ("registered", "body", "expected"),
    [
        ("", "IStore(Order).add(Order())", "insert shop_order"),
        ("", "IStore(order).find(Order).set(total=1)", "update shop_order"),
        ("", "removeSecurityProxy(order).total = 1", "update shop_order"),
        ('<utility provides=".interfaces.IOrderSet" factory=".models.OrderSet" />', "getUtility(IOrderSet).new()",
         "insert shop_order"),
        ('<securedutility provides=".interfaces.IOrderSet" class=".models.OrderSet" />', "getUtility(IOrderSet).new()",
         "insert shop_order"),
        ('<utility provides=".interfaces.IOrderSet" component=".models.Orders" />', "getUtility(IOrderSet).new()",
         "insert log"),
        (('<adapter for=".interfaces.IOrder" provides=".interfaces.IOrderSet" factory=".models.log_of" />'
          '<adapter for=".interfaces.ICustomer" provides=".interfaces.IOrderSet" factory=".models.log_of_customer" />'),
         "IOrderSet(order).remove()", "delete log"),
        (CREATED, "notify(ObjectCreatedEvent(order))", "insert log"),
        (CREATED, "notify(ObjectModifiedEvent(order, order, []))\n    IStore(Order).add(Karma())", "insert karma"),
        (CREATED, "notify(ObjectCreatedEvent(Customer()))\n    IStore(Order).add(Karma())", "insert karma"),
        (MODIFIED, "notify(ObjectModifiedEvent(order, order, []))", "update shop_order"),
        (PLACED, "notify(PlacedEvent(order))", "insert karma"),
        (PLACED, "notify(PlacedEvent(Customer()))\n    IStore(Order).add(Log())", "insert log"),
        (ALL_PLACED, "notify(PlacedEvent(Customer()))", "insert karma"),
    ],
)  # fmt: skip
def test_what_is_registered(registered: str, body: str, expected: str) -> None:
    assert_touches(HEAD % (registered, body, expected))


def test_a_page_is_a_transaction() -> None:
    pages = """<browser:pages xmlns:browser="http://namespaces.zope.org/browser" for=".interfaces.IOrder"
    class=".browser.OrderView"><browser:page name="+pay" attribute="pay" /><browser:page name="+view" />
  </browser:pages>"""
    views = """
# file: shop/browser.py
class OrderView:
    def __init__(self, context, request):
        self.context, self.request = context, request
    def pay(self):  #> update shop_order
        self.context.total = 0
    def __call__(self):
        return self.context.total
"""
    assert_touches(HEAD % (pages, "IStore(Order).add(Karma())", "insert karma") + views)


def test_actions_of_a_form_are_requests() -> None:
    page = '<browser:page xmlns:browser="x" for=".interfaces.IOrder" class=".browser.OrderForm" name="+edit" />'
    views = """
# file: shop/browser.py
from zope.formlib import form
from zope.formlib.form import action
class OrderForm:
    def __init__(self, context, request):
        self.context, self.request = context, request
    def __call__(self):
        return ""
    @action("Change", name="change")  #> update shop_order
    def change(self, action, data):
        form.applyChanges(self.context, self.form_fields, data)
    @form.action("Pay")  #> update shop_order
    def pay(self, action, data):
        self.context.total = 0
"""
    assert_touches(HEAD % (page, "IStore(Order).add(Karma())", "insert karma") + views)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("form.Fields(IChanged)", "update shop_order, insert karma"),
        ("form.Fields(IChanged).select('total')", "update shop_order"),
        ("form.Fields(IChanged).select(*['points'])", "insert karma"),
        ("form.Fields(IChanged).omit('points')", "update shop_order"),
        ("form.Fields(form.Fields(IChanged).select('points'))", "insert karma"),
        ("make_fields()", "update shop_order"),
    ],
)
def test_what_a_form_changes(fields: str, expected: str) -> None:
    body = f"form.applyChanges(order, {fields}, {{}})"
    more = """
# file: shop/models.py
from storm.locals import *
from zope.interface import implementer
from zope.schema import Int as IntField
from shop.interfaces import *
class IChanged(Interface):
    total = IntField()
    points = IntField()
@implementer(IOrder)
class Order(Storm):
    __storm_table__ = "shop_order"
    id = Int(primary=True)
    total = Int()
    @property
    def points(self):
        return 1
    @points.setter
    def points(self, value):
        Store.of(self).add(Karma())
class Karma(Storm):
    __storm_table__ = "karma"
    id = Int(primary=True)
# file: shop/services.py
import transaction
from zope.formlib import form
from shop.models import *
def work(order: Order):
    BODY
    transaction.commit()  #> EXPECTED
"""
    source = HEAD.partition("# file: shop/models.py")[0] + more.replace("BODY", body).replace("EXPECTED", expected)
    assert_touches(source)


def test_a_page_about_what_only_objects_are_told_to_provide() -> None:
    page = '<browser:page xmlns:browser="x" for=".interfaces.IShopper" class=".browser.Shopper" name="+edit" />'
    views = """
# file: shop/browser.py
from storm.locals import Store
class Shopper:
    def __init__(self, context, request):
        self.context = context
    def __call__(self):  #> delete customer
        Store.of(self.context).remove(self.context)
"""
    assert_touches(HEAD % (page, "IStore(Order).add(Karma())", "insert karma") + views)


def test_names_count_from_the_package_that_is_named() -> None:
    text = """
# file: zcml/orders.zcml
<configure package="shop.models">
  <utility provides="..interfaces.IOrderSet" factory=".OrderSet" />
</configure>
"""
    assert_touches(HEAD % ("", "getUtility(IOrderSet).new()", "insert shop_order") + text)


def test_actions_of_a_form_that_is_no_page_are_requests() -> None:
    page = '<browser:page xmlns:browser="x" for=".interfaces.IOrder" class=".browser.Other" name="+edit" />'
    views = """
# file: shop/browser.py
from zope.formlib.form import action
from shop.models import Order
class Other:
    def __call__(self):
        return ""
class Step:
    @action("Go on", name="go")  #> update shop_order
    def go(self, action, data):
        self.main(data)
class First(Step):
    def main(self, data):
        row(data).total = 1
def row(data) -> Order:
    return data["order"]
"""
    assert_touches(HEAD % (page, "IStore(Order).add(Karma())", "insert karma") + views)


TEMPLATE = """
# file: shop/templates/order.pt
<p tal:define="total view/total" tal:content="context/total">
<li tal:repeat="log view/logs" tal:attributes="id log/forget">
# file: shop/browser.py
from storm.locals import Store
from zope.browserpage import ViewPageTemplateFile
from shop.models import Karma, Order
class Row(Order):
    def forget(self):
        Store.of(self).remove(self)
class OrderView:
    def __init__(self, context, request):
        self.context = context
    @property
    def logs(self):
        return [Row()]
    def total(self):
        Store.of(self.context).add(Karma())
"""


@pytest.mark.parametrize(
    ("registered", "body"),
    [
        ('template="templates/order.pt"', "        return self.index()"),
        ("", '        return self.template()\n    template = ViewPageTemplateFile("templates/order.pt")'),
    ],
)
def test_what_a_template_asks_for_happens_in_the_request(registered: str, body: str) -> None:
    page = (
        f'<browser:page xmlns:browser="x" for=".interfaces.IOrder" class=".browser.OrderView" {registered} name="a" />'
    )
    view = f"    def __call__(self):  #> insert karma, delete shop_order\n{body}\n"
    assert_touches(HEAD % (page, "IStore(Order).add(Karma())", "insert karma") + TEMPLATE + view)
