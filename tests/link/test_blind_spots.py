"""What is known to touch nothing is no blind spot of the transaction that it stands in."""

from __future__ import annotations

import pytest

from boundary.link.effects.unseen import MOST
from boundary.link.program import link
from tests.link.linking import assert_touches, divide, read

CASES = {
    "what a package raises": """
# file: shop/services.py
import forms, remote
from shop.models import *
class Shown:
    def asdict(self):
        session.add(Customer())
session = SessionLocal()

def work():
    session.add(Order())
    try:
        forms.validate()
    except forms.Invalid as error:
        error.form.asdict()
    except (remote.Broken, remote.Closed) as error:
        error.response.asdict()
    session.commit()  #> insert orders
""",
    "signatures of tasks": """
# file: shop/services.py
from celery import chain, group, shared_task
from shop.models import *
class Queue:
    def delay(self):
        session.add(Customer())
    get = apply_async = delay
session = SessionLocal()
@shared_task
def task(order): ...

def work(orders):
    session.add(Order())
    task.s(1).delay()
    task.chunks(orders, 10).apply_async()
    (task.s(1) | task.si(2)).apply_async()
    chain(task.s(1), group(task.s(one) for one in orders)).delay()
    task.delay(1).get()
    session.commit()  #> insert orders
""",
    "a package that is called as a folder of the project": """
# file: alembic/versions/one.py
from alembic import op
# file: shop/services.py
from alembic import command
from shop.models import *

def work():
    session = SessionLocal()
    command.stamp(session, "head")
    session.add(Order())
    session.commit()  #> insert orders
""",
    "a scoped session is configured": """
# file: shop/services.py
from sqlalchemy.orm import scoped_session, sessionmaker
from shop.models import *
Scoped = scoped_session(sessionmaker())

def work(engine):
    Scoped.configure(bind=engine)
    Scoped.add(Order())
    Scoped.commit()  #> insert orders
""",
    "an engine gives its connections back": """
# file: shop/services.py
from shop.models import *

def work():
    session = SessionLocal()
    session.add(Order())
    engine.dispose()
    session.commit()  #> insert orders
""",
    "which plugins there are": """
# file: shop/services.py
import pluggy
from shop.models import *
class Plugins(pluggy.PluginManager):
    pass
plugins = Plugins("shop")

def work():
    session = SessionLocal()
    for name, plugin in plugins.list_name_plugin():
        if not plugins.has_plugin(name) or plugins.is_blocked(name):
            session.add(Order())
    session.commit()  #> insert orders
""",
    "whether a scoped session is there": """
# file: shop/services.py
from sqlalchemy.orm import scoped_session, sessionmaker
from shop.models import *
Scoped = scoped_session(sessionmaker())

def work():
    if not Scoped.registry.has():
        Scoped.registry.set(SessionLocal())
    Scoped.registry().add(Order())
    Scoped.commit()  #> insert orders
""",
    "a column that the database is asked for": """
# file: shop/services.py
from shop.models import *

def work():
    session = SessionLocal()
    found = session.query(Plan).filter(Plan.kind.in_([1]), Archive.kind.is_(None))
    session.add(Order(note=found.count()))
    session.commit()  #> insert orders, read plans, read archive
""",
    "notifications on a connection": """
# file: shop/services.py
import psycopg2
from shop.models import *

class Listener:
    def __init__(self):
        self.__connection = psycopg2.connect("")

    def run(self):
        session = SessionLocal()
        self.__connection.poll()
        while self.__connection.notifies:
            session.add(Order(note=self.__connection.notifies.pop(0).payload))
            session.commit()  #> insert orders
""",
    "methods that only texts and times have": """
# file: shop/services.py
from shop.models import *

def work(name, when):
    session = SessionLocal()
    name.strip().lower().encode().hex()
    when.date.isoformat().split("T")
    when.astimezone().time(), name.get_kind_display()
    for key, one in name.items():
        one.keys()
    session.add(Order())
    session.commit()  #> insert orders
""",
    "what a text is the key of": """
# file: shop/services.py
from shop.models import *

class OrdersView:
    def get(self, request):
        work(request.data, [])

def work(data, rows):
    session = SessionLocal()
    data.get("name"), data["more"].get("name", ""), data.pop("x", None)
    kept = set(rows) - {"name"}
    kept.add("note")
    session.add(Order())
    session.commit()  #> insert orders
""",
    "a text that is translated": """
# file: shop/services.py
from shop.models import *

def work(name):
    session = SessionLocal()
    _("Order {name}").format(name=name), ngettext("order", "orders", 2).upper()
    session.add(Order())
    session.commit()  #> insert orders
""",
    "what is annotated as a dict": """
# file: shop/services.py
import typing
from shop.models import *

def work(one: typing.Dict, other: dict, third: "typing.Mapping | None"):
    session = SessionLocal()
    one.pop("a"), other.get("b"), third.get("c")
    session.add(Order())
    session.commit()  #> insert orders
""",
}


