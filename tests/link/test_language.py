"""Python's own ways of calling: properties, descriptors, closures, partials, dunder methods."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches, cases, missing
from tests.link.mapped import MODELS as MAPPED

THINGS = """
import heapq, operator
import funcy
from functools import cached_property, partial, partialmethod, reduce, singledispatch, lru_cache
def write(*args, **kwargs):
    Log.objects.create(text="a")
def give():
    return write
class Descriptor:
    def __get__(self, instance, owner):
        write()
    def __set__(self, instance, value):
        write()
class Base:
    @property
    def base_property(self):
        return write()
class Thing(Base):
    attribute = Descriptor()
    function = write
    static = staticmethod(write)
    part = partialmethod(write, 1)
    def __init__(self):
        self.held = write
    def method(self, *args):
        write()
    @classmethod
    def class_method(cls):
        write()
    @staticmethod
    def static_method():
        write()
    @property
    def plain(self):
        return write()
    @plain.setter
    def plain(self, value):
        pass
    @cached_property
    def cached(self):
        return write()
    def _get_old(self):
        return write()
    old = property(_get_old)
class Setting:
    @property
    def plain(self):
        return 1
    @plain.setter
    def plain(self, value):
        write()
    def __setattr__(self, name, value):
        super().__setattr__(name, value)
class Dunder:
    def __call__(self, *args): write()
    def __enter__(self): write()
    def __exit__(self, *args): pass
    def __iter__(self): write(); return iter([])
    def __getitem__(self, key): write()
class Getattr:
    def __getattr__(self, name): write()
class Setitem:
    def __setitem__(self, key, value): write()
    def __delitem__(self, key): write()
    def __contains__(self, key): write(); return True
    def __len__(self): write(); return 1
    def __bool__(self): write(); return True
    def __str__(self): write(); return ""
    def __eq__(self, other): write(); return True
    def __lt__(self, other): write(); return True
    def __add__(self, other): write()
    def __radd__(self, other): write()
    def __iadd__(self, other): write()
    def __or__(self, other): write()
    def __neg__(self): write()
    def __hash__(self): write(); return 1
class Made:
    def __new__(cls, *args):
        write()
        return super().__new__(cls)
class Post:
    def __post_init__(self): write()
class Later:
    async def __aenter__(self): write()
    async def __aexit__(self, *args): pass
    async def __aiter__(self):
        write()
        yield 1
class Sub:
    def __init_subclass__(cls, **kwargs): write()
class CallingMeta(type):
    def __call__(cls, *args): write(); return super().__call__(*args)
class WithMeta(metaclass=CallingMeta): pass
class GivingMeta(type):
    @property
    def given(cls): return write()
    def __getitem__(cls, key): write()
    def __iter__(cls): write(); return iter([])
class OfMeta(metaclass=GivingMeta): pass
class Sized:
    def __len__(self): write(); return 1
@lru_cache(maxsize=None)
def cached(): write()
@singledispatch
def dispatched(x): pass
@dispatched.register
def _(x: int): write()
@dispatched.register(str)
def _for_text(x): write()
def generator():
    write()
    yield 1
def delegating():
    yield from generator()
