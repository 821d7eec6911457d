"""Requests that are transactions: one for each method, or action, that a view answers to."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

VIEWS = {
    "a view": """
class AnyView(View):  #> insert shop_log | insert shop_tag
    def post(self, request):
        Log.objects.create(text="a")
    def delete(self, request):
        Tag.objects.create()
""",
    "what is done before any of them": """
class AnyView(View):  #> insert shop_stock, insert shop_log | insert shop_stock, insert shop_tag
    def dispatch(self, request):
        Stock.objects.create()
        return super().dispatch(request)
    def post(self, request):
        Log.objects.create(text="a")
    def delete(self, request):
        Tag.objects.create()
""",
    "a view of an API": """
class AnyView(APIView):  #> insert shop_log | insert shop_tag
    def post(self, request):
        Log.objects.create(text="a")
    def put(self, request):
        Tag.objects.create()
""",
    "what one method does for another": """
class AnyView(APIView):  #> insert shop_log, insert shop_tag
    def post(self, request):
        Log.objects.create(text="a")
        return self.put(request)
    def put(self, request):
        Tag.objects.create()
""",
    "a viewset": """
class AnyView(viewsets.GenericViewSet):  #> insert shop_log | insert shop_tag | insert shop_stock
    def create(self, request):
        Log.objects.create(text="a")
    @action(detail=True)
    def tag(self, request):
        Tag.objects.create()
    @action(detail=True)
    def stock(self, request):
        Stock.objects.create()
""",
    "one method": """
class AnyView(View):  #> insert shop_log
    def post(self, request):
        Log.objects.create(text="a")
""",
}


ROUTED = """
class AnyView(viewsets.ModelViewSet):  #> insert shop_log | insert shop_stock
    queryset = Tag.objects.all()
    def make(self, request):
        Log.objects.create(text="a")
    def close(self, request):
        Stock.objects.create()
"""
ROUTES = {
    "no route": ("", VIEWS),
    "a route": ('path("any", AnyView.as_view())', {name: one for name, one in VIEWS.items() if "viewset" not in name}),
    "actions": ('path("any", AnyView.as_view({"post": "make", "delete": "close"}))', {"those that it names": ROUTED}),
}
CASES = {f"{how}, {name}": (route, views) for how, (route, held) in ROUTES.items() for name, views in held.items()}


@pytest.mark.parametrize(("route", "views"), CASES.values(), ids=CASES)
def test_a_request_is_of_one_kind(route: str, views: str) -> None:
    assert_touches(f"""
# file: config/settings.py
INSTALLED_APPS = ["shop"]
DATABASES = {{"default": {{"ATOMIC_REQUESTS": True}}}}
# file: shop/urls.py
from django.urls import path
from shop.views import AnyView
urlpatterns = [{route}]
# file: shop/views.py
from django.views import View
from rest_framework import viewsets
from rest_framework.decorators import action
from rest_framework.views import APIView
from shop.models import *
{views}
""")