@pytest.mark.parametrize("case", CASES)
def test_it_is_no_blind_spot(case: str) -> None:
    scan = assert_touches(f"""
# file: shop/models.py
from sqlalchemy import Column, Integer, MetaData, Table, create_engine, orm
from sqlalchemy.orm import declarative_base, sessionmaker
Base = declarative_base()
engine = create_engine("sqlite://")
SessionLocal = sessionmaker()

class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
    note = Column(Integer)

class Archive(Base):
    __table__ = Table("archive", Base.metadata, autoload_with=engine)

class Plan:
    def close(self):
        pass

orm.mapper(Plan, Table("plans", MetaData(), autoload=True, autoload_with=engine))
{CASES[case]}""")
    assert not [spot for one in scan.transactions for spot in one.blind_spots]


@pytest.mark.parametrize("call", ["data.get(key)", "data.get(Order)", "data.pop(1)", "data.find('name')"])
def test_what_may_give_rows_is_one(call: str) -> None:
    scan = assert_touches(f"""
@transaction.atomic  #> insert shop_log
def work(data, key):
    Log.objects.create(text="a")
    {call}
""")
    assert [spot.reason for one in scan.transactions for spot in one.blind_spots]


HARMLESS = """
from django.views import View
class Page:
    links = []
    def redirect_to(self, url):
        return url
    def log_to(self, url):
        Log.objects.create(text=url)
    def update(self, url):
        return url
class Config:
    def get(self, key, default=None):
        return default
def shown(self, url):
    return url
def work(page, key):
    with transaction.atomic():
        Tag.objects.create()
        {call}
{more}
"""


@pytest.mark.parametrize(
    ("call", "more", "seen"),
    [
        ("page.redirect_to('a')", "", True),
        ("page.inner.redirect_to('a')", "", True),
        ("page.get('a')", "", True),
        ("page.get(key)", "", False),  # as those of a manager
        ("page.log_to('a')", "", False),
        ("page.update('a')", "", False),  # as those of a queryset
        ("page.nobody_knows('a')", "", False),
        ("page.links('a')", "", False),
        ("page.redirect_to('a')", "class Other:\n    def redirect_to(self, url):\n        Log.objects.all()[0]", False),
        ("page.redirect_to('a')", "def store(x):\n    Page().redirect_to = x.anything", False),
        ("page.redirect_to('a')", "Page.redirect_to = shown", True),
        ("page.redirect_to('a')", "Page.redirect_to = Page.log_to", False),
        ("page.get('a')", "class Other:\n    def get(self, key):\n        Log.objects.create(text=key)", False),
        ("page.get('a')", "class Shown(View):\n    def get(self, *args):\n        Log.objects.create()", True),
        ("page.get('a')", "class Shown:\n    def get(self, request):\n        Log.objects.create()", True),
    ],
)
def test_whatever_is_called_it_touches_nothing(call: str, more: str, *, seen: bool) -> None:
    scan = link(read(divide(HARMLESS.format(call=call, more=more))))
    spots = [spot.reason for one in scan.transactions if one.function.endswith("work") for spot in one.blind_spots]
    assert (spots == []) is seen, spots