"""


WAYS = [
    "Thing().method()",
    "Thing.method(Thing())",
    "Thing.class_method()",
    "Thing().class_method()",
    "Thing.static_method()",
    "Thing().static_method()",
    "Thing().static()",
    "Thing().function()",
    "Thing().part()",
    "Thing().held()",
    "Thing().plain",
    "Thing().base_property",
    "Thing().cached",
    "Thing().old",
    "Thing().attribute",
    "Thing().attribute = 1",
    "Setting().plain = 1",
    "setattr(Setting(), 'plain', 1)",
    "getattr(Thing(), 'plain')",
    "getattr(Thing(), 'method')()",
    "getattr(Thing(), 'missing', write)()",
    "operator.attrgetter('plain')(Thing())",
    "operator.methodcaller('method')(Thing())",
    "Dunder()()",
    "with Dunder(): pass",
    "list(Dunder())",
    "for _ in Dunder(): pass",
    "[one for one in Dunder()]",
    "a, *b = Dunder()",
    "Dunder()[1]",
    "Getattr().anything",
    "Setitem()[1] = 2",
    "del Setitem()[1]",
    "1 in Setitem()",
    "len(Setitem())",
    "bool(Setitem())",
    "if Setitem(): pass",
    "if Sized(): pass",
    "if not Sized(): pass",
    "Sized() and print()",
    "while Sized(): pass",
    "OfMeta.given",
    "OfMeta['key']",
    "for _ in OfMeta: pass",
    "str(Setitem())",
    "f'{Setitem()}'",
    "Setitem() == 1",
    "Setitem() < 1",
    "Setitem() != 1",
    "1 == Setitem()",
    "1 >= Setitem()",
    "Setitem() >= 1",
    "sorted([Setitem(), Setitem()])",
    "max([Setitem(), Setitem()])",
    "min(Setitem(), Setitem())",
    "rows = [Setitem()]; rows.sort()",
    "heapq.nlargest(2, [Setitem()])",
    "Setitem() + 1",
    "1 + Setitem()",
    "x = Setitem(); x += 1",
    "Setitem() | 1",
    "-Setitem()",
    "hash(Setitem())",
    "Made()",
    "WithMeta()",
    "class Subclass(Sub): pass",
    "cached()",
    "dispatched(1)",
    "dispatched('a')",
    "for _ in generator(): pass",
    "list(delegating())",
    "next(generator())",
    "anext(generator())",
    "partial(write, 1)()",
    "funcy.partial(write, 1)()",
    "partial(Thing().method, 1)()",
    "partial(partial(write, 1), 2)()",
    "give()()",
    "(lambda: write())()",
    "(lambda f: f())(write)",
    "[write][0]()",
    "{'a': write}['a']()",
    "(write if x else print)()",
    "(x or write)()",
    "list(map(write, [1]))",
    "list(filter(write, [1]))",
    "sorted([1], key=write)",
    "max([1, 2], key=write)",
    "[1].sort(key=write)",
    "reduce(write, [1, 2])",
    "for f in (write, print): f()",
    "for name, f in {'a': write}.items(): f()",
    "for f, y in zip([write], [1]): f(y)",
    "for n, f in enumerate([write]): f()",
    "f = g = write; g()",
    "f, g = write, print; f()",
    "(f := write)()",
    "fs = []; fs.append(write); fs[0]()",
    "fs = {}; fs['a'] = write; fs['a']()",
    "fs = {}; fs.setdefault('a', write); fs['a']()",
    "fs = {}; f = fs.setdefault('a', write); fs['a']()",
    "fs = {}; fs.setdefault('a', []).append(write); fs['a'][0]()",
    "fs = {}; fs.setdefault('a', {})['b'] = write; fs['a']['b']()",
    "fs = set(); fs.add(write); fs.pop()()",
    "[f() for f in {write, print} - {print}]",
    "[f() for f in {print} ^ {write}]",
    "fs = {write, print}; fs -= {print}; [f() for f in fs]",
    "type(Thing())().method()",
    "Thing().__class__().method()",
    "vars(Thing)['method'](Thing())",
    "globals()['write']()",
    "[write() for _ in 'ab']",
    "{n: write() for n in 'ab'}",
    "any(write() for _ in 'ab')",
    "print(*(write() for _ in 'ab'))",
    "x and write()",
    "assert write()",
]
MISSED = {"class Subclass(Sub): pass": "__init_subclass__ is not run where a function makes the class"}


@pytest.mark.parametrize("statement", cases(WAYS, MISSED))
def test_a_way_to_call(statement: str) -> None:
    assert_touches(f"""{THINGS}
def touch(x):
    with transaction.atomic():  #> insert shop_log
        {statement}
""")


@pytest.mark.parametrize(
    "statement",
    [
        "async with Later(): pass",
        "async for _ in Later(): pass",
        "await coroutine()",
        "await asyncio.gather(coroutine(), coroutine())",
        "await asyncio.create_task(coroutine())",
        "asyncio.run(coroutine())",
        "await asyncio.to_thread(write)",
        "await anyio.to_thread.run_sync(write)",
        "await tenacity.AsyncRetrying(stop=1)(coroutine)",
        "tenacity.Retrying().call(write)",
        "contextvars.copy_context().run(write)",
    ],
)
def test_an_async_way_to_call(statement: str) -> None:
    assert_touches(f"""{THINGS}
import anyio, asyncio, contextvars, tenacity
async def coroutine():
    write()
