"""A class of the admin's pages that is registered for several models: a page for each, in transactions of its own."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.test_admin import LOGGED, admin

REGISTERED = {
    "by one decorator": "@admin.register(Stock, Log)\n{}",
    "again and again": "{}\nadmin.site.register(Stock, Page)\nadmin.site.register(Log, Page)",
    "as a list": "{}\nadmin.site.register([Stock, Log], Page)",
    "in a loop": "{}\nfor model in (Stock, Log):\n    admin.site.register(model, Page)",
}


@pytest.mark.parametrize("registered", list(REGISTERED.values()), ids=list(REGISTERED))
def test_each_model_has_pages_of_its_own(registered: str) -> None:
    each = [f"{op} {table}, {LOGGED}" for op in ("write", "delete") for table in ("shop_stock", "shop_log")]
    page = f"class Page(admin.ModelAdmin):  #> {' | '.join(each + each)}\n    pass"
    scan = assert_touches(admin(registered.format(page)))
    assert {one.receiver for one in scan.transactions} == {"shop.models.Stock", "shop.models.Log"}
    assert len({one.name for one in scan.entry_points}) == len(scan.entry_points)
    added = next(one for one in scan.entry_points if one.name.endswith("add_view"))
    assert {access.table for access in added.reaches if access.op == "insert"} >= {"shop_stock", "shop_log"}


def test_an_action_of_a_page_knows_its_model() -> None:
    body = """
@admin.register(Stock, Log)
class Page(admin.ModelAdmin):
    actions = ["clear"]
    def clear(self, request, queryset):
        with transaction.atomic():  #> update shop_stock | update shop_log
            self.model.objects.update(left=0)
"""
    assert_touches(admin(body).replace("from shop.models", "from django.db import transaction\nfrom shop.models"))


def test_a_page_beside_those_of_the_admin_is_a_transaction_of_its_own() -> None:
    scan = assert_touches("""
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
DATABASES = {"default": {"ATOMIC_REQUESTS": True}}
# file: shop/admin.py
from django.contrib import admin
from django.urls import path
from shop.models import *
@admin.register(Stock)
class StockAdmin(admin.ModelAdmin):
    def get_urls(self):
        pages = [path("tag/", self.admin_site.admin_view(self.tag)), path("log/", self.admin_site.admin_view(self.log))]
        return pages + super().get_urls()
    def tag(self, request):  #> insert shop_tag
        Tag.objects.create()
    def log(self, request):  #> insert shop_log
        Log.objects.create()
""")
    assert {one.file for one in scan.transactions} == {"shop/admin.py"}
