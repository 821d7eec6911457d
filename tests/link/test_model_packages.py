"""Packages that write beside a model's own save and delete: hooks, histories, soft deletes, orders."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

LIFECYCLE = """
# file: shop/models.py
from django.db import models
from django_lifecycle import AFTER_CREATE, BEFORE_DELETE, LifecycleModel, LifecycleModelMixin, hook
class Log(models.Model):
    text = models.TextField()
class Mail(models.Model):
    pass
class Stock(models.Model):
    left = models.IntegerField(default=0)
class Tag(LifecycleModelMixin, models.Model):
    name = models.TextField()
    @hook(AFTER_CREATE)
    def log(self):
        Log.objects.create()
    @hook(BEFORE_DELETE, when="name", has_changed=True)
    def restock(self):
        Stock.objects.create()
class Order(LifecycleModel):
    @hook("after_save", on_commit=True)
    def mail(self):
        Mail.objects.create()
"""
HISTORY = """
# file: shop/models.py
from django.db import models
from simple_history.models import HistoricalRecords
class Own(HistoricalRecords):
    def create_historical_record(self, instance, history_type, using=None):
        if instance.total:
            super().create_historical_record(instance, history_type, using)
def made(excluded=None):
    class Made(models.Model):
        history = Own(inherit=True, excluded_fields=excluded or [])
        class Meta:
            abstract = True
    return Made
class Plain(models.Model):
    history = HistoricalRecords()
class Order(made(["a"])):
    total = models.IntegerField(default=0)
"""
SOFT = """
# file: shop/models.py
from django.db import models
from softdelete.models import SoftDeleteObject
class Doc(SoftDeleteObject):
    name = models.TextField()
class Page(SoftDeleteObject):
    doc = models.ForeignKey(Doc, on_delete=models.CASCADE)
class Note(models.Model):
    doc = models.ForeignKey(Doc, null=True, on_delete=models.SET_NULL)
"""
SAFE = """
# file: shop/models.py
from django.db import models
from safedelete import HARD_DELETE, SOFT_DELETE_CASCADE
from safedelete.models import SafeDeleteModel
class Doc(SafeDeleteModel):
    _safedelete_policy = SOFT_DELETE_CASCADE
class Page(SafeDeleteModel):
    doc = models.ForeignKey(Doc, on_delete=models.CASCADE)
class Plain(models.Model):
    doc = models.ForeignKey(Doc, on_delete=models.CASCADE)
class Gone(SafeDeleteModel):
    _safedelete_policy = HARD_DELETE
"""
ORDERED = """
# file: shop/models.py
from django.db import models
from ordered_model.models import OrderedModel, OrderedModelBase
class Base(models.Model):
    objects = models.Manager()
    class Meta:
        abstract = True
class Item(OrderedModel):
    pass
class Other(Base, OrderedModelBase):
    pass
"""
ROWS = "update shop_doc, update shop_page, update shop_note, delete shop_doc, delete shop_page, "
RECORDS = "delete softdelete_changeset, delete softdelete_softdeleterecord"
DONE = [
    (LIFECYCLE, "Tag.objects.create()", "insert shop_tag, insert shop_log"),
    (LIFECYCLE, "Tag.objects.get(pk=x).delete()", "delete shop_tag, insert shop_stock"),
    (LIFECYCLE, "Tag.objects.filter(pk=x).delete()", "delete shop_tag"),
    (LIFECYCLE, "Order.objects.create()", "insert shop_order"),
    (HISTORY, "Plain.objects.create()", "insert shop_plain, insert shop_historicalplain"),
    (HISTORY, "Order.objects.create()", "insert shop_order, insert shop_historicalorder"),
    (HISTORY, "Plain.objects.get(pk=x).delete()", "delete shop_plain, insert shop_historicalplain"),
    (
        SOFT,
        "Page.objects.get(pk=x).hard_delete()",
        "delete shop_page",
    ),
    (
        SOFT,
        "Doc.objects.get(pk=x).delete()",
        ROWS + "insert softdelete_changeset, insert softdelete_softdeleterecord, " + RECORDS,
    ),
    (SAFE, "Page.objects.get(pk=x).delete()", "update shop_page"),
    (SAFE, "Page.objects.filter(pk=x).delete()", "update shop_page"),
    (SAFE, "Doc.objects.get(pk=x).delete()", "update shop_doc, update shop_page"),
    (SAFE, "Gone.objects.get(pk=x).delete()", "delete shop_gone"),
    (ORDERED, "Item.objects.get(pk=x).up()", "update shop_item"),
    (ORDERED, "Item.objects.get(pk=x).delete()", "update shop_item, delete shop_item"),
    (ORDERED, "Other.objects.filter(pk=x).delete()", "delete shop_other"),
]


@pytest.mark.parametrize(("models", "statement", "written"), DONE, ids=[statement for _, statement, _ in DONE])
def test_what_a_statement_writes(models: str, statement: str, written: str) -> None:
    assert_touches(f"""
def work(x):
    with transaction.atomic():  #> {written}
        {statement}
{models}""")


def test_a_save_with_hooks_is_a_transaction() -> None:
    assert_touches(f"""
def work():
    Tag().save()  #> insert shop_tag, insert shop_log
{LIFECYCLE}""")
