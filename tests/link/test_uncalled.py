"""Functions that nobody calls begin; what others call is entered by its callers, in their transactions."""

from __future__ import annotations

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
