"""lazr.restful: what an interface exports, clients call on what implements it."""

from __future__ import annotations

from tests.link.linking import assert_touches


def test_exported_methods_are_transactions() -> None:
    assert_touches("""
# file: shop/interfaces.py
from lazr.restful.declarations import export_write_operation, exported_as_webservice_entry, operation_for_version
from zope.interface import Interface
class IOrderView(Interface):
    @export_write_operation()
    @operation_for_version("beta")
    def pay(total): pass
    def count(): pass
@exported_as_webservice_entry()
class IOrder(IOrderView): pass
# file: shop/models.py
from storm.locals import *
from zope.interface import implementer
from shop.interfaces import IOrder
@implementer(IOrder)
class Order(Storm):
    __storm_table__ = "shop_order"
    id = Int(primary=True)
    total = Int()
    def pay(self, total):  #> update shop_order
        self.total = total
    def count(self):  #> no transaction
        self.total = 0
# file: shop/services.py
""")