def test_what_a_request_carries_is_none_either() -> None:
    scan = assert_touches("""
from django.http import HttpRequest
def view(request: HttpRequest):
    with transaction.atomic():  #> insert shop_order, insert shop_log
        request.META.update(seen=request.COOKIES.get("seen"), files=request.FILES.values())
        Order.objects.create() if request.headers.get("Shop") else Log.objects.create()
""")
    assert not [spot for one in scan.transactions for spot in one.blind_spots]


def test_what_a_form_sends_is_none() -> None:
    scan = assert_touches("""
from django.http import HttpRequest
def view(request: HttpRequest):
    with transaction.atomic():  #> insert shop_order, insert shop_log
        for name, value in request.POST.items():
            if name.split("_")[0] == "order" and value:
                Order.objects.create()
        for name in [*request.GET, *request.GET.keys()]:
            Log.objects.create(text=name.split("_")[0])
""")
    assert not [spot for one in scan.transactions for spot in one.blind_spots]


@pytest.mark.parametrize(
    ("imported", "column", "blind"),
    [
        ("from sqlalchemy import JSON", "Column(JSON)", False),
        ("from sqlalchemy.dialects.postgresql import JSONB", "mapped_column(JSONB(), nullable=False)", False),
        ("from sqlalchemy import ARRAY, String", "Column(ARRAY(String))", False),
        ("from sqlalchemy import JSON", "Column(JSON().with_variant(Text, 'mysql'))", False),
        ("from flask_sqlalchemy import SQLAlchemy; db = SQLAlchemy()", "db.Column(db.JSON)", False),
        ("from sqlalchemy import PickleType", "Column(PickleType)", True),
    ],
)
def test_what_a_column_of_collections_holds_is_none(imported: str, column: str, *, blind: bool) -> None:
    scan = assert_touches(f"""
from sqlalchemy import Column, Integer, Text
from sqlalchemy.orm import DeclarativeBase, Session, mapped_column
{imported}
class Base(DeclarativeBase): ...
class Document(Base):
    __tablename__ = "document"
    id = Column(Integer, primary_key=True)
    data = {column}
def work(session: Session):
    document = session.get(Document, 1)
    document.data.get("pages").append(document.data.pop("page"))
    document.data = {{}}
    session.commit()  #> update document
""")
    assert any(one.blind_spots for one in scan.transactions) is blind


@pytest.mark.parametrize(
    "written", ["MutableJson", "NestedMutableJson", "mutable_json_type(dbtype=JSONB, nested=True)"]
)
def test_what_a_dict_of_sqlalchemy_json_is_asked_for_is_none(written: str) -> None:
    scan = assert_touches(f"""
from sqlalchemy import Column, Integer
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Session
from sqlalchemy_json import MutableJson, NestedMutableJson, mutable_json_type
class Base(DeclarativeBase): ...
class Registry:
    def get(self, name):
        return Order.objects.create()
class Document(Base):
    __tablename__ = "document"
    id = Column(Integer, primary_key=True)
    info = Column({written}, default=dict())
def work(session: Session):
    document = session.get(Document, 1)
    if document.info.get("image"):
        document.info["seen"] = True
    session.commit()  #> read document, update document
""")
    assert not any(one.blind_spots for one in scan.transactions)


def test_what_stands_in_a_list_in_a_column_is_none() -> None:
    scan = assert_touches("""
from sqlalchemy import Column, Integer, JSON
from sqlalchemy.orm import DeclarativeBase, Session
class Base(DeclarativeBase): ...
class Registry:
    def get(self, name):
        return Order.objects.create()
class Document(Base):
    __tablename__ = "document"
    id = Column(Integer, primary_key=True)
    pages = Column(JSON)
def work(session: Session, name):
    document = session.get(Document, 1)
    for page in document.pages or []:
        page.get(name)
    document.pages = []
    session.commit()  #> read document, update document
""")
    assert not any(one.blind_spots for one in scan.transactions)