async def touch(x):
    with transaction.atomic():  #> insert shop_log
        {statement}
""")


@pytest.mark.parametrize(
    "statement",
    [
        "write",
        "Thing().method",
        "Thing()",
        "lambda: write()",
        "partial(write, 1)",
        pytest.param("generator()", marks=missing("a generator that nobody iterates over is run")),
        "Thing().plain = 1",
        "Thing.plain",
        "give()",
        "f = write",
        "[write]",
        "print(write)",
        "def inner(): write()",
        "class Inner:\n            def method(self): write()",
    ],
)
def test_what_calls_nothing(statement: str) -> None:
    assert_touches(f"""{THINGS}
def touch(x):
    with transaction.atomic():  #> nothing
        {statement}
""")


def test_closures() -> None:
    assert_touches("""
def saver(row):
    def save():
        row.save()
    return save
def counter():
    held = None
    def set_it(row):
        nonlocal held
        held = row
    def use():
        held.save()
    return set_it, use
def touch(order: Order, stock: Stock):
    save = saver(order)
    other = saver(stock)
    with transaction.atomic():  #> write shop_order
        save()
    with transaction.atomic():  #> write shop_stock
        other()
    set_it, use = counter()
    set_it(order)
    with transaction.atomic():  #> write shop_order
        use()
""")


def test_a_global_that_a_function_sets() -> None:
    assert_touches("""
current = None
def enter(row: Order):
    global current
    current = row
def touch():
    with transaction.atomic():  #> write shop_order
        current.save()
""")


def test_a_global_that_a_function_takes_from_its_module_when_it_runs() -> None:
    assert_touches("""
# file: shop/state.py
from shop.models import Order
current = None
def enter(row: Order):
    global current
    current = row
# file: shop/services.py
from django.db import transaction
from shop.models import *
def touch():
    from shop.state import current
    with transaction.atomic():  #> write shop_order
        current.save()
""")


def test_a_class_made_in_a_function() -> None:
    assert_touches("""
def make(of):
    class Made:
        model = of
        def run(self):
            self.model.objects.create()
    return Made
Logs, Tags = make(Log), make(Tag)
def touch():
    with transaction.atomic():  #> insert shop_log
        Logs().run()
    with transaction.atomic():  #> insert shop_tag
        Tags().run()
""")


def test_a_class_made_by_type() -> None:
    assert_touches("""
class Base:
    def run(self):
        self.model.objects.create()
Logs = type("Logs", (Base,), {"model": Log})
def made(name, **held):
    return type(name, (Base,), held)
def touch():
    with transaction.atomic():  #> insert shop_log
        Logs().run()
    with transaction.atomic():  #> insert shop_tag
        made("Tags", model=Tag)().run()
    with transaction.atomic():  #> insert shop_stock
        made("Stocks", model=Stock)().run()
""")


@pytest.mark.parametrize(
    "made",
    [
        'type(Base)("Made", (Base,), {"model": model})',
        'Meta("Made", (Base,), {"model": model})',
        'type(Plain)("Made", (Plain,), {"model": model})',
        'type("Made", (Kind, Base), {})',
    ],
)
def test_a_class_made_by_what_makes_classes(made: str) -> None:
    assert_touches(f"""
class Meta(type):
    pass
class Plain:
    def run(self):
        self.model.objects.create()
class Base(Plain, metaclass=Meta):
    pass
class Kind:
    model = Log
    def run(self):
        super().run()
def made(model):
    return {made}
def touch():
    with transaction.atomic():  #> insert shop_log
        made(Log)().run()
""")


def test_a_class_made_of_one_of_several() -> None:
    assert_touches("""
class Base:
    def run(self):
        raise NotImplementedError
class Logs(Base):
    def run(self):
        Log.objects.create()
class Tags(Base):
    def run(self):
        Tag.objects.create()
def touch(kind):
    kinds = {"log": Logs, "tag": Tags}
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        type("Made", (kinds[kind], Base), {})().run()
""")


CHANGED = {
    "self": "self.__class__ = KINDS[kind]",
    "made of one of several": 'self.__class__ = type("Made", (KINDS[kind], Base), {})',
    "by name": 'setattr(self, "__class__", KINDS[kind])',
    "that of another object": "self.__class__ = KINDS[kind]().__class__",
}


@pytest.mark.parametrize("change", CHANGED)
def test_an_object_that_is_given_another_class(change: str) -> None:
    assert_touches(f"""
