"""Functions of a module that a request names."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

ACTIONS = """
from django.http import HttpResponse
from shop import actions
def view(request, pk):
    order = Order.objects.get(pk=pk)
    action = {action}
    if action is None:
        return HttpResponse("?")
    with transaction.atomic():  #> {expected}
        return action(request, order)
# file: shop/actions.py
from shop.models import Log, Stock
from shop.other import stocked
def cancel(request, order):
    order.delete()
def note(request, order):
    _kept(order)
def _kept(order):
    Log.objects.create(text=order.pk)
# file: shop/other.py
from shop.models import Stock
def stocked(request, order):
    Stock.objects.create()
# file: shop/urls.py
from django.urls import path
from shop.services import view
urlpatterns = [path("<pk>/", view)]
"""


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ('getattr(actions, request.POST.get("action", ""), None)', "delete shop_order, insert shop_log"),
        ('getattr(actions, request.POST.get("action", "note"))', "delete shop_order, insert shop_log"),
        ('getattr(actions, request.POST["action"])', "delete shop_order, insert shop_log"),
        ('getattr(actions, "note")', "insert shop_log"),
        ('getattr(request, request.POST["action"])', "nothing"),
    ],
)
def test_a_function_that_a_request_names(action: str, expected: str) -> None:
    cascade = ", delete shop_line, delete shop_order_tags" if "order" in expected else ""
    assert_touches(ACTIONS.format(action=action, expected=expected + cascade))
