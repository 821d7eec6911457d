"""Generators that are sent something: what `row = yield` gives, and where that runs."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SENT = {
    "row = yield": "if row is None:\n            break\n        row.save()",
    "row = (yield)": "row.save()",
    "number, row = yield": "row.save()",
    "(yield).save()": "",
    "row = yield count": "row.save()",
}


@pytest.mark.parametrize("taken", SENT)
@pytest.mark.parametrize("start", ["next(sink)", "sink.send(None)"])
def test_what_a_consumer_is_sent(taken: str, start: str) -> None:
    sent = "(1, Order())" if "," in taken else "Order()"
    assert_touches(f"""
def store(count=0):
    while True:
        {taken}
        {SENT[taken] or "pass"}
def work():
    sink = store()
    {start}
    with transaction.atomic():  #> insert shop_order
        sink.send({sent})
""")


KEPT = {
    "a variable of the module": """
SINK = store()
next(SINK)
put = SINK.send
""",
    "one that passes on": """
def outer():
    yield from store()
put = outer().send
""",
    "one that sends itself": """
def cast(sinks):
    while True:
        row = yield
        for sink in sinks:
            sink.send(row)
SINK = cast([store()])
def put(row):
    SINK.send(row)
""",
    "one that a decorator starts": """
def started(function):
    def start(*args):
        made = function(*args)
        next(made)
        return made
    return start
@started
def again():
    while True:
        row = yield
        row.save()
SINK = again()
def put(row):
    SINK.send(row)
""",
    "an object": """
class Writer:
    def __init__(self):
        self.sink = store()
        next(self.sink)
    def put(self, row):
        self.sink.send(row)
put = Writer().put
""",
}


@pytest.mark.parametrize("case", KEPT)
def test_where_a_consumer_is_kept(case: str) -> None:
    assert_touches(f"""
def store():
    while True:
        row = yield
        row.save()
{KEPT[case]}
def work():
    with transaction.atomic():  #> insert shop_order
        put(Order())
""")


def test_what_a_consumer_gives_back() -> None:
    assert_touches("""
def made():
    row = None
    while True:
        model = yield row
        row = model()
def work():
    maker = made()
    next(maker)
    with transaction.atomic():  #> insert shop_order
        maker.send(Order).save()
""")


def test_an_async_consumer() -> None:
    assert_touches("""
async def store():
    while True:
        row = yield
        row.save()
async def work():
    sink = store()
    await sink.asend(None)
    with transaction.atomic():  #> insert shop_order
        await sink.asend(Order())
""")


def test_consumers_that_are_told_apart() -> None:
    assert_touches("""
def store(model):
    while True:
        name = yield
        model.objects.create(name=name)
def work():
    orders, tags = store(Order), store(Tag)
    with transaction.atomic():  #> insert shop_order
        orders.send("a")
    with transaction.atomic():  #> insert shop_tag
        tags.send("a")
""")
