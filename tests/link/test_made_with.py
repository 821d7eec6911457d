"""Which objects are kept apart by what they were made with?"""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CASES = {
    "by what few are made with": ("strategy", 1, "insert shop_log", "insert shop_tag"),
    "not by what very many are made with": ("app", 25, "insert shop_log, insert shop_tag", None),
}


@pytest.mark.parametrize(("name", "classes", "first", "second"), CASES.values(), ids=CASES)
def test_objects_are_apart(name: str, classes: int, first: str, second: str | None) -> None:
    others = "\n".join(f"class Other{n}:\n    def __init__(self, {name}):\n        pass" for n in range(classes - 1))
    assert_touches(f"""
class Logs:
    def write(self):
        Log.objects.create(text="a")
class Tags:
    def write(self):
        Tag.objects.create()
class Importer:
    def __init__(self, {name}):
        self.{name} = {name}
    def run(self):
        with transaction.atomic():  #> {first}{f" | {second}" if second else ""}
            self.{name}.write()
def logs():
    Importer(Logs()).run()
def tags():
    Importer(Tags()).run()
{others}
""")


def test_objects_that_stand_for_functions_are_apart_however_many_there_are() -> None:
    others = "\n".join(f"@Traced\ndef other_{n}(row):\n    Log.objects.create()" for n in range(40))
    assert_touches(f"""
class Traced:
    __slots__ = ("function",)
    def __init__(self, function):
        object.__setattr__(self, "function", function)
    def __call__(self, *args, **kwargs):
        return self.function(*args, **kwargs)
    def __getattr__(self, name):
        return getattr(self.function, name)
    def __setattr__(self, name, value):
        setattr(self.function, name, value)
{others}
@Traced
def close(row):
    row.save()
def work(order: Order, stock: Stock):
    with transaction.atomic():  #> update shop_order
        close(order)
    with transaction.atomic():  #> update shop_stock
        close(stock)
""")


def test_objects_are_apart_by_objects_that_have_a_table_however_many_there_are() -> None:
    names = [f"t{number}" for number in range(20)]
    tables = "\n".join(f"{name} = Rows(Table({name!r}, metadata, Column('id', Integer)))" for name in names)
    assert_touches(f"""
from sqlalchemy import Column, Integer, MetaData, Table, create_engine
class History:
    def __init__(self, of):
        self.table = Table("%s_history" % of.table.name, metadata, Column("id", Integer))
    def insert(self, connection):
        connection.execute(self.table.insert())
class Rows:
    def __init__(self, table):
        self.table = table
        self.history = History(self)
    def insert(self, connection):
        connection.execute(self.table.insert())
        self.history.insert(connection)
engine, metadata = create_engine("sqlite://"), MetaData()
{tables}
def run():
    with engine.begin() as connection:  #> insert t0, insert t0_history
        t0.insert(connection)
    with engine.begin() as connection:  #> insert t19, insert t19_history
        t19.insert(connection)
""")


def test_objects_are_apart_by_objects_that_are_made_of_a_class_however_many_there_are() -> None:
    names = [f"Part{number}" for number in range(20)]
    models = "\n".join(f"class {name}(models.Model): pass" for name in names)
    pages = "\n".join(f"def remove_{name}():\n    Editor(Rows({name})).remove(1)" for name in names)
    assert_touches(f"""
# file: shop/models.py
from django.db import models
{models}
class First(models.Model): pass
class Last(models.Model): pass
# file: shop/services.py
from django.db import transaction
from shop.models import *
class Rows:
    def __init__(self, model):
        self.model = model
    def remove(self, key):
        self.model.objects.get(pk=key).delete()
class Editor:
    def __init__(self, rows):
        self.rows = rows
    def remove(self, key):
        self.rows.remove(key)
def remove_first():
    with transaction.atomic():  #> delete shop_first
        Editor(Rows(First)).remove(1)
{pages}
def remove_last():
    with transaction.atomic():  #> delete shop_last
        Editor(Rows(Last)).remove(1)
""")


@pytest.mark.parametrize("bases", ["", "(dict)", "(list)"])
@pytest.mark.parametrize("maker", ["    @classmethod\n    def create(cls, data):\n    ", "def create(data):"])
def test_a_method_that_nobody_calls_on_objects_that_are_made_of_rows(bases: str, maker: str) -> None:
    assert_touches(f"""
class Record{bases}:
    def __init__(self, data, row=None):
        self.row = row
    def commit(self):
        with transaction.atomic():  #> insert shop_tag
            self.row.save()
{maker}
        return Record(data, row=Tag())
""")