class Base:
    def become(self, kind):
        {CHANGED[change]}
    def run(self):
        raise NotImplementedError
class Logs(Base):
    def run(self):
        Log.objects.create()
class Tags(Base):
    def run(self):
        self.row().save()
    def row(self):
        return Tag()
class Other:
    def run(self):
        Stock.objects.create()
KINDS = {{"log": Logs, "tag": Tags}}
current = Base()
def touch():
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        current.run()
def other():
    with transaction.atomic():  #> insert shop_stock
        Other().run()
def start(kind):
    current.become(kind)
""")


def test_a_row_that_is_given_the_class_of_a_proxy() -> None:
    assert_touches("""
class Noted(Tag):
    class Meta:
        proxy = True
    def note(self):
        Log.objects.create()
class Plain:
    def note(self):
        pass
def touch(pk):
    tag = Tag.objects.get(pk=pk)
    tag.__class__ = Noted
    with transaction.atomic():  #> insert shop_log
        tag.note()
""")


def test_a_form_made_by_type() -> None:
    assert_touches("""
from django import forms
def factory(tags):
    return type("MoveForm", (forms.Form,), {"tag": forms.ModelChoiceField(tags), "text": forms.CharField()})
def touch(request):
    form = factory(Tag.objects.all())(request.POST)
    form.is_valid()
    with transaction.atomic():  #> write shop_tag
        form.cleaned_data["tag"].save()
""")


def test_a_default_of_a_dict_that_is_handed_on() -> None:
    assert_touches("""
def inner(log=False, tag=False):
    if log:
        Log.objects.create(text="a")
    if tag:
        Tag.objects.create()
def make(**options):
    options.setdefault("log", True)
    inner(**options)
def touch():
    with transaction.atomic():  #> insert shop_log
        make()
    with transaction.atomic():  #> insert shop_tag
        make(log=False, tag=True)
""")


@pytest.mark.parametrize(
    "imported",
    [
        "from shop.deep.inner import write",
        "from shop.deep import write",
        "from shop import deep\n    write = deep.write",
        "import shop.deep.inner\n    write = shop.deep.inner.write",
        "import shop.deep as d\n    write = d.inner.write",
        "from shop.deep import inner as i\n    write = i.write",
        "from shop.deep import *",
        "from .deep import write",
        "from .deep.inner import write as write",
        "from . import deep\n    write = deep.inner.write",
        "try:\n        from shop.deep import write\n    except ImportError:\n        write = None",
        "from shop.deep import renamed as write",
        "from shop.lazy import write",
    ],
)
def test_an_import(imported: str) -> None:
    top = imported.replace("\n    ", "\n")
    for head, body in ((f"{top}\n", ""), ("", f"    {imported}\n")):
        if "*" in imported and body:
            continue
        assert_touches(f"""{head}
def touch():
{body}
    with transaction.atomic():  #> insert shop_log
        write()
# file: shop/deep/__init__.py
from . import inner
from .inner import write
from shop.deep.inner import write as renamed
# file: shop/deep/inner.py
from shop.models import Log
def write():
    Log.objects.create(text="a")
# file: shop/lazy.py
def __getattr__(name):
    from shop.deep import inner
    return getattr(inner, name)
""")


@pytest.mark.parametrize(
    "annotation",
    [
        "Order", "'Order'", "Order | None", "'Order | None'", "Optional[Order]", "Optional['Order']",
        "Union[Order, None]", "Annotated[Order, 1]", "'shop.models.Order'", "models_module.Order", "T",
        "OrderOrNone", "OrderByName",
    ],
)  # fmt: skip
def test_an_annotation(annotation: str) -> None:
    assert_touches(f"""
from typing import Annotated, Optional, TypeAlias, TypeVar, Union
import shop.models as models_module
import shop.models
T = TypeVar("T", bound=Order)
OrderOrNone = Optional[Order]
OrderByName: TypeAlias = "Order | None"
def touch(x: {annotation}):
    with transaction.atomic():  #> write shop_order
        x.save()
