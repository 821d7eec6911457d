"""Requests that are transactions: one for each method, or action, that a view answers to."""

from __future__ import annotations

import pytest

from boundary.model.scan import BINDING
from tests.link.linking import assert_enters, assert_touches, assert_transactions

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


DECORATED = {
    "dispatch": ("Plain.as_view()", """
class Plain(View):  #> no transaction
    @method_decorator(transaction.non_atomic_requests)
    def dispatch(self, *args, **kwargs):
        return super().dispatch(*args, **kwargs)
    def post(self, request):
        Log.objects.create(text="a")
"""),
    "a class above": ("Plain.as_view()", """
@method_decorator(transaction.non_atomic_requests, name="dispatch")
class Base(View):
    pass
class Plain(Base):  #> no transaction
    def post(self, request):
        Log.objects.create(text="a")
"""),
    "a method, which says nothing": ("Plain.as_view()", """
class Plain(View):  #> insert shop_log
    @method_decorator(transaction.non_atomic_requests)
    def post(self, request):
        Log.objects.create(text="a")
"""),
    "an action, which says nothing": ("Plain.as_view({'post': 'create'})", """
class Plain(ViewSet):  #> insert shop_log
    @transaction.non_atomic_requests
    def create(self, request):
        Log.objects.create(text="a")
"""),
    "in the routes": ("non_atomic_requests(Plain)", """
def Plain(request):  #> no transaction
    Log.objects.create(text="a")
"""),
    "of this database": ("Plain", """
@transaction.non_atomic_requests(using="default")  #> no transaction
def Plain(request):
    Log.objects.create(text="a")
"""),
    "of another database": ("Plain", """
@transaction.non_atomic_requests(using="other")  #> insert shop_log
def Plain(request):
    Log.objects.create(text="a")
"""),
    "among others": ("Plain", """
@csrf_exempt
@transaction.non_atomic_requests
@require_POST
def Plain(request):  #> no transaction
    Log.objects.create(text="a")
"""),
    "a decorator of the project": ("Plain", """
def answers(methods):
    def decorate(view):
        @wraps(view)
        def wrapper(request, *args, **kwargs):
            return view(request, *args, **kwargs)
        return transaction.non_atomic_requests(require_http_methods(methods)(wrapper))
    return decorate
@answers(["POST"])  #> no transaction
def Plain(request):
    Log.objects.create(text="a")
"""),
    "outside of an API": ("Plain", """
@transaction.non_atomic_requests  #> no transaction
@api_view(["POST"])
def Plain(request):
    Log.objects.create(text="a")
"""),
    "inside of an API, which says nothing": ("Plain", """
@api_view(["POST"])  #> insert shop_log
@transaction.non_atomic_requests
def Plain(request):
    Log.objects.create(text="a")
"""),
}  # fmt: skip


@pytest.mark.parametrize(("route", "view"), DECORATED.values(), ids=DECORATED)
def test_views_outside_of_the_requests_transaction(route: str, view: str) -> None:
    assert_touches(f"""
# file: config/settings.py
DATABASES = {{"default": {{"ATOMIC_REQUESTS": True}}}}
# file: shop/urls.py
from django.db.transaction import non_atomic_requests
from django.urls import path
from shop.views import Plain
urlpatterns = [path("any", {route})]
# file: shop/views.py
from functools import wraps
from django.db import transaction
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST
from rest_framework.decorators import api_view
from rest_framework.viewsets import ViewSet
from shop.models import *
{view}
""")


ROUTED = """
# file: config/settings.py
INSTALLED_APPS = ["shop"]
DATABASES = {{"default": {{"ATOMIC_REQUESTS": True}}}}
# file: shop/urls.py
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path
from shop.views import AnyView, any_view
urlpatterns = [path("any", {route})]  {urls}
# file: shop/views.py
from django.contrib.auth.decorators import login_required
from django.views import View
from shop.models import *
class AnyView(View):  #> insert shop_log | insert shop_tag
    def post(self, request):
        Log.objects.create(text="a")
    def delete(self, request):
        Tag.objects.create()
def any_view(request):{function}
    Stock.objects.create()
"""


