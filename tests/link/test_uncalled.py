"""Functions that nobody calls begin; what others call is entered by its callers, in their transactions."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


def test_callers_come_before_what_they_call() -> None:
    """`order` alone would be taken for an order by its name: its caller knows better."""
    assert_touches("""
def archive(order):
    order.save()  #= update shop_stock
def close(pk):
    archive(Stock.objects.get(pk=pk))
""")


def test_a_circle_begins_with_its_first_function() -> None:
    assert_touches("""
def first(order: Order):
    second(order)
def second(order):
    order.save()  #= update shop_order
    first(order)
""")


def test_a_method_that_only_a_transaction_calls() -> None:
    assert_touches("""
class Remover:
    def perform(self, row):
        remove(row)
    def handle(self, pk):
        with transaction.atomic():  #> delete shop_log
            self.perform(Log.objects.get(pk=pk))
def remove(row):
    row.delete()  #> delete shop_log
""")


def test_what_a_library_opens_inside_a_transaction_is_a_part_of_it() -> None:
    """Stock is only deleted inside a larger transaction, logs by themselves."""
    assert_touches("""
def remove(row):
    row.delete()  #> delete shop_log
def inside():
    with transaction.atomic():  #> delete shop_stock, delete shop_order
        remove(Stock.objects.get(pk=1))
        Order.objects.filter(pk=1)._raw_delete("default")
def outside():
    remove(Log.objects.get(pk=1))
""")


def test_inside_a_request_everything_is_a_part_of_it() -> None:
    assert_touches("""
def remove(row):
    row.delete()  #> delete shop_log
def view(request):  #> delete shop_stock
    remove(Stock.objects.get(pk=1))
def task():
    remove(Log.objects.get(pk=1))
# file: shop/urls.py
from django.urls import path
from shop.services import view
urlpatterns = [path("remove", view)]
# file: shop/settings.py
SECRET_KEY = ""
INSTALLED_APPS = ["shop"]
DATABASES = {"default": {"ATOMIC_REQUESTS": True}}
""")


def test_an_atomic_of_the_project_is_a_transaction_wherever_it_stands() -> None:
    assert_touches("""
def remove(row):
    with transaction.atomic():  #> delete shop_log | delete shop_stock
        row.delete()
def inside():
    with transaction.atomic():  #> delete shop_stock
        remove(Stock.objects.get(pk=1))
def outside():
    remove(Log.objects.get(pk=1))
""")


@pytest.mark.parametrize("default", ["Log", "log"])
def test_a_default_tells_what_an_unknown_argument_is_like(default: str) -> None:
    assert_touches(f"""
log = Log.objects
def tidy(rows={default}, dry=False):
    with transaction.atomic():  #> insert shop_log
        {"rows.objects.create()" if default == "Log" else "rows.create()"}
""")


def test_a_manager_that_nobody_asks_works_for_the_models_that_hold_it() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models, transaction
class Found(models.Manager):
    def get_by_natural_key(self, name):
        return self.get(place__name=name)  #= read shop_order, read shop_place
class Emptied(models.QuerySet):
    def empty(self):
        with transaction.atomic():  #> delete shop_order | delete shop_stock
            self.delete()
def cleared(rows: models.QuerySet):
    rows.forget()
class Kept(models.QuerySet):
    def forget(self):
        with transaction.atomic():  #> update shop_place
            self.update(name="")
class Places(models.Manager):
    def get_queryset(self):
        return Kept(self.model)
class Place(models.Model):
    name = models.TextField()
    objects = Places()
class Order(models.Model):
    place = models.ForeignKey(Place, on_delete=models.CASCADE)
    objects = Found.from_queryset(Emptied)()
class Stock(models.Model):
    objects = Emptied.as_manager()
""")


def test_a_function_that_a_decorator_keeps_in_an_object() -> None:
    assert_touches("""
class Upgrade:
    def __init__(self, since, run):
        self.since, self.run = since, run
def upgrade(since):
    def keep(function):
        return Upgrade(since, run=function)
    return keep
@upgrade(since="2.0")
def recount():
    Order.objects.update(total=0)  #= update shop_order
""")


def test_what_functions_make_for_whoever_comes() -> None:
    assert_touches("""
def make(model):
    def handle(event):
        with transaction.atomic():  #> insert shop_log | insert shop_tag
            model.objects.create()
    return handle
on_log = make(Log)
on_tag = make(Tag)
class Bus:
    def build(self):
        def run(event):
            with transaction.atomic():  #> insert shop_stock
                Stock.objects.create()
        def forgotten(event):
            with transaction.atomic():
                Order.objects.create()
        self.run = run
def make_view(model):
    class View:
        def post(self):
            with transaction.atomic():  #> delete shop_log
                model.objects.all().delete()
    return View
LogView = make_view(Log)
""")


def test_a_decorator_that_decorates_nothing_makes_no_transaction() -> None:
    scan = assert_touches("""
def unit(function):
    def inner(*args):
        with transaction.atomic():
            return function(*args)
    return inner
def work():
    with transaction.atomic():  #> insert shop_log
        Log.objects.create()
""")
    assert len(scan.transactions) == 1


DELETE = "Log.objects.all().delete()  #> delete shop_log"


@pytest.mark.parametrize(
    "made",
    [
        "close = transaction.atomic(_close)",
        "close = transaction.atomic(using='default')(_close)",
        f"class Orders:\n    def _close(self): {DELETE}\n    close = transaction.atomic(_close)",
        f"class Orders:\n    def close(self): {DELETE}\nOrders.close = transaction.atomic(Orders.close)",
    ],
)
def test_what_is_made_of_a_function_that_nobody_calls(made: str) -> None:
    assert_touches(f"""
{"" if "class" in made else f"def _close(): {DELETE}"}
{made}
""")
