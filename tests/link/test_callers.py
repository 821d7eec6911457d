"""Callers are kept apart: one function, another meaning for each."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches, missing


def test_a_helper_that_saves_what_it_is_given() -> None:
    assert_touches("""
def save(row):
    row.save()
    return row
def save_all(rows):
    for row in rows:
        save(row)
def touch(order: Order, stock: Stock):
    with transaction.atomic():  #> write shop_order
        save(order)
    with transaction.atomic():  #> write shop_stock
        save(stock)
    with transaction.atomic():  #> write shop_order, write shop_stock
        save_all([order, stock])
    with transaction.atomic():  #> write shop_stock
        save_all(Stock.objects.all())
""")


def test_a_helper_that_is_given_a_model() -> None:
    assert_touches("""
def get_or_none(model, **kwargs):
    try:
        return model.objects.get(**kwargs)
    except model.DoesNotExist:
        return None
def touch():
    with transaction.atomic():  #> write shop_order
        get_or_none(Order, pk=1).save()
    with transaction.atomic():  #> write shop_stock
        get_or_none(model=Stock, pk=1).save()
""")


def test_a_helper_that_is_given_a_queryset() -> None:
    assert_touches("""
def archive(rows):
    rows.filter(old=True).update(archived=True)
def touch():
    with transaction.atomic():  #> update shop_order
        archive(Order.objects.all())
    with transaction.atomic():  #> update shop_stock
        archive(Stock.objects)
""")


def test_a_repository() -> None:
    assert_touches("""
class Repository:
    model = None
    def add(self, **values):
        return self.model.objects.create(**values)
    def remove(self, pk):
        self.query().filter(pk=pk).delete()
    def query(self):
        return self.model.objects.all()
class Logs(Repository):
    model = Log
class Stocks(Repository):
    model = Stock
    def query(self):
        return super().query().filter(left=0)
def touch():
    with transaction.atomic():  #> insert shop_log
        Logs().add()
    with transaction.atomic():  #> insert shop_stock
        Stocks().add()
    with transaction.atomic():  #> delete shop_log
        Logs().remove(1)
""")


def test_a_generic_repository_that_is_given_its_model() -> None:
    assert_touches("""
class Repository:
    def __init__(self, model):
        self.model = model
    def add(self, **values):
        return self.model.objects.create(**values)
logs = Repository(Log)
def touch():
    stocks = Repository(Stock)
    with transaction.atomic():  #> insert shop_log
        logs.add()
    with transaction.atomic():  #> insert shop_stock
        stocks.add()
""")


def test_an_object_by_its_annotation_knows_what_it_is_made_of() -> None:
    assert_touches("""
class Job:
    def __init__(self, row):
        self.row = row
    def run(self):
        self.row.save()
def run(job: Job):
    with transaction.atomic():  #> write shop_order
        job.run()
def touch(order: Order):
    Job(order)
""")


def test_a_service_that_is_given_its_parts() -> None:
    assert_touches("""
class Writer:
    def __init__(self, target):
        self.target = target
    def write(self):
        self.target.write()
class Logging:
    def write(self):
        Log.objects.create(text="a")
class Tagging:
    def write(self):
        Tag.objects.create()
def touch():
    with transaction.atomic():  #> insert shop_log
        Writer(Logging()).write()
    with transaction.atomic():  #> insert shop_tag
        Writer(target=Tagging()).write()
""")


def test_a_template_method() -> None:
    assert_touches("""
class Base:
    def run(self):
        with transaction.atomic():  #> insert shop_log | insert shop_tag | nothing
            self.work()
    def work(self):
        pass
class Logs(Base):
    def work(self):
        Log.objects.create(text="a")
class Tags(Base):
    def work(self):
        Tag.objects.create()
def touch():
    Logs().run()
    Tags().run()
    Base().run()
""")


def test_an_object_of_unknown_subclass_is_all_of_them() -> None:
    assert_touches("""
class Base:
    def work(self):
        pass
