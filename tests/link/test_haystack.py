"""The index of django-haystack follows the rows of models, and a search loads what it finds."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

INDEXES = """
# file: shop/settings.py
INSTALLED_APPS = ["haystack.apps.HaystackConfig", "shop"]
HAYSTACK_SIGNAL_PROCESSOR = "haystack.signals.RealtimeSignalProcessor"
# file: shop/search_indexes.py
from haystack import indexes
from shop.models import *
class OrderIndex(indexes.SearchIndex, indexes.Indexable):
    text = indexes.CharField(document=True, use_template=True)
    place = indexes.CharField(model_attr="customer__name")
    def get_model(self):
        return Order
    def prepare_tags(self, order):
        return [tag.name for tag in order.tags.all()]
class LogIndex(indexes.SearchIndex, indexes.Indexable):
    text = indexes.CharField(document=True)
    def get_model(self):
        return Log
# file: shop/templates/search/indexes/shop/order_text.txt
{% for line in object.lines.all %}{{ line.stock.left }}{% endfor %}
"""
PREPARED = "read shop_customer, read shop_tag, read shop_line, read shop_stock"


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("order.save()", f"update shop_order, {PREPARED}, no read shop_log"),
        ("log.save()", "update shop_log, no read shop_customer"),
        ("Tag.objects.create()", "insert shop_tag, no read shop_customer, no read shop_log"),
        ("[one.object for one in SearchQuerySet().filter(content='a')]", "nothing, read shop_order, read shop_log"),
        ("[one.object for one in SearchQuerySet().models(Log)]", "nothing, read shop_log, no read shop_order"),
        ("[one.pk for one in SearchQuerySet().models(Log).load_all()]", "nothing, read shop_log, no read shop_order"),
        ("[one.pk for one in SearchQuerySet().models(Log)]", "nothing, no read shop_log"),
        ("list(SearchForm({}, load_all=True).search())", "nothing, read shop_order, read shop_log"),
        ("Update().update_backend('shop', 'default')", f"nothing, read shop_order, read shop_log, {PREPARED}"),
        ("call_command('update_index')", f"nothing, read shop_order, read shop_log, {PREPARED}"),
    ],
)
def test_rows_that_are_indexed_or_found(call: str, expected: str) -> None:
    assert_touches(f"""
from django.core.management import call_command
from haystack.forms import SearchForm
from haystack.management.commands.update_index import Command as Update
from haystack.query import SearchQuerySet
def touch(order: Order, log: Log):
    with transaction.atomic():  #> {expected}
        {call}
{INDEXES}""")


def test_a_processor_of_the_project_and_rows_that_are_not_indexed() -> None:
    assert_touches("""
def touch(order: Order, log: Log):
    with transaction.atomic():  #> update shop_order, read shop_customer
        order.save()
    with transaction.atomic():  #> update shop_log, no read shop_stock
        log.save()
# file: shop/settings.py
INSTALLED_APPS = ["haystack.apps.HaystackConfig", "shop"]
HAYSTACK_SIGNAL_PROCESSOR = "shop.processors.Processor"
# file: shop/processors.py
from django.db.models.signals import post_save
from haystack.signals import BaseSignalProcessor
from shop.models import *
class Processor(BaseSignalProcessor):
    def setup(self):
        post_save.connect(self.handle_save, sender=Order)
# file: shop/search_indexes.py
from haystack import indexes
from shop.models import *
class OrderIndex(indexes.SearchIndex, indexes.Indexable):
    text = indexes.CharField(document=True, model_attr="customer__name")
    def get_model(self):
        return Order
class LogIndex(indexes.SearchIndex, indexes.Indexable):
    text = indexes.CharField(document=True)
    def get_model(self):
        return Log
    def should_update(self, log):
        return False
    def prepare_text(self, log):
        return list(Stock.objects.all())
""")
