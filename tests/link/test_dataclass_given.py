"""What a record was made with is what it holds: defaults and annotations of its fields promise no more."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

RECORD = """
from dataclasses import dataclass
from typing import Union
from django.db import transaction
from shop.models import *
@dataclass
class Audit:
    row: Union[Order, Stock, Log] = None
    log: Log = None
    def do(self):
        self.row.save()
    def note(self):
        self.log.save()
"""


@pytest.mark.parametrize("call", ["Audit(row=Stock.objects.get(pk=pk))", "Audit(Stock.objects.get(pk=pk))"])
def test_a_field_that_is_given(call: str) -> None:
    assert_touches(f"""{RECORD}
def work(pk):
    with transaction.atomic():  #> update shop_stock
        {call}.do()
def other(pk):
    with transaction.atomic():  #> update shop_order
        Audit(row=Order.objects.get(pk=pk)).do()
""")


def test_a_field_that_is_stored_later() -> None:
    assert_touches(f"""{RECORD}
def work(pk):
    with transaction.atomic():  #> update shop_log
        audit = Audit(row=Stock.objects.get(pk=pk))
        audit.log = Log.objects.get(pk=pk)
        audit.note()
""")


def test_none_that_is_given_decides_nothing() -> None:
    assert_touches(f"""{RECORD}
def made(log):
    return Audit(row=None, log=log)
def work(pk):
    with transaction.atomic():  #> write shop_tag
        audit = Audit(row=None, log=Log.objects.get(pk=pk))
        if audit.row is not None:
            Tag.objects.create()
""")
