"""Objects that go through the standard library: collections, iterators, functions about functions."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SAVED = [
    "for one in itertools.tee([Order()])[1]:\n    one.save()",
    "for a, one in itertools.product(items, [Order()]):\n    one.save()",
    "for a, one in itertools.product([Order()], repeat=2):\n    one.save()",
    "for a, one in itertools.combinations([Order()], 2):\n    one.save()",
    "for a, one in itertools.pairwise([Order(), Order()]):\n    one.save()",
    "for a, one in itertools.zip_longest(items, [Order()]):\n    one.save()",
    "for one in itertools.starmap(made, [(1, 2)]):\n    one.save()",
    "for one in itertools.takewhile(bool, [Order()]):\n    one.save()",
    "for one in itertools.filterfalse(None, [Order()]):\n    one.save()",
    "for several in itertools.batched([Order()], 2):\n    for one in several:\n        one.save()",
    "for key, several in itertools.groupby([Order()], str):\n    for one in several:\n        one.save()",
    "for one, several in itertools.groupby([Job()], lambda job: job.order):\n    one.save()",
    "for one, several in itertools.groupby([Job()], key=operator.attrgetter('order')):\n    one.save()",
    "for one, several in itertools.groupby([Order()]):\n    one.save()",
    "functools.reduce(lambda a, b: b, [Order()]).save()",
    "functools.reduce(lambda a, b: a, items, Order()).save()",
    "rows = collections.deque()\nrows.append(Order())\nrows.popleft().save()",
    "rows = collections.deque([Order()])\nrows.pop().save()",
    "collections.ChainMap({}, {'a': Order()})['a'].save()",
    "key, one = {'a': Order()}.popitem()\none.save()",
    "for one in dict.fromkeys(items, Order()).values():\n    one.save()",
    "for model in dict.fromkeys([Order]):\n    model().save()",
    "for model in {Order: 1}:\n    model().save()",
    "for model in {Order: 1}.keys():\n    model().save()",
    "for model, label in {Order: 1}.items():\n    model().save()",
    "for one in [Order()] * 3:\n    one.save()",
    "for one in set().union([Order()]):\n    one.save()",
    "operator.itemgetter('a')({'a': Order()}).save()",
    "operator.itemgetter(0, 1)([Order(), Order()])[0].save()",
    "operator.attrgetter('order')(Job()).save()",
    "operator.methodcaller('save')(Order())",
    "list(map(operator.methodcaller('save'), [Order()]))",
    "weakref.ref(Order())().save()",
    "Job().saved()",
    "with contextlib.ExitStack() as stack:\n    stack.enter_context(given()).save()",
    "for one in sum([[Order()], []], []):\n    one.save()",
    "rows = collections.deque()\nrows.extendleft([Order()])\nrows.pop().save()",
    "rows = queue.Queue()\nrows.put(Order(), False)\nrows.get().save()",
    "rows = queue.PriorityQueue(10)\nrows.put_nowait((1, Order()))\nrows.get_nowait()[1].save()",
    "JOBS.put(Order())\nJOBS.get(timeout=1).save()",
    "rows = []\nheapq.heappush(rows, (1, Order()))\nheapq.heappop(rows)[1].save()",
    "rows = []\nheappush(rows, Order())\nrows[0].save()",
    "rows = [Order()]\nheapq.heapify(rows)\nheapq.heapreplace(rows, 1).save()",
    "heapq.heappushpop([], Order()).save()",
    "for one in heapq.nlargest(3, [Order()], key=str):\n    one.save()",
    "heapq.nsmallest(3, [1], key=lambda one: Order().save())",
    "for one in heapq.merge([], [Order()]):\n    one.save()",
    "rows = []\nbisect.insort(rows, Order(), key=str)\nrows[0].save()",
    "random.choice([Order()]).save()",
    "for one in random.sample([Order()], 1):\n    one.save()",
    "STATE.order = Order()\nSTATE.order.save()",
    "OWN.order = Order()\nOWN.order.save()",
    "CURRENT.set(Order())\nCURRENT.get().save()",
    "DEFAULT.get().save()",
    "CURRENT.get(Order()).save()",
    "dataclasses.replace(Kept(), order=Order()).order.save()",
    "attrs.evolve(Kept(), order=Order()).order.save()",
    "copy.replace(Kept(), order=Order()).order.save()",
    "copy.replace(Replaced(), order=Order())",
    "Pair(None)._replace(order=Order()).order.save()",
    "Typed()._replace(order=Order()).order.save()",
    "Sent().model_copy(update={'order': Order()}).order.save()",
    "with contextlib.closing(Closed()):\n    pass",
    "type('Own', (), {'run': lambda self: Order().save()})().run()",
    "globals()['save_' + str(items)]()",
    "globals()['save_it']()",
    "getattr(sys.modules[__name__], 'save_it')()",
    "sys.modules['shop.services'].save_it()",
    "types.MappingProxyType({'a': Order})['a']().save()",
    "for one in Stepping():\n    one.save()",
    "next(Stepping()).save()",
    "for one in Sequence():\n    one.save()",
    "for call in [lambda: one.save() for one in [Order()]]:\n    call()",
    "for call in [lambda one=one: one.save() for one in [Order()]]:\n    call()",
    "for several in more_itertools.chunked([Order()], 2):\n    for one in several:\n        one.save()",
    "for one in more_itertools.flatten([[Order()]]):\n    one.save()",
    "for one in more_itertools.peekable([Order()]):\n    one.save()",
    "futures.ThreadPoolExecutor().submit(made, 1, 2).result().save()",
    "for done in futures.as_completed([futures.ThreadPoolExecutor().submit(made, 1, 2)]):\n    done.result().save()",
    "done, rest = futures.wait([futures.ThreadPoolExecutor().submit(made, 1, 2)])\n[a.result().save() for a in done]",
    "for one in futures.ThreadPoolExecutor().map(made, items, items):\n    one.save()",
    "for done in futures.as_completed({futures.ThreadPoolExecutor().submit(made, 1, 2): 1}):\n    done.result().save()",
    "(one,) = Typed(Order())\none.save()",
    "[one.save() for one in Typed(Order())]",
    "Typed(Order())._asdict()['order'].save()",
    "Pair(Order())._asdict()['order'].save()",
    "for one in itertools.accumulate([Order()], lambda a, b: b):\n    one.save()",
    "for field in dataclasses.fields(Kept):\n    getattr(Kept(Order()), field.name).save()",
    "type('Own', (object,), {'run': lambda self: Order().save()})().run()",
    "weakref.finalize(items, save, None, Order)()",
    "for one in iter(Job().make, None):\n    one.save()",
    "first, *rest = [1, Order()]\nrest[0].save()",
    "(one, *rest), other = (Order(),), 1\none.save()",
    "*rest, one = (1, 2, Order())\none.save()",
    "multiprocessing.Pool().apply_async(made, (1, 2)).get().save()",
    "print('made', Said())",
    "logging.getLogger(__name__).info('made %s', Said())",
    "logging.warning(Said())",
    "Made(Order())",
    "Defined(Order())",
    "Line._meta.get_field('order').related_model().save()",
    "Line._meta.get_field('order').remote_field.model().save()",
]


@pytest.mark.parametrize("body", SAVED)
def test_an_object_comes_out(body: str) -> None:
    indented = body.replace("\n", "\n        ")
    assert_touches(f"""
