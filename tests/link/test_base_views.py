"""Views that are there for those below them alone, and those that requests come to all the same."""

from __future__ import annotations

import pytest

from tests.link.linking import divide, linked

VIEWS = """
# file: shop/views.py
from django.views.generic import View
from rest_framework.viewsets import ModelViewSet
from shop.models import Line, Order
class Listed(View):
    def post(self, request):
        self.model.objects.create()
        return super(Listed, self).post(request)
class Orders(Listed):
    model = Order
class Lines(Listed):
    model = Line
class Sets(ModelViewSet): ...
class OrderSet(Sets):
    queryset = Order.objects.all()
class Alone(View):
    def post(self, request): ...

# file: shop/urls.py
from django.urls import path
from rest_framework.routers import DefaultRouter
from shop import views
from shop.views import Listed, Lines, Orders
router = DefaultRouter()
{told}
"""
FLASK = """
# file: shop/app.py
from flask import Flask
from flask.views import MethodView
app = Flask(__name__)
class Listed(MethodView):
    def post(self): ...
class Orders(Listed): ...
app.add_url_rule("/orders", view_func=Orders.as_view("orders"))
"""
BOTH = 'urlpatterns = [path("orders", Orders.as_view()), path("lines", views.Lines.as_view())]'
LISTED, ORDERS, LINES, SETS, ORDER_SET, ALONE = (
    f"shop.views.{name}" for name in ("Listed", "Orders", "Lines", "Sets", "OrderSet", "Alone")
)


@pytest.mark.parametrize(
    ("told", "entered"),
    [
        ("", {LISTED, ORDERS, LINES, SETS, ORDER_SET, ALONE}),  # nobody knows how they are routed
        (BOTH, {ORDERS, LINES, SETS, ORDER_SET, ALONE}),
        (f"{BOTH}\n__all__ = ['Listed']", {ORDERS, LINES, SETS, ORDER_SET, ALONE}),
        (f"{BOTH}\nurlpatterns += [path('all', Listed.as_view())]", {LISTED, ORDERS, LINES, SETS, ORDER_SET, ALONE}),
        (f"{BOTH}\nNAMED = 'shop.views.Listed'", {LISTED, ORDERS, LINES, SETS, ORDER_SET, ALONE}),
        (f"{BOTH}\ndef found():\n    return views.Listed", {LISTED, ORDERS, LINES, SETS, ORDER_SET, ALONE}),
        ('router.register("orders", views.OrderSet)', {LISTED, ORDERS, LINES, ORDER_SET, ALONE}),
        (
            'router.register("orders", views.OrderSet)\nrouter.register("all", views.Sets)',
            {LISTED, ORDERS, LINES, SETS, ORDER_SET, ALONE},
        ),
    ],
)
def test_requests_come_to_views_that_are_named(told: str, entered: set[str]) -> None:
    scan = linked(divide(VIEWS.replace("{told}", told)))
    assert {one.name.partition(" ")[0] for one in scan.entry_points} == entered


def test_views_of_flask() -> None:
    assert {one.name for one in linked(divide(FLASK)).entry_points} == {"shop.app.Orders"}
