"""Transactions that Django code begins by turning autocommit off: what is done from there to `commit()`."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CASES = {
    "from where autocommit is turned off": """
def import_orders():
    Log.objects.create()
    transaction.set_autocommit(False)
    Order.objects.create()
    Stock.objects.update(left=1)
    transaction.commit()  #> insert shop_order, update shop_stock
    transaction.set_autocommit(True)
    Tag.objects.create()
""",
    "on the way that is not rolled back": """
def import_orders():
    transaction.set_autocommit(False)
    try:
        Order.objects.create()
    except ValueError:
        Log.objects.create()
        transaction.rollback()
    else:
        Tag.objects.create()
        transaction.commit()  #> insert shop_order, insert shop_tag
    finally:
        transaction.set_autocommit(True)
""",
    "batch by batch": """
def import_orders(rows):
    transaction.set_autocommit(False)
    for number, row in enumerate(rows):
        Order.objects.create()
        if number % 100 == 0:
            transaction.commit()  #> insert shop_order
    Log.objects.create()
    transaction.commit()  #> insert shop_order, insert shop_log
""",
    "through an object that is entered": """
class ByHand:
    def __enter__(self):
        transaction.set_autocommit(False)
    def __exit__(self, *error):
        transaction.commit()  #> insert shop_order, insert shop_tag
        transaction.set_autocommit(True)
def import_orders():
    Log.objects.create()
    with ByHand():
        Order.objects.create()
        Tag.objects.create()
    Stock.objects.update(left=1)
""",
    "of a connection": """
from django.db import connection
def import_orders():
    connection.set_autocommit(False)
    Order.objects.create()
    connection.cursor().execute("DELETE FROM shop_log")
    connection.commit()  #> insert shop_order, delete shop_log
""",
    "by names that were imported": """
from django.db.transaction import commit, set_autocommit
def import_orders():
    set_autocommit(False)
    Order.objects.create()
    commit()  #> insert shop_order
""",
    "not where autocommit stays on": """
def import_orders():
    Order.objects.create()
    transaction.commit()  #> no transaction
""",
}


@pytest.mark.parametrize("case", CASES)
def test_a_unit_of_work_by_hand(case: str) -> None:
    assert_touches(CASES[case])