""")


@pytest.mark.parametrize(
    "annotation",
    [
        "list[Order]", "List[Order]", "Iterable[Order]", "Sequence['Order']", "tuple[Order, ...]", "set[Order]",
        "'list[Order]'", "QuerySet[Order]", "'QuerySet[Order]'", "Optional[list[Order]]", "Iterator[Order]",
    ],
)  # fmt: skip
def test_an_annotation_of_several(annotation: str) -> None:
    assert_touches(f"""
from typing import Iterable, Iterator, List, Optional, Sequence
from django.db.models import QuerySet
def touch(xs: {annotation}):
    with transaction.atomic():  #> write shop_order
        for x in xs:
            x.save()
""")


@pytest.mark.parametrize(
    "promised", ["Order", "'Order'", "Order | None", "Optional[Order]", "typed.Order", "OrderOrNone"]
)
def test_a_cast(promised: str) -> None:
    assert_touches(f"""
from typing import Optional, cast
import shop.models as typed
OrderOrNone = Optional[Order]
def touch(x):
    with transaction.atomic():  #> write shop_order
        cast({promised}, x.any).save()
""")


KEPT = """
from functools import wraps
from typing import Any, Callable, Generic, TypeVar, cast
F = TypeVar("F", bound=Callable[..., Any])
class Kept(Generic[F]):
    forget: Callable[[], None]
class Keeping:
    def __init__(self, function):
        self.function = function
    def __get__(self, holder, owner):
        @wraps(self.function)
        def kept(*args):
            return self.function(holder, *args)
        {bound}
def keeps(function: F) -> Kept[F]:
    keeping = Keeping(function)
    {made}
class Store:
    @keeps
    def find(self, name):
        return Order.objects.create()
def work():
    store = Store()
    with transaction.atomic():  #> insert shop_order
        store.find("a")
"""


@pytest.mark.parametrize("made", ["return keeping", "return cast(Kept[F], keeping)"])
@pytest.mark.parametrize("bound", ["return kept", "return cast(Kept, kept)"])
def test_what_is_known_stays_what_it_is_when_it_is_cast(made: str, bound: str) -> None:
    assert_touches(KEPT.format(made=made, bound=bound))


@pytest.mark.parametrize("promised", ["list[Order]", "Iterable[Order]", "QuerySet[Order]", "Optional[list[Order]]"])
def test_a_cast_of_several(promised: str) -> None:
    assert_touches(f"""
import typing
from typing import Iterable, Optional
from django.db.models import QuerySet
def touch(x):
    with transaction.atomic():  #> write shop_order
        for one in typing.cast({promised}, getattr(x, "any")):
            one.save()
""")


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ("[external()]", "write shop_order"),
        ("[one for one in external()]", "write shop_order"),
        ("[*external(), *()]", "write shop_order"),
        ("list(Stock.objects.all())", "write shop_stock"),
    ],
)
def test_an_annotation_of_what_is_in_a_collection(given: str, written: str) -> None:
    assert_touches(f"""
from elsewhere import external
def touch(xs: list[Order]):
    with transaction.atomic():  #> {written}
        for x in xs:
            x.save()
def work():
    touch({given})
""")


@pytest.mark.parametrize(
    "declared",
    [
        "def give() -> Order: ...",
        "def give() -> 'Order': ...",
        "def give() -> Order:\n    return external()",
        "async def later() -> Order: ...\ngive = async_to_sync(later)",
        "class Held:\n    order: Order\ngive = lambda: Held().order",
    ],
)
def test_what_a_function_promises(declared: str) -> None:
    assert_touches(f"""
from asgiref.sync import async_to_sync
from elsewhere import external
{declared}
def touch():
    with transaction.atomic():  #> write shop_order
        give().save()
""")


@pytest.mark.parametrize(
    ("given", "writes"),
    [
        ("external(stock)", "write shop_order, write shop_stock"),
        ("None", "write shop_stock"),
        ("Order()", "write shop_order, write shop_stock"),
    ],
)
def test_what_a_function_promises_for_the_part_that_is_not_known(given: str, writes: str) -> None:
    assert_touches(f"""
from elsewhere import external
def give(stock: Stock) -> Order | Stock:
    return {given} if external() else stock
def touch(stock: Stock):
    with transaction.atomic():  #> {writes}
        give(stock).save()
""")


def test_named_tuples() -> None:
    assert_touches("""