class Logs(Base):
    def work(self):
        Log.objects.create(text="a")
class Tags(Base):
    def work(self):
        Tag.objects.create()
def touch(job: Base):
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        job.work()
""")


def test_super_goes_to_the_sibling() -> None:
    assert_touches("""
class Root:
    def work(self):
        pass
class Left(Root):
    def work(self):
        Log.objects.create(text="a")
        super().work()
class Right(Root):
    def work(self):
        Tag.objects.create()
        super().work()
class Both(Left, Right):
    pass
def touch():
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        Both().work()
    with transaction.atomic():  #> insert shop_log
        Left().work()
""")


def test_super_with_arguments_and_class_methods() -> None:
    assert_touches("""
class Root:
    @classmethod
    def make(cls):
        return cls.model.objects.create()
class Logs(Root):
    model = Log
    @classmethod
    def make(cls):
        return super(Logs, cls).make()
class Tags(Root):
    model = Tag
    @classmethod
    def make(cls):
        return super().make()
def touch():
    with transaction.atomic():  #> insert shop_log
        Logs.make()
    with transaction.atomic():  #> insert shop_tag
        Tags.make()
""")


def test_a_function_that_is_called_with_functions() -> None:
    assert_touches("""
def run(function, *args, **kwargs):
    return function(*args, **kwargs)
def log():
    Log.objects.create(text="a")
def tag(one):
    one.save()
def touch():
    with transaction.atomic():  #> insert shop_log
        run(log)
    with transaction.atomic():  #> write shop_tag
        run(tag, Tag())
    with transaction.atomic():  #> insert shop_stock
        run(Stock.objects.create, left=1)
    with transaction.atomic():  #> insert shop_log
        run(run, log)
""")


def test_a_decorator_keeps_what_it_decorates_apart() -> None:
    assert_touches("""
import functools
def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper
@logged
def log():
    Log.objects.create(text="a")
@logged
def tag():
    Tag.objects.create()
def touch():
    with transaction.atomic():  #> insert shop_log
        log()
    with transaction.atomic():  #> insert shop_tag
        tag()
""")


def test_a_table_name_is_an_argument() -> None:
    assert_touches("""
from django.db import connection
def insert(table, **values):
    columns = ", ".join(values)
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {table} ({columns}) VALUES ({', '.join('%s' for _ in values)})")
def touch():
    with transaction.atomic():  #> insert orders
        insert("orders", total=1)
    with transaction.atomic():  #> insert stocks
        insert("stocks", left=1)
""")


def test_a_constant_picks_the_method() -> None:
    assert_touches("""
class Job:
    def call(self, name):
        return getattr(self, "do_" + name)()
    def do_log(self):
        Log.objects.create(text="a")
    def do_tag(self):
        Tag.objects.create()
def touch(name):
    with transaction.atomic():  #> insert shop_log
        Job().call("log")
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        Job().call(name)
""")


@pytest.mark.parametrize(
    "spelled",
    ["name[:-1].capitalize()", "name.removesuffix('s').title()", "name[0:-1:1].title()"],
)
def test_a_constant_that_is_spelled_otherwise_picks_the_model(spelled: str) -> None:
    assert_touches(f"""
import shop.models as known
def one(name):
    getattr(known, {spelled}).objects.create()
def touch():
    with transaction.atomic():  #> insert shop_log
        one("logs")
    with transaction.atomic():  #> insert shop_tag
        one("tags")
""")


def test_arguments_travel_in_keywords() -> None:
    assert_touches("""
def inner(**kwargs):
    kwargs["row"].save()
def outer(*args, **kwargs):
    inner(*args, **kwargs)
def touch(order: Order, stock: Stock):
    with transaction.atomic():  #> write shop_order
        outer(row=order)
    with transaction.atomic():  #> write shop_stock
        outer(**{"row": stock})
""")


def test_a_recursive_function_keeps_its_callers_apart() -> None:
    assert_touches("""
def walk(row, depth):
    row.save()
    if depth:
        walk(row, depth - 1)