@pytest.mark.parametrize("kind", ["JSON", "JSONB", "PickleType"])
def test_what_a_dict_in_a_column_is_asked_for_is_none(kind: str) -> None:
    scan = assert_touches(f"""
from sqlalchemy import Column, Integer, JSON, PickleType
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.ext.mutable import MutableDict, MutableList
from sqlalchemy.orm import DeclarativeBase, Session
class Base(DeclarativeBase): ...
class Registry:
    def get(self, name):
        return Order.objects.create()
class Document(Base):
    __tablename__ = "document"
    id = Column(Integer, primary_key=True)
    info = Column(MutableDict.as_mutable({kind}), default=dict())
    tags = Column(MutableList.as_mutable({kind}))
def work(session: Session):
    document = session.get(Document, 1)
    if document.info.get("image") and document.tags.count(1):
        document.info["seen"] = dict(document.info.items())
    session.commit()  #> read document, update document
""")
    assert not any(one.blind_spots for one in scan.transactions)


@pytest.mark.parametrize(
    ("annotation", "blind"),
    [
        ("Shape", False),
        ("'Shape'", False),
        ("shapes.lib.Shape | None", False),
        ("Optional[Shape]", False),
        ("Other", False),
        ("Alias", False),
        ("Round", True),  # a class of the project is one, too
        ("shapes.lib.shape", True),
        ("TypeForm", True),
        ("'Unknown'", True),
        ("", True),
    ],
)
def test_an_object_of_a_class_of_a_package_that_is_not_read_is_none(annotation: str, *, blind: bool) -> None:
    scan = assert_touches(f"""
import shapes.lib
from shapes.lib import Round, Shape
from shop.built.events import Other  # of a module that is compiled
from typing import Optional
from typing_extensions import TypeForm
Alias = Shape
class Circle(Round):
    def draw(self): ...
def work(shape{annotation and f": {annotation}"}):
    with transaction.atomic():  #> insert shop_order
        if shape is not None:
            shape.paint()
        Order.objects.create()
""")
    assert any(one.blind_spots for one in scan.transactions) is blind


@pytest.mark.parametrize(
    ("made", "blind"),
    [
        ("getattr(shapes.lib, name)", False),
        ("getattr(shapes.lib.Maker(), name)", False),
        ("getattr(other, name)", True),
        ("getattr(shapes.lib if name else other, name)", True),
    ],
)
def test_what_a_package_that_is_not_read_has_under_any_name_is_none(made: str, *, blind: bool) -> None:
    scan = assert_touches(f"""
import shapes.lib
def work(name, other):
    with transaction.atomic():  #> insert shop_order
        shape = {made}
        shape().draw()
        Order.objects.create()
""")
    assert any(one.blind_spots for one in scan.transactions) is blind


@pytest.mark.parametrize(
    ("imported", "given", "blind"),
    [
        ("import json", "json.loads(text)", False),
        ("from yaml import safe_load", "safe_load(text)['orders']", False),
        ("from flask import request", "request.json", False),
        ("from flask import request", "request.get_json()['orders']", False),
        ("import pickle", "pickle.loads(text)", True),
        ("import json", "json.JSONDecoder().decode(text)", True),
    ],
)
def test_what_is_read_of_a_text_is_data(imported: str, given: str, *, blind: bool) -> None:
    scan = assert_touches(f"""
{imported}
class Registry:
    def get(self, name):
        return Order.objects.create()
def work(text):
    with transaction.atomic():  #> insert shop_log
        for one in {given}:
            Log.objects.create(text=one.get("note"))
            for key, value in one["lines"].items():
                value.save()
""")
    assert any(one.blind_spots for one in scan.transactions) is blind