from collections import namedtuple
Pair = namedtuple("Pair", "order stock")
Triple = namedtuple("Triple", ["order", "stock", "tag"], defaults=[None])
class Special(namedtuple("Special", "order stock")):
    def go(self):
        self.stock.save()
def touch(order: Order, stock: Stock, tag: Tag):
    with transaction.atomic():  #> write shop_stock
        Pair(order, stock).stock.save()
    with transaction.atomic():  #> write shop_tag
        Triple(order, stock, tag=tag).tag.save()
    with transaction.atomic():  #> write shop_stock
        Special(order, stock).go()
    with transaction.atomic():  #> write shop_stock
        x, y = Pair(order, stock)
        y.save()
    with transaction.atomic():  #> write shop_stock
        Pair(order, stock)[1].save()
""")


def test_a_registry_that_other_modules_fill() -> None:
    assert_touches("""
# file: shop/registry.py
from shop.models import Order
KINDS = {"standard": Order}
LISTED = []
# file: shop/plugins/__init__.py
from shop.registry import *
# file: shop/plugins/log.py
from shop.models import Log, Stock
from shop.plugins import LISTED
from shop.registry import KINDS as KNOWN
def load(app):
    KNOWN["log"] = Log
    LISTED.append(Stock)
# file: shop/views.py
from shop import registry
from shop.registry import KINDS
def make(kind):
    KINDS[kind]().save()  #= insert shop_order, insert shop_log
def make_all():
    for one in registry.LISTED:
        one().save()  #= insert shop_stock
""")


def test_a_name_with_holes_in_a_module() -> None:
    assert_touches("""
# file: shop/actions/__init__.py
from shop.actions.some import *
# file: shop/actions/some.py
from shop.models import Log, Stock
def make_log():
    Log().save()
def make_stock():
    Stock().save()
def spoil_stock():
    Stock.objects.all().delete()
# file: shop/services.py
from django.db import transaction
from shop import actions
def run(kind):
    with transaction.atomic():  #> insert shop_log, insert shop_stock
        getattr(actions, f"make_{kind}")()
""")


@pytest.mark.parametrize("given", ["request.get_json()", "give()", "parameter"])
def test_a_key_put_into_a_dict_of_which_nothing_is_known(given: str) -> None:
    assert_touches(f"""
from elsewhere import give
def store(**values):
    values["order"].save()
def run(request, parameter, order: Order):
    values = {given}
    values["order"] = order
    with transaction.atomic():  #> write shop_order
        store(**values)
    with transaction.atomic():  #> write shop_order
        values["order"].save()
""")


def test_a_dict_made_of_names() -> None:
    assert_touches("""
NAMES = ["log", "stock"]
class Kit:
    log: Log
    stock: Stock
def store(log, stock):
    stock.save()
def run(kit: Kit):
    values = {name: getattr(kit, name) for name in NAMES if name}
    with transaction.atomic():  #> write shop_stock
        store(**values)
    with transaction.atomic():  #> write shop_log
        values["log"].save()
    with transaction.atomic():  #> write shop_log, write shop_stock
        for one in values.values():
            one.save()
""")


def test_descriptors_that_are_asked_of_their_class() -> None:
    assert_touches("""
from django.utils.functional import classproperty
class own:
    def __init__(self, function):
        self.function = function
    def __get__(self, instance, owner=None):
        return self.function(owner)
class Guarded:
    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return Log.objects.first()
class Shelf(models.Model):
    @classproperty
    def rows(cls):
        return cls.objects.all()
class Repository:
    model = Order
    latest = Guarded()
    @classproperty
    def rows(cls):
        return cls.model.objects.all()
    @own
    def mine(cls):
        return cls.model.objects.all()
class Tags(Repository):
    model = Tag
def run(shelf: Shelf):
    with transaction.atomic():  #> delete shop_shelf
        Shelf.rows.delete()
    with transaction.atomic():  #> update shop_order
        Repository.rows.update(total=1), Repository().rows.update(total=1)
    with transaction.atomic():  #> update shop_tag
        Tags.rows.update(name=1), Tags.mine.update(name=1), Tags().mine.update(name=1)
    with transaction.atomic():  #> nothing, no read shop_log
        Repository.latest
    with transaction.atomic():  #> nothing, read shop_log
        Repository().latest
