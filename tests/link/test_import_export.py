"""Rows that django-import-export reads from files and writes to them."""

from __future__ import annotations

import pytest

from boundary.model.scan import BINDING
from tests.link.linking import assert_touches

IMPORTS = """
from import_export import fields, resources, widgets
"""


def test_a_resource_saves_rows_of_its_model() -> None:
    assert_touches(f"""{IMPORTS}
class LineResource(resources.ModelResource):
    class Meta:
        model = Line
        fields = ("id", "order", "stock")
class LogResource(resources.ModelResource):
    class Meta:
        model = Log
def read_in(dataset):
    LineResource().import_data(dataset)  #> insert shop_line, update shop_line, read shop_order, read shop_stock
    LogResource().import_data(dataset)  #> insert shop_log, update shop_log
def write_out():
    LineResource().export()  #= read shop_line, read shop_order
""")


ORDER = "insert shop_order, update shop_order"
LINKS = "insert shop_order_tags?, delete shop_order_tags?"
NAMED = LINKS.replace("?", "")
"""The same where each field says which relation it sets."""
HOOKS = {
    "before a row": "def before_import_row(self, row, **kwargs):\n        Stock.objects.create()",
    "after a row": "def after_import_row(self, row, row_result, **kwargs):\n        Stock.objects.create()",
    "before a save": "def before_save_instance(self, instance, transactions, dry_run):\n        Stock.objects.create()",
    "after a save": "def after_save_instance(self, instance, row, **kwargs):\n        Stock.objects.create()",
    "instead of a save": (
        "def save_instance(self, instance, *args, **kwargs):\n        Stock.objects.create()\n"
        "        super().save_instance(instance, *args, **kwargs)"
    ),
    "a new row": "def init_instance(self, row=None):\n        Stock.objects.create()\n        return Tag()",
    "of a field": "def import_field(self, field, obj, data, is_m2m=False):\n        Stock.objects.create()",
    "of its model": (
        "def after_import(self, *args, **kwargs):\n        Stock(left=self._meta.model.objects.count()).save()"
    ),
}


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS.keys())
def test_what_a_resource_is_asked_meanwhile(hook: str) -> None:
    assert_touches(f"""{IMPORTS}
class TagResource(resources.ModelResource):
    name = fields.Field(column_name="name", attribute="name")
    {hook}
    class Meta:
        model = Tag
def read_in(dataset):
    TagResource().import_data(dataset, dry_run=False)  #> insert shop_tag, update shop_tag, insert shop_stock
""")


def test_fields_look_rows_up_and_set_them() -> None:
    assert_touches(f"""{IMPORTS}
class OwnWidget(widgets.ForeignKeyWidget):
    def clean(self, value, row=None, *args, **kwargs):
        return self.model.objects.get_or_create(name=value)[0]
class OrderResource(resources.ModelResource):
    customer = fields.Field(attribute="customer", widget=OwnWidget(Customer, "name"))
    tags = fields.Field(attribute="tags", widget=widgets.ManyToManyWidget(Tag, field="id"))
    def dehydrate_total(self, order):
        return Log.objects.count()  #= read shop_log
    class Meta:
        model = Order
        fields = ("id",)
def read_in(dataset):
    OrderResource().import_data(dataset, dry_run=False)  #> {ORDER}, {NAMED}, insert shop_customer, read shop_tag
def write_out():
    OrderResource().export(Order.objects.filter(total=1))  #= read shop_order
""")


PAGES = {
    "a resource of its own": ("resource_class = StockResource", {("insert", "shop_tag")}),
    "several": ("resource_classes = [StockResource]", {("insert", "shop_tag")}),
    "none": ("pass", set()),
    "one that is chosen": (
        "def get_import_resource_class(self):\n        return StockResource",
        {("insert", "shop_tag")},
    ),
}


@pytest.mark.parametrize(("chosen", "more"), PAGES.values(), ids=PAGES.keys())
def test_pages_of_the_admin_import(chosen: str, more: set[tuple[str, str]]) -> None:
    scan = assert_touches(f"""
# file: shop/admin.py
from django.contrib import admin
from import_export import resources
from import_export.admin import ImportExportModelAdmin
from shop.models import *
class StockResource(resources.ModelResource):
    def after_import_row(self, row, row_result, **kwargs):
        Tag.objects.create()  #= insert shop_tag
    class Meta:
        model = Stock
@admin.register(Stock)
class StockAdmin(ImportExportModelAdmin):
    {chosen}
""")
    (written,) = [
        {(access.op, access.table) for access in one.accesses if access.op in BINDING}
        for one in scan.transactions
        if one.function.endswith("StockAdmin.process_import")
    ]
    assert written - {("insert", "django_admin_log")} == {("insert", "shop_stock"), ("update", "shop_stock")} | more
