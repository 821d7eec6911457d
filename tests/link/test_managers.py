"""Managers and querysets: which methods run, and for rows of which model."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_calls, assert_touches

QUERYSET = """
class CartQuerySet(models.QuerySet):
    def close(self):
        self.update(closed=True)
        Log.objects.create(text="closed")
    def open_ones(self):
        return self.filter(closed=False)
"""
TOUCH = """
def close():
    with transaction.atomic():  #> update shop_cart, insert shop_log
        Cart.objects.open_ones().close()
"""


def test_as_manager() -> None:
    assert_touches(f"""{QUERYSET}
class Cart(models.Model):
    objects = CartQuerySet.as_manager()
{TOUCH}""")


def test_from_queryset_of_the_plain_manager() -> None:
    assert_touches(f"""{QUERYSET}
class Cart(models.Model):
    objects = models.Manager.from_queryset(CartQuerySet)()
{TOUCH}""")


def test_from_queryset_as_a_base() -> None:
    assert_touches(f"""{QUERYSET}
class CartManager(models.Manager.from_queryset(CartQuerySet)):
    pass
class Cart(models.Model):
    objects = CartManager()
{TOUCH}""")


def test_from_queryset_at_the_top_of_the_module() -> None:
    assert_touches(f"""{QUERYSET}
CartManager = models.Manager.from_queryset(CartQuerySet)
class Cart(models.Model):
    objects = CartManager()
{TOUCH}""")


def test_a_manager_that_makes_its_own_queryset() -> None:
    assert_touches(f"""{QUERYSET}
class CartManager(models.Manager):
    def get_queryset(self):
        return CartQuerySet(self.model, using=self._db)
    def open_ones(self):
        return self.get_queryset().open_ones()
class Cart(models.Model):
    objects = CartManager()
{TOUCH}""")


def test_get_queryset_that_narrows() -> None:
    assert_touches("""
class OpenManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().filter(closed=False)
class Cart(models.Model):
    open_ones = OpenManager()
def close():
    with transaction.atomic():  #> update shop_cart
        Cart.open_ones.exclude(pk=1).update(closed=True)
""")


def test_a_manager_method_creates_its_own_model() -> None:
    assert_touches("""
class CartManager(models.Manager):
    def start(self, owner):
        return self.create(owner=owner)
class Cart(models.Model):
    objects = CartManager()
class Wish(models.Model):
    objects = CartManager()
def begin():
    with transaction.atomic():  #> insert shop_cart
        Cart.objects.start(1)
    with transaction.atomic():  #> insert shop_wish
        Wish.objects.start(1)
""")


def test_a_manager_method_with_self_model() -> None:
    assert_touches("""
class CartManager(models.Manager):
    def start(self):
        cart = self.model(owner=1)
        cart.save(using=self._db)
        return cart
class Cart(models.Model):
    objects = CartManager()
def begin():
    with transaction.atomic():  #> write shop_cart
        Cart.objects.start()
""")


def test_a_manager_of_an_abstract_model() -> None:
    assert_touches("""
class StampManager(models.Manager):
    def stamp(self):
        self.update(stamped=True)
class Stamped(models.Model):
    objects = StampManager()
    class Meta:
        abstract = True
class Cart(Stamped): pass
def stamp():
    with transaction.atomic():  #> update shop_cart
        Cart.objects.stamp()
""")


def test_a_related_manager_has_the_methods_of_the_default_manager() -> None:
    assert_touches("""
class CartManager(models.Manager):
    def close(self):
        self.update(closed=True)
class Cart(models.Model):
    owner = models.ForeignKey(Customer, models.CASCADE, related_name="carts")
    objects = CartManager()
def close(customer: Customer):
    with transaction.atomic():  #> update shop_cart
        customer.carts.close()
""")


def test_a_manager_that_overrides_create() -> None:
    assert_touches("""
class CartManager(models.Manager):
    def create(self, **kwargs):
        Log.objects.create(text="new")
        return super().create(**kwargs)
class Cart(models.Model):
    owner = models.ForeignKey(Customer, models.CASCADE, related_name="carts")
    objects = CartManager()
def begin(customer: Customer):
    with transaction.atomic():  #> insert shop_cart, insert shop_log
        Cart.objects.create(owner=customer)
    with transaction.atomic():  #> insert shop_cart, insert shop_log
        customer.carts.create()
""")


def test_a_queryset_that_overrides_update() -> None:
    assert_touches("""