def test_a_path_of_files_is_none() -> None:
    scan = assert_touches("""
from pathlib import Path
HERE = Path(__file__).resolve().parent
def load():
    folder = HERE / "data" / "notes"
    with transaction.atomic():  #> insert shop_log
        for file in folder.glob("*.txt"):
            Log.objects.create(text=file.open("r").read())
        (folder / "seen").write_text("x")
""")
    assert not [spot for one in scan.transactions for spot in one.blind_spots]


def test_an_uploaded_file_is_none() -> None:
    scan = assert_touches("""
from django import forms
class Upload(forms.Form):
    given = forms.FileField()
    other = forms.ImageField(required=False)
def view(request):
    form = Upload(request.POST, request.FILES)
    with transaction.atomic():  #> insert shop_log, insert shop_order
        if form.is_valid():
            Log.objects.create(text=form.cleaned_data["given"].read())
            if not form.cleaned_data["other"]:
                Order.objects.create()
""")
    assert not [spot for one in scan.transactions for spot in one.blind_spots]


@pytest.mark.parametrize(
    ("call", "blind"),
    [
        ('log(logging.INFO, "placed %s", text)', False),
        ('log(logging.DEBUG if text else logging.WARNING, "placed")', False),
        ('tell.log(logging.INFO, "placed")', False),
        ('log("placed")', True),
        ("log(logging.INFO)", True),
        ('log(logging.root, "placed")', True),
    ],
)
def test_a_message_that_is_logged_is_none(call: str, *, blind: bool) -> None:
    scan = assert_touches(f"""
import logging
def work(log, tell, text):
    with transaction.atomic():  #> insert shop_order
        {call}
        Order.objects.create()
""")
    assert any(one.blind_spots for one in scan.transactions) is blind


OF_ERRORS = 'dictConfig({"handlers": {"kept": {"()": Kept, "level": "ERROR"}}, "root": {"handlers": ["kept"]}})'


@pytest.mark.parametrize(
    ("hung", "level", "more"),
    [
        ("", "INFO", ""),
        ("logging.getLogger().addHandler(Kept())", "INFO", ", insert shop_log"),
        ("logging.getLogger('shop').addHandler(Kept())", "INFO", ""),
        (
            'dictConfig({"handlers": {"kept": {"()": Kept, "level": "ERROR"}}, "root": {"handlers": ["kept"]}})',
            "INFO",
            "",
        ),
        (OF_ERRORS, "ERROR", ", insert shop_log"),
    ],
)
def test_who_hears_of_every_message_hears_of_those_of_any_logger(hung: str, level: str, more: str) -> None:
    scan = assert_touches(f"""
import logging
from logging.config import dictConfig
class Kept(logging.Handler):
    def emit(self, record):
        Log.objects.create(text=self.format(record))
{hung}
def work(log):
    with transaction.atomic():  #> insert shop_order{more}
        log(logging.{level}, "placed")
        Order.objects.create()
""")
    assert not any(one.blind_spots for one in scan.transactions)


def test_a_cache_of_flask_comes_to_no_table() -> None:
    scan = assert_touches("""
from flask_caching import Cache
class Kept(Cache): ...
cache = Kept()
def view(key):
    with transaction.atomic():  #> insert shop_log, insert shop_order
        if cache.get(key) is None:
            cache.set(key, 1, timeout=5)
            Log.objects.create()
        else:
            Order.objects.create()
        cache.add(key, 2), cache.delete(key), cache.clear()
""")
    assert not [spot for one in scan.transactions for spot in one.blind_spots]


@pytest.mark.parametrize(
    ("method", "blind"),
    [
        ("strip", False),
        ("_asdict", False),
        ("qsize", False),
        ("lower", True),
        ("count", True),
        ("update", True),
        ("get_kind_display", True),
    ],
)
def test_a_method_that_something_else_may_have_is_one(method: str, *, blind: bool) -> None:
    scan = assert_touches(f"""
class Crane:
    def lower(self):
        Log.objects.create()
    def get_kind_display(self):
        Log.objects.create()
def touch(unknown):
    with transaction.atomic():  #> insert shop_order
        unknown.{method}()
        Order.objects.create()
""")
    reasons = [spot.reason for one in scan.transactions for spot in one.blind_spots]
    assert reasons == [f"call of unknown.{method} is not resolved"] * blind


