"""Pages of smartmin: what the views of a model do, by what they derive and do around saving."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/settings.py
AUTH_USER_MODEL = "auth.User"
INSTALLED_APPS = ["shop", "smartmin", "django.contrib.auth"]
DATABASES = {"default": {"ATOMIC_REQUESTS": True}}
# file: shop/models.py
from django.db import models
from smartmin.models import SmartModel
class Tag(models.Model):
    pass
class Log(models.Model):
    text = models.TextField()
class Order(SmartModel):
    name = models.TextField()
    tags = models.ManyToManyField(Tag)
# file: shop/urls.py
from shop.services import OrderCRUDL
urlpatterns = OrderCRUDL().as_urlpatterns()
"""


SET = "insert shop_order_tags, delete shop_order_tags"
DELETED = "delete shop_order, delete shop_order_tags"
ACTIONS = ["create", "update", "rename", "delete", "list", "bulk_close", "close", "read"]
BULK = """
        form_class = Form
        def form_valid(self, form):
            Log.objects.create()
            return super().form_valid(form)"""
CLOSE = """
        form_class = Form
        def execute_action(self):
            self.object.tags.clear()"""
LOGGED = """
        fields = ['name']
        def post_save(self, obj):
            Log.objects.create()
            return obj"""
INSTEAD = """
        def save(self, obj):
            Log.objects.create()"""
READ = """
        def derive_title(self):
            Log.objects.create()
        def derive_queryset(self):
            return super().derive_queryset().filter(tags__x=1)"""
RENAME = """
        fields = ['name']"""


@pytest.mark.parametrize(
    ("view", "body", "expected"),
    [
        ("Create(SmartCreateView)", "", f"insert shop_order, {SET} | {SET}"),
        ("Create(SmartCreateView)", LOGGED, "insert shop_order, insert shop_log"),
        ("Create(SmartCreateView)", INSTEAD, "insert shop_log"),
        ("Update(SmartUpdateView)", "", f"update shop_order, {SET} | {SET}"),
        ("Rename(SmartUpdateView)", RENAME, "update shop_order"),
        ("Delete(SmartDeleteView)", "", f"{DELETED} | {DELETED}"),
        ("List(SmartListView)", "", "nothing, read shop_order"),
        ("BulkClose(SmartFormView)", BULK, "insert shop_log"),
        ("Close(SmartModelActionView)", CLOSE, "delete shop_order_tags"),
        ("Read(SmartReadView)", READ, "insert shop_log, read shop_order, read shop_tag"),
    ],
)
def test_views_of_a_model(view: str, body: str, expected: str) -> None:
    assert_touches(f"""
from django.forms import Form
from shop.models import Log, Order
from smartmin.views import *
class OrderCRUDL(SmartCRUDL):
    model = Order
    actions = {ACTIONS}
    class {view}:  #> {expected}
        pass{body}
{MODELS}""")


@pytest.mark.parametrize(
    ("base", "own", "expected"),
    [("SmartCreateView", "model = Log", "insert shop_log"), ("TagCreate", "pass", "insert shop_tag")],
)
def test_a_view_with_a_model_of_its_own(base: str, own: str, expected: str) -> None:
    assert_touches(f"""
from shop.models import Log, Order, Tag
from smartmin.views import *
class TagCreate(SmartCreateView):
    model = Tag
class OrderCRUDL(SmartCRUDL):
    model = Order
    actions = ["create"]
    class Create({base}):  #> {expected}
        {own}
{MODELS}""")