def touch(order: Order, stock: Stock):
    with transaction.atomic():  #> write shop_order
        walk(order, 3)
    with transaction.atomic():  #> write shop_stock
        walk(stock, 3)
""")


def test_many_callers_are_still_kept_apart() -> None:
    classes = "\n".join(f"class M{n}(models.Model): pass" for n in range(60))
    blocks = "\n".join(f"    with transaction.atomic():  #> write shop_m{n}\n        save(M{n}())" for n in range(60))
    assert_touches(f"""
{classes}
def save(row):
    row.save()
def touch():
{blocks}
""")


@missing("objects that are made alike share what is stored in them later")
def test_attributes_of_two_objects_of_one_class() -> None:
    assert_touches("""
class Holder:
    pass
def touch(order: Order, stock: Stock):
    one, other = Holder(), Holder()
    one.row = order
    other.row = stock
    with transaction.atomic():  #> write shop_order
        one.row.save()
""")


def test_a_dataclass() -> None:
    assert_touches("""
from dataclasses import dataclass
@dataclass
class Job:
    row: object
    def run(self):
        self.row.save()
def touch(order: Order, stock: Stock):
    with transaction.atomic():  #> write shop_order
        Job(order).run()
    with transaction.atomic():  #> write shop_stock
        Job(row=stock).run()
""")


def test_pages_of_many_models_are_kept_apart() -> None:
    models = "".join(f"class Kind{n}(models.Model):\n    pass\n" for n in range(20))
    pages = "".join(f"    Page(Kind{n}.objects.filter(pk=1))\n    Page(Kind{n}.objects.all())\n" for n in range(20))
    assert_touches(f"""
{models}
class Page:
    def __init__(self, rows):
        self.rows = rows
def touch():
{pages}
    with transaction.atomic():  #> update shop_kind19
        Page(Kind19.objects.all()).rows.update(seen=True)
    with transaction.atomic():  #> update shop_kind3
        Page(Kind3.objects.all().order_by("pk")).rows.update(seen=True)
""")


def test_pairs_that_go_together() -> None:
    assert_touches("""
KINDS = {"log": {"get": "show", "post": "write_log"}, "tag": {"get": "show", "post": "write_tag"}}
class View:
    def __init__(self, kind):
        for verb, name in KINDS.get(kind).items():
            setattr(self, verb, getattr(self, name))
    def show(self):
        return Stock.objects.count()
    def write_log(self):
        Log.objects.create(text="a")
    def write_tag(self):
        Tag.objects.create()
def touch(kind):
    view = View(kind)
    with transaction.atomic():  #> nothing
        view.get()
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        view.post()
""")


def test_what_a_pair_changes_another_one_sees() -> None:
    assert_touches("""
def touch(flag):
    pairs = [("use", Tag)] if flag else [("set", Log)]
    held = None
    with transaction.atomic():  #> insert shop_log
        for step, model in pairs + pairs:
            if step == "use" and held is not None:
                held.objects.create()
            if step == "set":
                held = model
""")


def test_a_type_variable_is_what_the_caller_hands_over() -> None:
    assert_touches("""
from typing import Generic, TypeVar, overload
T = TypeVar("T")
M = TypeVar("M", bound=models.Model)
class Node(Generic[M]): pass
class Wrapped(Node[M]): pass
class OrderNode(Wrapped[Node[Order]]): pass
class RushNode(OrderNode): pass
class StockNode(Node[Stock]): pass
def find(kind: type[T], pk) -> T | None:
    return registry.find(kind, pk)
@overload
def fetch(pk, only: type[Node[M]]) -> M: ...
@overload
def fetch(pk, only: None = None) -> models.Model: ...
def fetch(pk, only=None) -> models.Model:
    return registry.fetch(pk, only)
def fetch_all(pks, only: type[Node[M]]) -> list[M]:
    return registry.fetch(pks, only)
