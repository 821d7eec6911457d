"""What a package that is not read calls back: the methods of objects whose classes extend its own."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

BULK = """
import csv, pickle
from bulk import Client, Executor, FaultError, Record, run
from other import go
class Storing(Executor):
    def __init__(self, prefix):
        self.prefix = prefix
    def configure(self, config):
        Log.objects.create(text=self.prefix)
    def execute(self, batch):
        self._store(batch)
    def _store(self, batch):
        Order.objects.create()
    def __repr__(self):
        Customer.objects.get()
class Row(Record):
    name: str
    def execute(self):
        Order.objects.create()
class OwnFaultError(FaultError):
    def execute(self):
        Order.objects.create()
class Plain:
    def execute(self):
        Order.objects.create()
class Dialect(csv.Dialect):
    def execute(self):
        Order.objects.create()
"""


@pytest.mark.parametrize("call", ["run(body, executor=Storing('a'))", "Client(body).run(Storing('a'))"])
def test_called_back(call: str) -> None:
    assert_touches(f"""{BULK}
@transaction.atomic  #> insert shop_order?, insert shop_log?
def work(body):
    {call}
""")


@pytest.mark.parametrize(
    "call",
    [
        "go(Storing('a'))",  # it does not know what the other package calls
        "Client(executor=Storing('a'))",
        "Client().add_executor(Storing('a'))",
        "Client().register(Storing('a'))",
        "run(Row())",
        "run(OwnFaultError())",
        "run(Plain())",
        "csv.reader(body, Dialect())",
    ],
)
def test_not_called_back(call: str) -> None:
    assert_touches(f"""{BULK}
@transaction.atomic  #> insert shop_customer
def work(body):
    Customer.objects.create()
    {call}
""")