@pytest.mark.parametrize(
    ("route", "urls", "function"),
    [
        ("login_required(AnyView.as_view())", "#> no transaction", ""),
        ("login_required(any_view)", "#> no transaction", "  #> insert shop_stock"),
        ("logout", "#> delete django_session", ""),
        ("LogoutView.as_view()", "#> delete django_session", ""),
        ("login_required(LogoutView.as_view())", "#> delete django_session", ""),
    ],
)
def test_a_request_stands_where_the_project_has_it(route: str, urls: str, function: str) -> None:
    assert_touches(ROUTED.format(route=route, urls=urls, function=function))


SAME = """
# file: config/settings.py
INSTALLED_APPS = ["shop"]
DATABASES = {"default": {"ATOMIC_REQUESTS": True}}
# file: shop/urls.py
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path
from shop import views
urlpatterns = [path("", views.index), path("", LogoutView.as_view())]
# file: shop/more/urls.py
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path
from shop.more import views
urlpatterns = [path("", views.index), path("", LoginView.as_view())]
# file: shop/views.py
from django.contrib.auth.decorators import login_required
from shop.models import *
@login_required
def index(request):
    Log.objects.create(text="a")
# file: shop/more/views.py
from django.contrib.auth.decorators import login_required
from shop.models import *
@login_required
def index(request):
    Tag.objects.create()
"""


def test_views_behind_the_same_decorator_on_the_same_route() -> None:
    assert_transactions(
        SAME,
        "request django.contrib.auth.views.LoginView.dispatch",
        "request django.contrib.auth.views.LogoutView.dispatch",
        "request more.views.index",
        "request views.index",
    )
    packaged = [f"route django.contrib.auth.views.{view}.dispatch" for view in ("LoginView", "LogoutView")]
    assert_enters(SAME, *packaged, "route shop.more.views.index", "route shop.views.index")


def test_a_page_of_the_admin_is_a_request_whatever_is_put_around_it() -> None:
    scan = assert_touches("""
# file: config/settings.py
INSTALLED_APPS = ["shop", "django.contrib.admin"]
DATABASES = {"default": {"ATOMIC_REQUESTS": True}}
# file: shop/admin.py
from django.contrib import admin
from shop.models import *
class Noted:
    def changeform_view(self, request, *args, **kwargs):
        Log.objects.create()  #= insert shop_log
        return super().changeform_view(request, *args, **kwargs)
@admin.register(Stock)
class StockAdmin(Noted, admin.ModelAdmin):
    pass
""")
    written = {
        one.function.rpartition(".")[2]: {(access.op, access.table) for access in one.accesses if access.op in BINDING}
        for one in scan.transactions
        if one.kind == "request"
    }
    noted = {("insert", "shop_log"), ("insert", "django_admin_log")}
    assert written["add_view"] == noted | {("insert", "shop_stock")}
    assert written["change_view"] == noted | {("update", "shop_stock")}
    assert written["delete_view"] == {("insert", "django_admin_log"), ("delete", "shop_stock")}


GRAPHQL = """
import graphene, strawberry
@strawberry.type
class Mutation:
    @strawberry.mutation  #> {mutated}
    def placed(self, info) -> bool:
        Order.objects.create()
        Log.objects.create()
@strawberry.type
class Query:
    @strawberry.field  #> {asked}
    def placed(self, info) -> bool:
        Stock.objects.create()
class Place(graphene.Mutation):  #> {mutated}
    def mutate(self, info, number):
        Order.objects.create()
        Log.objects.create()
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
{setting}
"""
BOTH = "insert shop_order, insert shop_log"


@pytest.mark.parametrize(
    ("setting", "mutated", "asked"),
    [
        ('DATABASES = {"default": {"ATOMIC_REQUESTS": True}}', BOTH, "insert shop_stock"),
        ('DATABASES = {"default": {"ATOMIC_MUTATIONS": True}}', BOTH, "no transaction"),
        ('GRAPHENE = {"ATOMIC_MUTATIONS": True}', BOTH, "no transaction"),
        ('GRAPHENE = {"ATOMIC_MUTATIONS": False}', "no transaction", "no transaction"),
    ],
)
def test_graphql(setting: str, mutated: str, asked: str) -> None:
    assert_touches(GRAPHQL.format(setting=setting, mutated=mutated, asked=asked))