def touch(pk):
    with transaction.atomic():  #> write shop_log
        find(Log, pk).save()
    with transaction.atomic():  #> write shop_order
        fetch(pk, only=RushNode).save()
    with transaction.atomic():  #> write shop_stock
        for row in fetch_all([pk], StockNode):
            row.save()
""")


def test_each_of_many_names_is_what_it_is_forwarded_to() -> None:
    names = [f"make_{number}" for number in range(60)]
    models = ["Tag", "Log"] * 30
    made = "".join(f"def {name}():\n    {model}.objects.create()\n" for name, model in zip(names, models, strict=True))
    asked = "".join(f"    with transaction.atomic():  #> insert shop_{model.lower()}\n        backend.{name}()\n"
                    for name, model in zip(names, models, strict=True))  # fmt: skip
    assert_touches(f"""
# file: shop/rows.py
from shop.models import Log, Tag
{made}
# file: shop/services.py
from django.db import transaction
from shop import rows
class Backend:
    def __init__(self, module):
        self._module = module
    def __getattr__(self, name):
        return getattr(self._module, name)
backend = Backend(rows)
def work():
{asked}
""")


def test_each_of_many_names_is_set_where_it_is_forwarded_to() -> None:
    others = "".join(f"    wrapped.field_{number} = {number}\n" for number in range(60))
    assert_touches(f"""
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, sessionmaker
Session = sessionmaker()
class Base(DeclarativeBase):
    pass
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    paid = sa.Column(sa.Boolean)
# file: shop/services.py
from shop.models import Order, Session
class Wrapped:
    row = None
    def __init__(self, row):
        self.row = row
    def __setattr__(self, name, value):
        if self.row and hasattr(self.row, name):
            setattr(self.row, name, value)
        else:
            super().__setattr__(name, value)
def work():
    wrapped = Wrapped(Session().query(Order).first())
{others}
    with Session.begin():  #> update orders
        wrapped.paid = True
    with Session.begin():  #> nothing
        wrapped.colour = "red"
def fill(values):
    wrapped = Wrapped(Session().query(Order).first())
    with Session.begin():  #> update orders
        for name, value in values.items():
            setattr(wrapped, name, value)
""")


def test_an_object_that_is_asked_before_it_is_made_is_what_it_is_made_of() -> None:
    assert_touches("""
from django.views import View

class Base:
    def __init__(self, key=None, removes=False):
        self.key = key
        self.removes = removes
    def save(self):
        Order.objects.get(pk=self.key).save()
        if self.removes:
            Tag.objects.all().delete()

class OrderForm(Base):
    pass

def find(request) -> OrderForm:
    return request.forms[0]

class Shown(View):
    def get(self, request):
        return find(request).removes

class Saved(View):
    def post(self, request):
        with transaction.atomic():  #> update shop_order
            OrderForm(request.POST['key']).save()
""")


def test_helpers_that_are_given_paths_of_lookups() -> None:
    assert_touches("""
def names(rows, path):
    return list(rows.values_list(path, flat=True))
def values(rows, path):
    return list(rows.values(path))
def ordered(rows, path):
    return list(rows.order_by(path))
def where(rows, path, value):
    return rows.filter(**{path: value}).first()
def without(rows, path, value):
    return rows.exclude(**{path: value}).first()
def touch(x):
    with transaction.atomic():  #> read shop_order, read shop_customer
        names(Order.objects.all(), "customer__name")
    with transaction.atomic():  #> read shop_order, no read shop_customer
        names(Order.objects.all(), "total")
    with transaction.atomic():  #> read shop_order, read shop_customer
        values(Order.objects.all(), "customer__name")
    with transaction.atomic():  #> read shop_order, read shop_customer
        ordered(Order.objects.all(), "customer__name")
    with transaction.atomic():  #> read shop_order, read shop_customer, no read shop_tag
        where(Order.objects.all(), "customer__name", x)
    with transaction.atomic():  #> read shop_order, read shop_tag, no read shop_customer
        without(Order.objects.all(), "tags__text", x)
""")
