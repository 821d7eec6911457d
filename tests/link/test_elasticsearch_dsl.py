"""Documents of django-elasticsearch-dsl follow the rows of models, and a search loads what it finds."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

DOCUMENTS = """
# file: shop/documents.py
from django_elasticsearch_dsl import Document, Index, fields
from django_elasticsearch_dsl.registries import registry
from shop.models import *
@registry.register_document
class OrderDocument(Document):
    place = fields.KeywordField(attr="customer.name")
    lines = fields.NestedField(properties={"left": fields.IntegerField(attr="stock.left")})
    class Index:
        name = "orders"
    class Django:
        model = Order
        fields = ["total"]
        related_models = [Customer]
    def prepare_tags(self, order):
        return [tag.name for tag in order.tags.all()]
    def get_instances_from_related(self, related):
        return related.orders.all()
@registry.register_document
class LogDocument(Document):
    class Index:
        name = "logs"
    class Django:
        model = Log
        fields = ["text"]
"""
SETTINGS = """
# file: shop/settings.py
INSTALLED_APPS = ["django_elasticsearch_dsl", "shop"]
"""
PREPARED = "read shop_customer, read shop_tag, read shop_line, read shop_stock"
NONE = "no read shop_tag, no read shop_line, no read shop_stock"


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("order.save()", f"update shop_order, {PREPARED}, no read shop_log"),
        ("log.save()", f"update shop_log, {NONE}, no read shop_order"),
        ("customer.save()", f"update shop_customer, read shop_order, {PREPARED}, no read shop_log"),
        ("Tag.objects.create()", f"insert shop_tag, {NONE}, no read shop_order"),
        ("OrderDocument().update(order)", f"nothing, {PREPARED}"),
        ("OrderDocument().update(Order.objects.all())", f"nothing, read shop_order, {PREPARED}"),
        ("OrderDocument().update(order, action='delete')", f"nothing, {NONE}"),
        ("registry.delete(order)", f"nothing, {NONE}"),
        ("registry.update(order)", f"nothing, {PREPARED}, no read shop_log"),
        (
            "list(OrderDocument.search().query('match', total=1).to_queryset())",
            "nothing, read shop_order, no read shop_log",
        ),
        ("LogDocument.search().filter('term', text='a').execute()", "nothing, no read shop_log, no read shop_order"),
        ("call_command('search_index')", f"nothing, read shop_order, read shop_log, {PREPARED}"),
    ],
)
def test_rows_that_are_indexed_or_found(call: str, expected: str) -> None:
    assert_touches(f"""
from django.core.management import call_command
from shop.documents import LogDocument, OrderDocument, registry
def touch(order: Order, log: Log, customer: Customer):
    with transaction.atomic():  #> {expected}
        {call}
{SETTINGS}{DOCUMENTS}""")


@pytest.mark.parametrize(
    ("processor", "expected"),
    [
        ("BaseSignalProcessor", NONE),
        ("CelerySignalProcessor", NONE),
        ("RealTimeSignalProcessor", PREPARED),
    ],
)
def test_the_processor_that_the_settings_name(processor: str, expected: str) -> None:
    assert_touches(f"""
def touch(order: Order):
    with transaction.atomic():  #> update shop_order, {expected}
        order.save()
{SETTINGS}ELASTICSEARCH_DSL_SIGNAL_PROCESSOR = "django_elasticsearch_dsl.signals.{processor}"
{DOCUMENTS}""")