""")


@pytest.mark.parametrize(
    ("decorator", "parameters"),
    [
        ("", "self, order"),
        ("@staticmethod", "order"),
        ("@classmethod", "cls, order"),
        ("@transaction.atomic", "_, order"),
    ],
)
def test_a_decorated_special_method(decorator: str, parameters: str) -> None:
    assert_touches(f"""
class Job:
    x = 1
    {decorator}
    def __call__({parameters}):
        with transaction.atomic():
            order.save()  #= update shop_order
def work(order: Order):
    Job()(order)
""")


@pytest.mark.parametrize("behind", ["signature(function)", "signature(wraps(function)(lambda *args: function(*args)))"])
def test_a_decorator_that_asks_for_the_parameters_of_its_function(behind: str) -> None:
    assert_touches(f"""
from functools import wraps
from inspect import signature
def told(function):
    takes = "order" in {behind}.parameters
    def wrapper(*args):
        with transaction.atomic():  #> insert shop_log | insert shop_tag
            if takes:
                Log.objects.create()
            else:
                Tag.objects.create()
        function(*args)
    return wrapper
@told
def place(order):
    pass
@told
def tidy(day):
    pass
def work():
    place(1)
    tidy(2)
""")


MATCHED = {
    "an attribute": ("Placed(Log())", "Placed(row=one)"),
    "a field by its place": ("Placed(Log())", "Placed(one)"),
    "what a class says": ("Said(Log())", "Said(_, one)"),
    "a key": ('{"row": Log(), "n": 1}', '{"row": Log() as one}'),
    "what else has keys": ('{"row": Log(), "n": 1}', '{"n": 1, **rest}'),
    "a member": ("[Log(), 1]", "[one, *_]"),
    "the last one": ("[1, 2, Log()]", "[*_, one]"),
    "those between": ("(1, Log(), 2)", "(1, *rest, 2)"),
    "one of two": ("(x, Log())", '("a", one) | ("b", one)'),
    "parts of a part": ("[Placed(Log())]", "[Placed(row=Log() as one)]"),
}


@pytest.mark.parametrize("case", MATCHED)
def test_what_a_pattern_binds(case: str) -> None:
    subject, pattern = MATCHED[case]
    saved = "one.save()"
    if "rest" in pattern:
        saved = 'rest["row"].save()' if "**" in pattern else "[one.save() for one in rest]"
    assert_touches(f"""
from dataclasses import dataclass
@dataclass
class Placed:
    row: object
class Said:
    __match_args__ = ("number", "row")
    def __init__(self, row):
        self.number, self.row = 1, row
def work(x):
    with transaction.atomic():  #> insert shop_log
        match {subject}:
            case {pattern}:
                {saved}
""")


CASES = {
    '{"kind": "log"}': '{"kind": "log", "row": Log()}',
    '{"kind": "tag" | "log"}': '{"kind": "log", "row": Log()}',
    '["log", one]': '["log", Log()]',
    "[Log(), *_]": "[Log(), 1]",
    'Placed(kind="log")': 'Placed("log")',
    "Placed(Log() as one)": "Placed(Log())",
}


@pytest.mark.parametrize("pattern", CASES)
def test_a_case_that_its_parts_tell(pattern: str) -> None:
    other = pattern.replace("log", "other").replace('"tag" | ', "").replace("Log()", "Tag()")
    assert_touches(f"""
from dataclasses import dataclass
@dataclass
class Placed:
    kind: object
def work():
    with transaction.atomic():  #> insert shop_log
        match {CASES[pattern]}:
            case {other}:
                Tag.objects.create()
            case {pattern}:
                Log.objects.create()
""")


ONES = {
    "a metaclass": """
class Kept(type):
    held = {}
    def __call__(cls, *args, **kwargs):
        if cls not in cls.held:
            cls.held[cls] = super().__call__(*args, **kwargs)
        return cls.held[cls]
class Keeper(metaclass=Kept):
    def __init__(self):
        self.session = SessionLocal()
keeper = Keeper""",
    "a class that makes itself": """
class Keeper:
    one = None
    def __new__(cls):
        if cls.one is None:
            cls.one = super().__new__(cls)
            cls.one.session = SessionLocal()
        return cls.one
keeper = Keeper""",
    "a class method": """
class Keeper:
    one = None
    @classmethod
    def get(cls):
        if cls.one is None:
            cls.one = Keeper()
            cls.one.session = SessionLocal()
        return cls.one