import attrs, bisect, collections, contextlib, contextvars, copy, dataclasses, functools, heapq, itertools, operator
import logging, more_itertools, multiprocessing, queue, random, sys, threading, types, typing, weakref
from concurrent import futures
from heapq import heappush
from pydantic import BaseModel
JOBS = queue.Queue()
STATE = threading.local()
CURRENT = contextvars.ContextVar("current")
DEFAULT = contextvars.ContextVar("default", default=Order())
class Own(threading.local):
    order = None
OWN = Own()
Pair = collections.namedtuple("Pair", "order")
class Typed(typing.NamedTuple):
    order: object = None
class Sent(BaseModel):
    order: object = None
@dataclasses.dataclass
class Kept:
    order: object = None
class Replaced:
    def __replace__(self, *, order):
        order.save()
class Closed:
    def close(self):
        Order().save()
class Stepping:
    def __iter__(self):
        return self
    def __next__(self):
        return Order()
class Sequence:
    def __getitem__(self, index):
        return Order()
class Said:
    def __str__(self):
        return str(Order.objects.create().pk)
def save_it():
    Order().save()
def made(a, b):
    return Order()
def save(self, model):
    model().save()
class Job:
    saved = functools.partialmethod(save, Order)
    def __init__(self):
        self.order = Order()
    def make(self):
        return Order()
@contextlib.contextmanager
def given():
    yield Order()
@dataclasses.dataclass
class Made:
    order: object
    def __post_init__(self):
        self.order.save()
@attrs.define
class Defined:
    order: object
    def __attrs_post_init__(self):
        self.order.save()
def work(items):
    with transaction.atomic():  #> insert shop_order
        {indented}
""")


def test_a_copy_of_a_row_is_a_row_of_its_own() -> None:
    assert_touches("""
import copy
def work(pk):
    order = copy.copy(Order.objects.get(pk=pk))
    with transaction.atomic():  #> update shop_order
        order.save()
    order.pk = None
    with transaction.atomic():  #> insert shop_order
        order.save()
""")


def test_a_transaction_that_a_stack_of_contexts_holds_open() -> None:
    assert_touches("""
import contextlib
@contextlib.contextmanager
def opened():
    with transaction.atomic():
        yield
def work():
    with contextlib.ExitStack() as stack:
        stack.enter_context(opened())  #> insert shop_order
        Order.objects.create()