class LoggedQuerySet(models.QuerySet):
    def update(self, **kwargs):
        Log.objects.create(text="update")
        return super().update(**kwargs)
class Cart(models.Model):
    objects = LoggedQuerySet.as_manager()
def close():
    with transaction.atomic():  #> update shop_cart, insert shop_log
        Cart.objects.filter(pk=1).update(closed=True)
""")


@pytest.mark.parametrize(
    "rows",
    [
        "Order.objects.all()",
        "Order.objects.filter(total=1).exclude(total=2).order_by('pk')",
        "Order.objects.select_related('customer').prefetch_related('lines')",
        "Order.objects.all()[:10]",
        "list(Order.objects.all())",
        "sorted(Order.objects.all(), key=lambda one: one.pk)",
        "Order.objects.iterator(chunk_size=10)",
        "Order.objects.in_bulk([1]).values()",
        "Order._default_manager.all()",
        "Order._meta.default_manager.all()",
        "[one for one in Order.objects.all() if one.total]",
        "(one for one in Order.objects.all())",
        "{one for one in Order.objects.all()}",
        "reversed(Order.objects.all())",
        "Order.objects.raw('SELECT * FROM shop_order')",
        "Order.objects.filter(pk=1) | Order.objects.filter(pk=2)",
        "Order.objects.filter(pk=1).union(Order.objects.filter(pk=2))",
        "Order.objects.db_manager('other').using('other')",
        "customer.orders.all()",
        "Customer.objects.get(pk=1).orders.filter(total=1)",
        "filter(None, Order.objects.all())",
        "itertools.chain(Order.objects.all(), [])",
    ],
)
def test_iterating_over_rows(rows: str) -> None:
    assert_touches(f"""
import itertools
def touch(customer: Customer):
    with transaction.atomic():  #> write shop_order
        for one in {rows}:
            one.save()
""")


@pytest.mark.parametrize(
    "row",
    [
        "Order()",
        "Order.objects.get(pk=1)",
        "Order.objects.first()",
        "Order.objects.filter(pk=1).last()",
        "Order.objects.latest('pk')",
        "Order.objects.all()[0]",
        "list(Order.objects.all())[0]",
        "next(iter(Order.objects.all()))",
        "next((one for one in Order.objects.all()), None)",
        "Order.objects.create()",
        "Order.objects.get_or_create(pk=1)[0]",
        "Order.objects.filter(pk=1).first() or Order()",
        "get_object_or_404(Order, pk=1)",
        "get_object_or_404(Order.objects.filter(pk=1), pk=1)",
        "get_object_or_404(klass=Order, pk=1)",
        "get_list_or_404(Order)[0]",
        "max(Order.objects.all(), key=lambda one: one.pk)",
        "Order.objects.bulk_create([Order()])[0]",
        "line.order",
        "Line.objects.get(pk=1).order",
        "copy.copy(line.order)",
        "Order(pk=1)",
        "Order.from_db('default', [], [])",
    ],
)
def test_one_row(row: str) -> None:
    assert_touches(f"""
import copy
from django.shortcuts import get_list_or_404, get_object_or_404
def touch(line: Line):
    row = {row}
    with transaction.atomic():  #> write shop_order
        row.save()
""")


@pytest.mark.parametrize("rows", ["values('pk')", "values_list('pk', flat=True)", "dates('day', 'year')"])
def test_rows_of_values_are_no_instances(rows: str) -> None:
    assert_touches(f"""
def touch():
    with transaction.atomic():  #> nothing, read shop_order
        for one in Order.objects.{rows}:
            one.save()
""")


def test_a_subquery_is_read() -> None:
    assert_touches("""
def find():
    Order.objects.filter(customer__in=Customer.objects.all())  #= read shop_order, read shop_customer
    Order.objects.filter(models.Exists(Line.objects.filter(pk=1)))  #= read shop_order, read shop_line
""")


def test_prefetch_objects_are_read() -> None:
    assert_touches("""
def find():
    Order.objects.prefetch_related(models.Prefetch("lines", Line.objects.all()))  #= read shop_order, read shop_line
""")


def test_a_manager_by_its_annotation() -> None:
    assert_touches("""
def close(orders: "models.QuerySet[Order]"):
    with transaction.atomic():  #> update shop_order
        orders.update(total=0)
""")


def test_a_manager_in_a_variable() -> None:
    assert_touches("""
