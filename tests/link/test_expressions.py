"""Which tables do functions, aggregates and a project's own expressions join?"""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/services.py
from django.contrib.postgres.aggregates import StringAgg
from django.contrib.postgres.search import SearchVector
from django.db import models, transaction
from django.db.models import Func, OuterRef, Window
from django.db.models.aggregates import Count, Sum
from django.db.models.expressions import F, Subquery
from django.db.models.functions import Coalesce, Concat, Lower
from django.db.models.query_utils import Q
from shop.models import *
class Joined(models.Aggregate):
    function = "JOINED"
class Named(Func):
    def __init__(self, path, **extra):
        Log.objects.create()
        super().__init__(path, **extra)
class Totalled(Subquery):
    template = ""
class Named2(Named):
    pass
"""


@pytest.mark.parametrize(
    ("query", "reads"),
    [
        ("Order.objects.annotate(n=Count('tags__name'))", "read shop_tag"),
        ("Order.objects.annotate(n=F('customer__name'))", "read shop_customer"),
        ("Order.objects.filter(Q(customer__name=''))", "read shop_customer"),
        ("Order.objects.annotate(n=Coalesce(Sum('lines__stock__left'), 0))", "read shop_line, read shop_stock"),
        ("Order.objects.annotate(n=Lower('customer__name'))", "read shop_customer"),
        ("Order.objects.annotate(n=Concat('customer__name', 'total'))", "read shop_customer"),
        ("Order.objects.order_by(Lower('customer__name'))", "read shop_customer"),
        ("Order.objects.annotate(n=Window(Sum('total'), partition_by=[F('customer__name')]))", "read shop_customer"),
        ("Order.objects.annotate(n=StringAgg('tags__name', ordering='lines__id'))", "read shop_tag, read shop_line"),
        ("Order.objects.annotate(n=SearchVector('total', 'customer__name'))", "read shop_customer"),
        ("Order.objects.annotate(n=Func('customer__name', function='X'))", "read shop_customer"),
        ("Order.objects.annotate(n=Joined('tags__name'))", "read shop_tag"),
        ("Order.objects.annotate(n=Named('customer__name'))", "read shop_customer"),
        ("Order.objects.annotate(n=Named2('customer__name'))", "read shop_customer"),
        ("Order.objects.annotate(n=Totalled(Line.objects.filter(order=OuterRef('pk'))))", "read shop_line"),
        ("Order.objects.annotate(n=Coalesce('total', 'customer'))", "no read shop_customer"),
        ("Order.objects.annotate(n=Lower('total', tags='x'))", "no read shop_order_tags"),
    ],
)
def test_what_an_expression_joins(query: str, reads: str) -> None:
    assert_touches(f"""{MODELS}
def ask():
    list({query})  #= {reads}
""")


def test_the_constructor_of_an_expression_runs() -> None:
    assert_touches(f"""{MODELS}
def ask():
    with transaction.atomic():  #> insert shop_log, read shop_customer
        list(Order.objects.annotate(n=Named2('customer__name')))
""")