""")


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("", "stack.enter_context(Rule(order)).save()"),
        ("", "stack.push(Rule(order))"),
        ("", "stack.callback(close, order)"),
        ("", "stack.push(lambda *error: order.save())"),
        (", ExitStack()", "stack.callback(close, row=order)"),
        ("async", "stack.push_async_callback(close, order)"),
        ("async", "(await stack.enter_async_context(Rule(order))).save()"),
    ],
)
def test_what_a_stack_of_contexts_runs_at_its_end(form: str, code: str) -> None:
    opened = "async with AsyncExitStack() as stack" if form == "async" else f"with ExitStack() as stack{form}"
    assert_touches(f"""
from contextlib import AsyncExitStack, ExitStack
class Rule:
    def __init__(self, row):
        self.row = row
    def __enter__(self):
        return self.row
    def __exit__(self, *error):
        self.row.save()
    async def __aenter__(self):
        return self.row
    async def __aexit__(self, *error):
        self.row.save()
def close(row):
    row.save()
async def work(order: Order):
    with transaction.atomic():  #> update shop_order
        {opened}:
            {code}
""")


@pytest.mark.parametrize(
    "text",
    ["f'{line}'", "'%s' % line", "'%s %s' % (1, line)", "'{}'.format(line)", "str(line)", "'%(a)s' % {'a': line}"],
)
def test_a_text_reads_what_a_row_says(text: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from django.db import models
class Order(models.Model):
    name = models.TextField()
class Line(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE)
    def __str__(self):
        return self.order.name
class Log(models.Model):
    text = models.TextField()
# file: shop/services.py
from django.db import models, transaction
from shop.models import *
def work(line: Line):
    with transaction.atomic():  #> insert shop_log, read shop_order
        Log.objects.create(text={text})
""")


def test_a_table_that_is_named_by_an_object() -> None:
    assert_touches("""
from django.db import connection
class Name:
    def __str__(self):
        return "shop_log"
def work():
    with transaction.atomic():  #> delete shop_log
        connection.cursor().execute(f"DELETE FROM {Name()}")
""")


def test_an_object_that_enters_around_what_it_decorates() -> None:
    assert_touches("""
from contextlib import ContextDecorator
class logged(ContextDecorator):
    def __enter__(self):
        Log.objects.create()
    def __exit__(self, *args):
        Stock.objects.create()
@logged()
def tag():
    Tag.objects.create()
def work():
    with transaction.atomic():  #> insert shop_log, insert shop_stock, insert shop_tag
        tag()
""")


def test_a_simple_namespace() -> None:
    assert_touches("""
from types import SimpleNamespace
def work():
    held = SimpleNamespace(model=Stock, write=lambda: Log.objects.create())
    held.other = Tag
    with transaction.atomic():  #> insert shop_stock, insert shop_log, insert shop_tag
        held.model.objects.create()
        held.write()
        held.other.objects.create()
""")


def test_a_text_of_an_object_or_a_constant() -> None:
    assert_touches("""
from django.db import connection
class Name:
    def __str__(self):
        return "shop_log"
def work(x):
    name = Name() if x else "shop_stock"
    with transaction.atomic(), connection.cursor() as cursor:  #> delete shop_log, delete shop_stock
        cursor.execute(f"DELETE FROM {name}")
""")


@pytest.mark.parametrize(
    ("made", "stored", "read"),
    [
        ("threading.local()", "first.row, second.row = Order(), Tag()", "first.row"),
        ("asgiref.local.Local()", "first.row, second.row = Order(), Tag()", "first.row"),
        ("werkzeug.local.Local()", "first.row, second.row = Order(), Tag()", "first.row"),
        ("contextvars.ContextVar('x')", "first.set(Order()); second.set(Tag())", "first.get()"),
        ("contextvars.ContextVar('x')", "first.set(Order()); second.set(Tag())", "werkzeug.local.LocalProxy(first)"),
        ("queue.Queue()", "first.put(Order()); second.put(Tag())", "first.get()"),
        ("asyncio.Queue()", "asyncio.run(put())", "first.get_nowait()"),
    ],
)
def test_what_is_stored_in_one_is_not_in_the_other(made: str, stored: str, read: str) -> None:
    assert_touches(f"""
import asgiref.local, asyncio, contextvars, queue, threading, werkzeug.local
first = {made}
second = {made}
async def put():
    await first.put(Order())
    await second.put(Tag())
def work():
    {stored}
    with transaction.atomic():  #> insert shop_order
        {read}.save()
""")


def test_a_calendar_that_is_written_asks_for_its_days() -> None:
    assert_touches("""
from calendar import HTMLCalendar
class Month(HTMLCalendar):
    def formatmonth(self, year, month):
        self.year = year
        return super().formatmonth(year, month)
    def formatday(self, day, weekday):
        Log.objects.create()
        return ""
def show(year):
    with transaction.atomic():  #> insert shop_log
        Month().formatmonth(year, 1)
""")
