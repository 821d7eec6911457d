"""Classes that only a registration names: a framework that is not understood makes them and calls their methods."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

BASE = """
class Endpoint:
    model = None
    row = None
    def answer(self, request):
        return self.update(request)
    def update(self, request):
        with transaction.atomic():  #> %s
            self.row = self.find()
            self.row.save()
    def find(self):
        return self.model.objects.get(pk=1)
    def _unused(self):
        self.model.objects.all().delete()
class Read(Endpoint):
    def update(self, request):
        pass
class Orders(Endpoint):
    model = Order
class Stocks(Endpoint):
    model = Stock
"""


def test_a_registered_class_runs_what_it_inherits() -> None:
    assert_touches(
        f"""{BASE % "nothing | update shop_order | update shop_stock"}
def known(request):
    Endpoint().answer(request)
# file: shop/routes.py
from unknown import Router
from shop.services import Orders, Stocks
router = Router()
router.register("orders", Orders)
router.register("stocks", Stocks)
"""
    )


def test_a_class_that_the_code_names_is_made_there() -> None:
    """`Stocks` is handed to code that is followed: it is not entered beside what that code does with it."""
    assert_touches(
        f"""{BASE % "nothing | update shop_order"}
def known(request):
    Endpoint().answer(request)
def read(request):
    return use(Stocks)
def use(kind):
    return kind.model
"""
    )


def test_public_methods_are_entered_callers_first() -> None:
    assert_touches("""
class Endpoint:
    def find(self, order):
        order.save()  #= update shop_stock
    def answer(self):
        self.find(self.row())
class Stocks(Endpoint):
    def row(self):
        return Stock.objects.get(pk=1)
def known():
    Endpoint().row()
""")


def test_rows_and_exceptions_are_made_by_others() -> None:
    assert_touches("""
class Failed(Exception):
    def undo(self, order):
        Log.objects.create(text="a")  #= insert shop_log
class OrderFailed(Failed):
    pass
def known(failed: Failed):
    with transaction.atomic():  #> insert shop_log
        failed.undo(1)
""")


PART = (
    "update shop_order, insert shop_order_tags, delete shop_order_tags, insert shop_line, update shop_line, "
    "delete shop_line, insert django_admin_log"
)


@pytest.mark.parametrize(
    "filled",
    [
        "INLINES.append(LineInline)",
        "INLINES.extend([LineInline])",
        "if unknown:\n    INLINES.extend([LineInline])",
        "INLINES.insert(0, LineInline)",
    ],
)
def test_a_list_that_a_module_fills_is_the_attribute_of_the_class_that_names_it(filled: str) -> None:
    assert_touches(f"""
# file: shop/lines.py
from django.contrib import admin
from shop.models import Line
INLINES = []
class LineInline(admin.TabularInline):
    model = Line
{filled}
# file: shop/admin.py
from django.contrib import admin
from shop.lines import INLINES
from shop.models import Order
@admin.register(Order)
class OrderAdmin(admin.ModelAdmin):
    inlines = INLINES
    def part(self, request, pk):
        return self.change_view(request, pk)  #> {PART}
""")


def test_functions_of_whole_modules_by_their_names() -> None:
    assert_touches("""
# file: shop/actions/__init__.py
# file: shop/actions/create.py
from shop.models import *
def order_create(context, data):
    Order.objects.create(total=data)
def log_create(context, data):
    Log.objects.create(text=data)
def _help():
    Stock.objects.create()
# file: shop/actions/delete.py
from shop.models import *
def order_delete(context, data):
    Order.objects.filter(id=data).delete()
# file: shop/registry.py
import functools
import importlib
import inspect
_actions = {}
def local_functions(module, private=False):
    return inspect.getmembers(module, lambda one: inspect.isfunction(one) and inspect.getmodule(one) is module)
def get_action(name):
    if _actions:
        return _actions[name]
    for part in ["create", "delete", "get", "patch", "show", "update"]:
        module = importlib.import_module("." + part, "shop.actions")
        for key, value in local_functions(module):
            _actions[key] = value
    for key, action in _actions.items():
        def make(action):
            @functools.wraps(action)
            def wrapped(context=None, data=None):
                return action(context, data)
            return wrapped
        _actions[key] = make(action)
    return _actions.get(name)
# file: shop/services.py
from django.db import transaction
from shop.registry import get_action
def buy():
    with transaction.atomic():  #> insert shop_order
        get_action("order_create")({}, 1)
def undo(action):
    with transaction.atomic():  #> nothing
        get_action(action)({}, 1)
""")
