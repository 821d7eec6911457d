"""What a loop runs that a class has of a package which is not read."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

WORKER = """
from queues import Worker
class Base(Worker):
    def periodic(self):
        Tag.objects.create()
class Sender(Base):
    def __init__(self, names):
        super().__init__(names)
    def dispatch_task(self, task):
        Order.objects.create()
    def helper(self):
        Log.objects.create()
    def _private(self):
        Log.objects.create()
def sender():
    return Sender(["mail"])
def other(x):
    x.helper()
"""


@pytest.mark.parametrize(
    ("run", "written"),
    [
        ("Sender([]).run()", "insert shop_order, insert shop_tag"),
        ("worker = sender()\n        worker.serve_forever()", "insert shop_order, insert shop_tag"),
        ("Sender([]).stop()", "nothing"),
        ("Worker([]).run()", "nothing"),
    ],
)
def test_methods_that_nobody_else_calls(run: str, written: str) -> None:
    assert_touches(f"""{WORKER}
def main():
    with transaction.atomic():  #> {written}
        {run}
""")