keeper = Keeper.get""",
    "a function": """
class Keeper:
    one = None
def keeper():
    if not Keeper.one:
        Keeper.one = Keeper()
        Keeper.one.session = SessionLocal()
    return Keeper.one""",
}


@pytest.mark.parametrize("case", ONES)
def test_an_object_of_which_there_is_one(case: str) -> None:
    assert_touches(f"""{MAPPED}
# file: shop/services.py
from sqlalchemy.orm import sessionmaker
from shop.models import *
SessionLocal = sessionmaker()
{ONES[case]}
def work():
    keeper().session.add(Order())
    keeper().session.commit()  #> insert orders
""")


THROUGH = {
    "vars": "for name, function in list(vars(cls).items()):",
    "its dict": "for name, function in cls.__dict__.items():",
    "its names": "for name in dir(cls):\n        function = getattr(cls, name)",
    "its members": "for name, function in inspect.getmembers(cls, inspect.isfunction):",
}


@pytest.mark.parametrize("case", THROUGH)
def test_a_decorator_that_wraps_what_a_class_holds(case: str) -> None:
    assert_touches(f"""
import functools, inspect
def in_a_transaction(function):
    @functools.wraps(function)
    def wrapper(*args):
        with transaction.atomic():  #> insert shop_log | insert shop_tag
            return function(*args)
    return wrapper
def each_in_one(cls):
    {THROUGH[case]}
        if callable(function) and not name.startswith("_"):
            setattr(cls, name, in_a_transaction(function))
    return cls
@each_in_one
class Notes:
    kind = "note"
    def log(self):
        Log.objects.create()
    def tag(self):
        Tag.objects.create()
def work():
    Notes().log()
def more():
    Notes().tag()
""")


def test_what_another_generator_returns() -> None:
    assert_touches("""
def made():
    yield 1
    return Log()
def work():
    row = yield from made()
    row.save()
def touch():
    with transaction.atomic():  #> insert shop_log
        list(work())
""")


def test_a_base_is_told_of_a_class_by_way_of_another_base() -> None:
    assert_touches("""
def work(order: Kept, log: Log):
    with transaction.atomic():  #> update shop_kept, insert shop_entry
        order.save()
    with transaction.atomic():  #> update shop_log
        log.save()
# file: shop/models.py
from django.db import models
from django.db.models.signals import post_save
class Entry(models.Model):
    pass
class Log(models.Model):
    pass
def count(instance, **kwargs):
    Entry.objects.create()
class Counted:
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        post_save.connect(count, sender=cls)
class Named:
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
class Kept(Named, Counted, models.Model):
    pass
""")


DELETED = {
    "a property": """
class Cart:
    @property
    def row(self): ...
    @row.deleter
    def row(self):
        Log.objects.create()
""",
    "a descriptor": """
class Row:
    def __delete__(self, cart):
        Log.objects.create()
class Cart:
    row = Row()
""",
    "any attribute": """
class Cart:
    def __delattr__(self, name):
        Log.objects.create()
""",
    "an attribute above": """
class Base:
    @property
    def row(self): ...
    @row.deleter
    def row(self):
        Log.objects.create()
class Cart(Base):
    pass
""",
}


@pytest.mark.parametrize("case", DELETED)
def test_an_attribute_that_is_deleted(case: str) -> None:
    assert_touches(f"""
{DELETED[case]}
def work():
    cart = Cart()
    with transaction.atomic():  #> insert shop_log
        del cart.row
""")


@pytest.mark.parametrize(
    "asked",
    [
        "typing.get_type_hints(function)['command']",
        "next(iter(inspect.signature(function).parameters.values())).annotation",
        "inspect.signature(function).parameters['command'].annotation",
    ],
)
def test_a_registry_of_handlers_by_what_they_take(asked: str) -> None:
    assert_touches(f"""
import inspect, typing
HANDLERS = {{}}
class Place: pass
class Close: pass
def handles(function):
    HANDLERS[{asked}] = function
    return function
@handles
def place(command: Place):
    Order.objects.create()
@handles
def close(command: Close):
    Log.objects.create()
def handle(command):
    HANDLERS[type(command)](command)
def work():
    with transaction.atomic():  #> insert shop_order
        handle(Place())
    with transaction.atomic():  #> insert shop_log
        handle(Close())
""")