def close(kind):
    manager = Order.objects if kind == "order" else Stock.objects
    with transaction.atomic():  #> update shop_order, update shop_stock
        manager.update(x=0)
""")


def test_a_manager_method_calls_another() -> None:
    assert_calls(
        """
class CartManager(models.Manager):
    def open_ones(self):
        return self.filter(closed=False)
    def close_all(self):
        for cart in self.open_ones():
            cart.close()
class Cart(models.Model):
    objects = CartManager()
    def close(self):
        self.save()
def run():
    Cart.objects.close_all()
""",
        "services.run -> services.CartManager.close_all",
        "services.CartManager.close_all -> services.CartManager.open_ones",
        "services.CartManager.close_all -> services.Cart.close",
    )


def test_related_rows_by_another_manager() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models
class OpenManager(models.Manager):
    def get_queryset(self):
        return super().get_queryset().exclude(stock__left=0)
class Order(models.Model):
    def open_lines(self):
        return self.lines(manager="open").first()  #= read shop_line, read shop_stock
    def all_lines(self):
        return self.lines(manager="objects").count()  #= read shop_line, no read shop_stock
class Stock(models.Model):
    left = models.IntegerField()
class Line(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    stock = models.ForeignKey(Stock, on_delete=models.CASCADE)
    objects = models.Manager()
    open = OpenManager()
""")


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("Order.objects.all().empty()", "delete shop_order"),
        ("Order.objects.all().rename()", "update shop_order"),
        ("Order.objects.filter(pk=1).delete()", "delete shop_order, insert shop_log"),
        ("Order.objects.get(pk=1).delete()", "delete shop_order, insert shop_log"),
        ("Order().save()", "insert shop_order, insert shop_log"),
    ],
)
def test_methods_of_the_framework_called_on_its_own_classes(call: str, expected: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from django.db import models
class Log(models.Model):
    pass
class Own(models.QuerySet):
    def empty(self):
        models.QuerySet.delete(self)
    def rename(self):
        models.query.QuerySet.update(self, name="")
    def delete(self):
        Log.objects.create()
        return models.QuerySet.delete(self)
class Order(models.Model):
    name = models.TextField()
    objects = Own.as_manager()
    def save(self, **kwargs):
        Log.objects.create()
        models.Model.save(self, **kwargs)
    def delete(self, **kwargs):
        Log.objects.create()
        models.Model.delete(self, **kwargs)
# file: shop/services.py
from django.db import transaction
from shop.models import Order
def work():
    with transaction.atomic():  #> {expected}
        {call}
""")


@pytest.mark.parametrize("test", ["TYPE_CHECKING", "typing.TYPE_CHECKING"])
def test_methods_that_are_declared_for_type_checkers_hide_none(test: str) -> None:
    assert_touches(f"""
import typing
from typing import TYPE_CHECKING
class Named:
    if {test}:
        model: type[models.Model]
        def filter(self, *args, **kwargs) -> "typing.Self": ...
        def get(self, *args):
            "One row."
    def named(self, name):
        return self.get(name)
    def some(self):
        return self.filter(name="a")
class Rows(Named, models.QuerySet):
    pass
class Shelves(models.Manager.from_queryset(Rows)):
    if {test}:
        def some(self) -> Rows: ...
class Shelf(models.Model):
    objects = Shelves()
def touch():
    with transaction.atomic():  #> update shop_shelf, read shop_shelf
        Shelf.objects.named("a").save()
    with transaction.atomic():  #> delete shop_shelf
        Shelf.objects.some().delete()
""")


@pytest.mark.parametrize(
    "made",
    [
        "Cases.as_manager()",
        "models.Manager.from_queryset(Cases)()",
        "CaseManager()",
        "Plain()",
        "Below()",
    ],
)
def test_managers_and_querysets_that_extend_what_is_not_read(made: str) -> None:
    assert_touches(f"""
from company.rows import BaseModel, Counted, CountedManager, CountedQuerySet
class Cases(CountedQuerySet, Counted):
    def closed(self):
        return self.filter(open=False)
class CaseManager(models.Manager.from_queryset(Cases), CountedManager):
    def get_queryset(self):
        return super().get_queryset().filter(kept=True)
class Plain(CountedManager):
    def closed(self):
        return self.filter(open=False)
class Below(Plain):
    pass
class Case(BaseModel):
    name = models.TextField()
    objects = {made}
def run():
    with transaction.atomic():  #> delete shop_case
        Case.objects.closed().delete()
""")


def test_what_no_model_calls_its_objects_stays_what_it_is() -> None:
    assert_touches("""
from company.rows import Store, Box
class Kept(Store):
    pass
class Case(models.Model):
    name = models.TextField()
    cache = Kept()
class Shelf:
    objects = Kept()
def run():
    with transaction.atomic():  #> nothing, no read shop_case
        Case.cache.filter(open=False)
        Shelf.objects.filter(open=False)
""")


def test_rows_that_are_fetched_at_once() -> None:
    assert_touches("""
def fetched(rows):
    rows._fetch_all()  #= read shop_order
    return rows
def work():
    return fetched(Order.objects.select_related("customer"))
""")


def test_related_rows_of_a_manager_that_makes_its_queryset_afresh() -> None:
    assert_touches("""
class TagQuerySet(models.QuerySet): pass
class TagManager(models.Manager):
    def get_queryset(self):
        return TagQuerySet(self.model, using=self._db)
class Mark(models.Model):
    objects = TagManager()
class Page(models.Model):
    marks = models.ManyToManyField(Mark)
def run(page: Page):
    list(page.marks.all())  #= read shop_mark, read shop_page_marks
    page.marks.get_queryset().count()  #= read shop_mark, read shop_page_marks
    page.marks.filter(pk=1).exists()  #= read shop_mark, read shop_page_marks
    list(Mark.objects.all())  #= read shop_mark
    with transaction.atomic():  #> insert shop_page_marks
        page.marks.add(1)
""")


@pytest.mark.parametrize("made", ["Rows(self.model)", "Rows(self.model, using=self._db).filter(shown=True)"])
def test_querysets_of_a_package_that_is_not_read_handed_out_by_a_manager(made: str) -> None:
    assert_touches(f"""
# file: shop/rows.py
from languages.manager import LanguageManager, LanguageRows
class Rows(LanguageRows):
    def create(self, **kwargs):
        return super(Rows, self).create(**kwargs)
class Shelves(LanguageManager):
    def get_queryset(self):
        return {made}
# file: shop/models.py
from django.db import models
from shop import rows
class Shelf(models.Model):
    objects = rows.Shelves()
# file: shop/services.py
from django.db import transaction
from django.shortcuts import get_object_or_404
from shop.models import Shelf
def work():
    with transaction.atomic():  #> insert shop_shelf
        Shelf.objects.create()
    with transaction.atomic():  #> delete shop_shelf
        get_object_or_404(Shelf, pk=1).delete()
    with transaction.atomic():  #> update shop_shelf
        Shelf.objects.filter(pk=1).update(name="")
""")


def test_a_manager_that_sets_its_queryset_in_its_constructor() -> None:
    assert_touches("""
class Counted(models.QuerySet):
    def counted(self):
        return self.filter(text="x")

class CountedManager(models.Manager):
    def __init__(self):
        super().__init__()
        self._queryset_class = Counted

    def counted(self):
        return self.get_queryset().counted()

class Entry(models.Model):
    objects = CountedManager()

def work():
    with transaction.atomic():  #> delete shop_entry
        Entry.objects.counted().delete()
""")


def test_a_statement_of_rows_that_is_not_known_reads_their_table() -> None:
    assert_touches("""
def touch(parts):
    with transaction.atomic():  #> nothing, read shop_order
        list(Order.objects.raw("SELECT %s FROM %s" % (", ".join(parts), ", ".join(parts))))
    with transaction.atomic():  #> nothing, read shop_tag, no read shop_order
        list(Order.objects.raw("SELECT id FROM shop_tag"))
""")


@pytest.mark.parametrize(
    ("body", "written"),
    [
        ("objects = Kept()", "update shop_cart"),
        ("objects = Kept()\n    class Meta:\n        ordering = ['pk']", "update shop_cart"),
        ("objects = Kept()\n    others = models.Manager()", "insert shop_log"),
        ("objects = Taken()", "insert shop_log"),
    ],
)
def test_what_is_no_manager_gives_way_to_one(body: str, written: str) -> None:
    assert_touches(f"""
class Kept:
    def update(self, **values):
        Log.objects.create()
class Taken(Kept):
    def contribute_to_class(self, cls, name):
        setattr(cls, name, self)
class Cart(models.Model):
    {body}
def close():
    with transaction.atomic():  #> {written}
        Cart.objects.update(closed=True)
""")
