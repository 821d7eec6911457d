"""Views of packages that requests are routed to as they are: they stand where the project routes to them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

VIEWS = {
    "a page that creates": ("CreateView.as_view(model=Stock, fields=['left'])", "insert shop_stock"),
    "some fields": ("CreateView.as_view(model=Order, fields=['total'])", "insert shop_order"),
    "a page that changes": ("UpdateView.as_view(model=Log, fields=['text'])", "update shop_log"),
    "behind a decorator": ("login_required(CreateView.as_view(model=Log, fields=['text']))", "insert shop_log"),
    "an API": ("ListCreateAPIView.as_view(queryset=Tag.objects.all(), serializer_class=Tags)", "insert shop_tag"),
    "a class of the project, which has its own place": ("Own.as_view()", "nothing"),
    "a page that shows": ("DetailView.as_view(model=Stock)", "nothing"),
}


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_as_it_is(view: str) -> None:
    routed, written = VIEWS[view]
    scan = assert_touches(f"""
# file: shop/urls.py
from django.contrib.auth.decorators import login_required
from django.urls import path
from django.views.generic import CreateView, DetailView, UpdateView
from rest_framework import serializers
from rest_framework.generics import ListCreateAPIView
from shop.models import *
class Tags(serializers.ModelSerializer):
    class Meta:
        model = Tag
        fields = ["name"]
class Own(CreateView):  #= insert shop_customer
    model = Customer
    fields = ["name"]
urlpatterns = [
    path("customers/", Own.as_view()),
    path("new/", {routed}),  #= {written}
]
""")
    entered = {one.name: {reach.table for reach in one.reaches} for one in scan.entry_points}
    assert written.rpartition(" ")[2] in (entered.get("new/", set()) | {"nothing"})


def test_views_of_one_class_have_a_model_each() -> None:
    tagged = "insert shop_order, insert shop_order_tags, delete shop_order_tags"
    assert_touches(f"""
# file: shop/urls.py
from django.urls import path
from django.views.generic import CreateView, DeleteView
from shop.models import *
urlpatterns = [
    path("stock/", CreateView.as_view(model=Stock, fields=["left"])),  #= insert shop_stock
    path("orders/", CreateView.as_view(model=Order, fields=["tags"])),  #= {tagged}
    path("logs/", DeleteView.as_view(model=Log)),  #> delete shop_log
]
""")


def test_who_logs_in_is_noted() -> None:
    session = "insert django_session, delete django_session"
    assert_touches(f"""
# file: shop/settings.py
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "shop"]
# file: shop/urls.py
from django.contrib.auth import views
from django.urls import path
from rest_framework.authtoken.views import obtain_auth_token
urlpatterns = [
    path("login/", views.LoginView.as_view()),  #= update auth_user, {session}
    path("password/", views.PasswordChangeView.as_view()),  #= update auth_user, {session}
    path("token/", obtain_auth_token),  #= insert authtoken_token, update auth_user
]
""")


INCLUDED = {
    "by name": "include('django.contrib.auth.urls')",
    "with a namespace": "include(('django.contrib.auth.urls', 'auth'))",
    "itself": "include(urls)",
    "by way of its own": "include('shop.accounts')",
}


@pytest.mark.parametrize("included", INCLUDED)
def test_the_views_that_a_package_routes(included: str) -> None:
    place = "shop/accounts.py" if "shop" in INCLUDED[included] else "shop/urls.py"
    scan = assert_touches(f"""
# file: shop/settings.py
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "shop"]
# file: shop/accounts.py
from django.urls import include, path
urlpatterns = [{"path('', include('django.contrib.auth.urls'))" if "shop" in INCLUDED[included] else ""}]
# file: shop/urls.py
from django.contrib.auth import urls
from django.urls import include, path
from shop.models import Stock
from django.views.generic import CreateView
urlpatterns = [
    path("stock/", CreateView.as_view(model=Stock, fields=["left"])),  #= insert shop_stock
    path("accounts/", {INCLUDED[included]}),
]
""")
    entered = {one.name: one for one in scan.entry_points}
    assert {"login/", "password_change/", "reset/<uidb64>/<token>/"} < set(entered)
    assert entered["login/"].file == place
    assert {(one.op, one.table) for one in entered["login/"].reaches} > {("update", "auth_user")}


PACKAGED = {
    "rest_framework.urls": "update auth_user",
    "dj_rest_auth.urls": "insert authtoken_token",
    "djoser.urls.authtoken": "insert authtoken_token",
    "knox.urls": "insert knox_authtoken",
    "oauth2_provider.urls": "insert oauth2_provider_application",
    "allauth.urls": "insert account_emailaddress",
}


@pytest.mark.parametrize("package", PACKAGED)
def test_the_views_of_packages(package: str) -> None:
    scan = assert_touches(f"""
# file: shop/settings.py
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "knox",
    "rest_framework.authtoken", "oauth2_provider", "allauth", "allauth.account", "shop"]
# file: shop/urls.py
from django.urls import include, path
from shop.models import Stock
from django.views.generic import CreateView
urlpatterns = [
    path("stock/", CreateView.as_view(model=Stock, fields=["left"])),  #= insert shop_stock
    path("accounts/", include("{package}")),
]
""")
    done = {f"{reach.op} {reach.table}" for one in scan.entry_points for reach in one.reaches}
    assert PACKAGED[package] in done
