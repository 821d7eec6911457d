"""Models whose base stands in a package that nobody has read: what stands below an abstract one tells."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables, assert_touches

BASES = """
# file: shop/models.py
from django.db import models
from company.models import BaseModel
class Syncable(BaseModel):
    class Meta:
        abstract = True
    def key(self):
        return self.pk
class Owned(Syncable):
    class Meta:
        abstract = True
class Order(Owned):
    total = models.IntegerField(default=0)
class Open(Order):
    class Meta:
        proxy = True
class Line(Owned):
    order = models.ForeignKey(Order, on_delete=models.CASCADE)
class Note(Owned):
    pass
"""


def test_they_have_tables() -> None:
    assert_tables(BASES, "shop_order", "shop_line", "shop_note")


@pytest.mark.parametrize(
    ("statement", "written"),
    {
        "Order.objects.create()": "insert shop_order",
        "Note().save()": "write shop_note",
        "Open.objects.get().delete()": "delete shop_line, delete shop_order",
        "Line.objects.filter(order=x).update(order=None)": "update shop_line",
    }.items(),
)
def test_their_rows_are_written(statement: str, written: str) -> None:
    assert_touches(f"""
def work(x):
    with transaction.atomic():  #> {written}
        {statement}
{BASES}""")


@pytest.mark.parametrize(
    "base",
    [
        "class Plain(Tool):\n    limit = 5",
        "class Plain(Tool):\n    class Meta:\n        verbose_name = 'x'",
        "class Plain(Tool):\n    class Meta:\n        abstract = True",
        "class PlainMixin(Tool):\n    pass\nclass Plain(PlainMixin):\n    pass",
    ],
)
def test_where_nothing_below_tells_it_is_no_model(base: str) -> None:
    assert_tables(
        f"""
# file: shop/models.py
from django.db import models
from company.tools import Tool
class Order(models.Model):
    pass
{base}
class Below(Plain):
    number = 1
class Card(Plain, models.Model):
    number = models.IntegerField()
""",
        "shop_order",
        "shop_card",
    )


def test_a_base_that_says_not_that_it_is_abstract_has_no_table() -> None:
    assert_tables(
        """
# file: shop/models.py
from django.db import models
from company.models import BaseModel
class Stamped(BaseModel):
    def stamp(self):
        pass
class Order(Stamped):
    total = models.IntegerField()
""",
        "shop_order",
    )


@pytest.mark.parametrize("base", ["nice.rows", "actstream.gfk"])
@pytest.mark.parametrize(
    "handed",
    [
        "def get_queryset(self):\n        return Rows(self.model)",
        "def get_query_set(self):\n        return Rows(self.model)\n    get_queryset = get_query_set",
    ],
)
def test_a_manager_that_hands_out_querysets_by_another_name(base: str, handed: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from django.db import models
from {base} import GFKManager, GFKQuerySet
class Rows(GFKQuerySet): ...
class Manager(GFKManager):
    {handed}
    def create(self, **values):
        return super().create(**values)
class Log(models.Model):
    objects = Manager()
# file: shop/services.py
from django.db import transaction
from shop.models import Log
def note():
    with transaction.atomic():  #> insert shop_log
        Log.objects.create(text="a")
def close(pk):
    with transaction.atomic():  #> update shop_log
        Log.objects.filter(pk=pk).update(text="b")
""")


@pytest.mark.parametrize(
    ("place", "base", "tables"),
    [
        ("models", "company.models import DomainMixin as Base", ["stock_domain"]),
        ("models", "company.models.domains import Domain as Base", ["stock_domain"]),
        ("models", "company.tools import Domain as Base", []),
        ("models", "company.models.fields import DomainField as Base", []),
        ("models", "django.db.models import TextChoices as Base", []),
        ("tools", "company.models import DomainMixin as Base", []),
    ],
)
def test_what_extends_a_model_of_a_package_is_one(place: str, base: str, tables: list[str]) -> None:
    assert_tables(
        f"""
# file: shop/models.py
from django.db import models
class Order(models.Model): ...
# file: stock/{place}.py
from {base}
class Domain(Base): ...
""",
        "shop_order",
        *tables,
    )