@pytest.mark.parametrize(
    ("statement", "blind"),
    [
        ("for row in serializers.deserialize('json', text): row.save()", True),
        ("for row in [base.DeserializedObject(Log())]: row.save()", False),
        ("call_command('loaddata', 'stock.json')", True),
        ("call_command('migrate')", False),
    ],
)
def test_rows_that_are_in_no_code_are_one(statement: str, *, blind: bool) -> None:
    scan = assert_touches(f"""
from django.core import serializers
from django.core.management import call_command
from django.core.serializers import base
def work(text):
    with transaction.atomic():  #> insert shop_order{", insert shop_log" * statement.count("Log()")}
        {statement}
        Order.objects.create()
""")
    spots = [spot for one in scan.transactions for spot in one.blind_spots]
    assert [spot.reason for spot in spots] == ["rows of any model are saved that are not in the code"] * blind


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        ("run(text)", "SQL that is not a constant"),
        ("run('DELETE FROM ' + text)", "SQL about a table whose name is not known"),
        ("[run(text) for one in rows]", "SQL that is not a constant"),
        ("transaction.on_commit(lambda: run(text))", ""),
        ("run('DELETE FROM shop_tag')", ""),
        ("careful(text)", ""),
    ],
)
def test_what_may_touch_any_table_is_one_of_who_calls_it(call: str, reason: str) -> None:
    scan = assert_touches(f"""
from django.db import connection
def run(sql):
    with connection.cursor() as cursor:
        cursor.execute(sql)
def careful(unknown):
    unknown.prepare()
def outer(text):
    with transaction.atomic():  #> {"delete shop_tag, " * ("shop_tag" in call)}insert shop_log
        Log.objects.create()
        inner(text, [1])
def inner(text, rows):
    {call}
""")
    (outer,) = [one for one in scan.transactions if one.function.endswith("outer")]
    assert [(one.reason, one.line) for one in outer.blind_spots] == ([(reason, 7)] if reason else [])


def test_a_place_that_is_met_often_hides_no_other() -> None:
    steps = range(MOST + 5)
    (outer,) = link(
        read(
            divide(f"""
from django.db import connection
class Step:
    def run(self, text):
        with connection.cursor() as cursor:
            cursor.execute(text)
{"".join(f"class Step{n}(Step): ...{chr(10)}" for n in steps)}
def outer(text):
    with transaction.atomic():
        {"; ".join(f"Step{n}().run(text)" for n in steps)}
        inner(text)
def inner(text):
    far(text)
def far(text):
    with connection.cursor() as cursor:
        cursor.execute(text + " FROM somewhere")
""")
        )
    ).transactions
    assert [one.reason for one in outer.blind_spots] == ["SQL that is not a constant"] * 2


@pytest.mark.parametrize(
    "others",
    [
        "",
        "@managed\ndef add(request, session):\n    session.add(Order())\n",
        "@managed\ndef add(request, session):\n    session.add(Order())\n    session.add(request.order)\n",
    ],
)
def test_what_another_way_to_a_commit_may_write_is_told(others: str) -> None:
    line = 10
    source = f"""
# file: shop/models.py
from sqlalchemy import Column, Integer
from sqlalchemy.orm import declarative_base, sessionmaker
Base = declarative_base()
Session = sessionmaker()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)

# file: shop/work.py
from shop.models import *
def managed(function):
    def wrapper(request):
        session = Session()
        function(request, session)
        session.commit()
    return wrapper
@managed
def change(request, session):
    session.add(request.auth.person)
{others}"""
    spots = {spot.line for one in link(read(divide(source))).transactions for spot in one.blind_spots}
    assert line in spots
