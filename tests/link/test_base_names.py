"""Classes whose bases are not read: what the name of the base says of them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches

IMPORTS = """
import django_filters.filterset
import import_export.resources
import rest_framework.generics, rest_framework.serializers, rest_framework.views, rest_framework.viewsets
from django.contrib import admin
from django.contrib.admin import options
from django.core.management.base import BaseCommand
from django.forms import models as form_models
from django.urls import path
from django.views.generic import base, detail, edit, list
from rest_framework.routers import DefaultRouter
"""


@pytest.mark.parametrize(
    "base",
    [
        "unfold.admin.ModelAdmin",
        "nested_admin.NestedModelAdmin",
        "polymorphic.admin.PolymorphicParentModelAdmin",
        "modeltranslation.admin.TranslationAdmin",
        "related_admin.RelatedFieldAdmin",
    ],
)
@pytest.mark.parametrize("file", ["shop/services.py", "shop/admin.py", "shop/admin/tags.py"])
def test_a_page_of_the_admin(base: str, file: str) -> None:
    module, _, name = base.rpartition(".")
    assert_touches(f"""
# file: {file}
{IMPORTS}
from shop.models import Log, Tag
from {module} import {name}
@admin.register(Tag)
class TagAdmin({name}):
    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)  #= insert shop_tag, update shop_tag
        Log.objects.create()
""")


@pytest.mark.parametrize(
    ("file", "written"), [("shop/admin.py", "insert shop_tag, update shop_tag"), ("shop/pages.py", "")]
)
def test_a_page_of_the_admin_by_where_it_stands(file: str, written: str) -> None:
    assert_touches(f"""
# file: {file}
{IMPORTS}
from paged import PagedAdmin
from shop.models import Log, Tag
@admin.register(Tag)
class TagAdmin(PagedAdmin):
    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)  #= {written or "nothing"}
        Log.objects.create()
""")


@pytest.mark.parametrize(
    ("base", "made"),
    [
        ("NiceModelForm", "Made(request.POST).save()"),
        ("NiceForm", "Made(request.POST).save()"),
        ("NiceModelSerializer", "Made(data=request.data).save()"),
        ("NiceSerializer", "Made(data=request.data).save()"),
    ],
)
def test_a_form_or_serializer_of_a_model(base: str, made: str) -> None:
    assert_touches(f"""{IMPORTS}
from nice.classes import {base}
class Made({base}):
    class Meta:
        model = Tag
        fields = ["name"]
def placed(request):
    with transaction.atomic():  #> insert shop_tag
        {made}
""")


def test_a_form_of_the_project_below_which_the_models_are_named() -> None:
    assert_touches(f"""{IMPORTS}
from nice.classes import NiceForm
class CommonForm(NiceForm):
    class Meta:
        fields = []
    def save(self, *args, **kwargs):
        Log.objects.create()
        return super().save(*args, **kwargs)
class TagForm(CommonForm):
    class Meta(CommonForm.Meta):
        model = Tag
def placed(request):
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        TagForm(request.POST).save()
""")


@pytest.mark.parametrize(
    ("base", "body"),
    [
        ("NiceView", "def post(self, request): ..."),
        ("NiceCreateView", "model = Tag"),
        ("NiceListView", "model = Tag"),
        ("NiceAPIView", "def post(self, request): ..."),
        ("NiceListCreateAPIView", "queryset = Tag.objects.all()"),
        ("NiceView", "def draw(self): ..."),
        ("Nice", "def post(self, request): ..."),
    ],
)
def test_a_view(base: str, body: str) -> None:
    assert_enters(
        f"""{IMPORTS}
from nice.classes import {base}
class Tags({base}):
    {body}
urlpatterns = [path("tags", Tags.as_view())]
""",
        "route shop.services.Tags.dispatch",
    )


def test_a_base_that_is_read_tells_what_it_is() -> None:
    assert_enters(
        f"""{IMPORTS}
class NiceView:
    @classmethod
    def as_view(cls): ...
class Tags(NiceView):
    def post(self, request): ...
urlpatterns = [path("tags", Tags.as_view())]
"""
    )


@pytest.mark.parametrize(
    ("module", "entered"), [("shop.management.commands.tidy", ["ShopCommand", "Command"]), ("shop.tidy", [])]
)
def test_a_command(module: str, entered: list[str]) -> None:
    assert_enters(
        f"""{IMPORTS}
# file: {module.replace(".", "/")}.py
from nice.management import NiceCommand
from shop.models import Log
class ShopCommand(NiceCommand): ...
class Command(ShopCommand):
    def handle(self, *args, **options):
        Log.objects.create()
""",
        *(f"command {module}.{name}.execute" for name in entered),
    )


@pytest.mark.parametrize("base", ["nice.backends.OIDCAuthenticationBackend", "nice.backends.NiceModelBackend"])
def test_a_backend_of_users(base: str) -> None:
    module, _, name = base.rpartition(".")
    assert_touches(f"""
# file: shop/settings.py
INSTALLED_APPS = ["django.contrib.auth", "shop"]
AUTHENTICATION_BACKENDS = ["shop.backends.Backend"]
# file: shop/backends.py
from {module} import {name}
class Backend({name}):
    def get_name(self):
        return "a"
# file: shop/services.py
from django.contrib.auth.models import User
from django.db import transaction
from shop.models import Log
def work(user: User):
    with transaction.atomic():  #> insert shop_log, read auth_permission
        if user.has_perm("shop.log"):
            Log.objects.create()
""")


@pytest.mark.parametrize("asked", ["Pages.as_view()", "services.Pages.as_view()", "Other.as_view()"])
def test_what_is_asked_for_a_view_is_one(asked: str) -> None:
    assert_enters(
        f"""{IMPORTS}
from packed import Listing
class Other: pass
class Pages(Listing): pass
# file: shop/apps.py
from packed import Url
from shop import services
from shop.services import Other, Pages
url = Url("x", {asked})
""",
        *(["route shop.services.Pages.dispatch"] if "Pages" in asked else []),
    )


@pytest.mark.parametrize(
    "method", ["post(self, request)", "form_valid(self, form)", "get_context_data(self, **kwargs)"]
)
def test_what_such_a_view_does(method: str) -> None:
    scan = assert_touches(f"""{IMPORTS}
from packed import Listing
from shop.models import Log
class Pages(Listing):
    def {method}:
        Log.objects.create()  #= insert shop_log
urlpatterns = [path("pages", Pages.as_view())]
""")
    (entered,) = scan.entry_points
    assert [one.table for one in entered.reaches] == ["shop_log"]
