"""Queries of django-cte: whose rows they give, and what stands in front of them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_statement_writes


@pytest.mark.parametrize(
    ("statement", "written"),
    {
        "django_cte.With(Order.objects.all()).join(Line, order=1).delete()": "delete shop_line, read shop_order",
        "django_cte.with_cte(cte, select=cte.join(Line, order=1)).update(order=x)": "update shop_line, read shop_order",
        "django_cte.with_cte(cte, select=Line).update(order=None)": "update shop_line",
        "list(django_cte.with_cte(cte, select=cte))": "nothing, read shop_order",
        "list(django_cte.CTE.recursive(lambda cte: cte.join(Line, order=1).union(cte.join(Tag))).queryset())": (
            "nothing, read shop_line"
        ),
        "Tag.objects.with_cte(cte).delete()": "delete shop_tag, delete shop_order_tags",
    }.items(),
)
def test_what_a_query_touches(statement: str, written: str) -> None:
    assert_statement_writes(
        f"import django_cte; cte = django_cte.CTE(Order.objects.all()); {statement}",
        written,
        """
# file: shop/models.py
from django.db import models
from django_cte.cte import CTEManager
class Order(models.Model): ...
class Line(models.Model):
    order = models.ForeignKey(Order, null=True, on_delete=models.CASCADE)
class Tag(models.Model):
    orders = models.ManyToManyField(Order, db_table="shop_order_tags")
    objects = CTEManager()
""",
    )
