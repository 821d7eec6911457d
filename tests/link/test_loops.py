"""What holds behind a loop: what its breaks and continues leave, and whether it ran at all."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

HEAD = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Session

class Base(DeclarativeBase):
    pass

class User(Base):
    __tablename__ = "users"
    id = sa.Column(sa.Integer, primary_key=True)
    name = sa.Column(sa.String)

class Item(Base):
    __tablename__ = "items"
    id = sa.Column(sa.Integer, primary_key=True)

class Log(Base):
    __tablename__ = "logs"
    id = sa.Column(sa.Integer, primary_key=True)

# file: shop/services.py
from shop.models import *
"""


def test_a_break_keeps_what_was_done() -> None:
    assert_touches(
        HEAD
        + """
def work(session: Session):
    for attempt in range(3):
        try:
            session.add(User())
            session.flush()
            break
        except ValueError:
            session.rollback()
    session.add(Log())
    session.commit()  #> insert users, insert logs
"""
    )


def test_a_variable_that_is_set_before_a_break() -> None:
    assert_touches(
        HEAD
        + """
def work(session: Session, kinds):
    found = None
    for kind in kinds:
        if kind == "user":
            found = User()
            break
        elif kind == "item":
            found = Item()
            continue
    session.add(found)
    session.commit()  #> insert users, insert items
"""
    )


def test_what_a_continue_leaves_open() -> None:
    assert_touches(
        HEAD
        + """
def work(session: Session, names):
    for name in names:
        session.add(User())
        if not name:
            continue
        session.commit()  #> insert users, insert items
        session.add(Item())
    session.commit()  #> insert users, insert items
"""
    )


def test_a_loop_that_runs_ends_what_was_open() -> None:
    assert_touches(
        HEAD
        + """
MOST = 5

def run(session, function):
    for attempt in range(1, MOST + 1):
        try:
            function(session)
            session.commit()  #> insert users | insert items
            return
        except ValueError:
            session.rollback()
            if attempt < MOST:
                continue
            raise

def add_user(session):
    session.add(User())

def add_item(session):
    session.add(Item())

def work(session: Session):
    run(session, add_user)
    run(session, add_item)
    session.add(Log())
    session.commit()  #> insert logs
"""
    )


def test_a_loop_for_ever_is_left_by_its_breaks() -> None:
    assert_touches(
        HEAD
        + """
def work(session: Session):
    session.add(Log())
    while True:
        session.add(User())
        session.commit()  #> insert logs, insert users
        if session.get(Item, 1):
            session.add(Item())
            break
    session.commit()  #> insert items
"""
    )


def test_a_loop_over_many_pairs_with_a_class_has_a_transaction_for_each() -> None:
    classes = "".join(f"class Kind{n}(models.Model):\n    pass\n\n" for n in range(14))
    pairs = "".join(f'    "kind{n}": Kind{n},\n' for n in range(14))
    writes = " | ".join(f"insert shop_kind{n}" for n in range(14))
    assert_touches(
        f"""
# file: shop/models.py
from django.db import models

{classes}
# file: shop/services.py
from django.db import transaction
from shop.models import *

KINDS = {{
{pairs}}}

def make(model):
    model.objects.create()

def work():
    for name, model in KINDS.items():
        with transaction.atomic():  #> {writes}
            make(model)
"""
    )


def test_a_loop_over_more_pairs_than_are_kept_apart() -> None:
    classes = "".join(f"class Kind{n}(models.Model):\n    pass\n\n" for n in range(14))
    makers = "".join(f"def make{n}():\n    Kind{n}.objects.create()\n\n" for n in range(14))
    pairs = "".join(f'    "kind{n}": make{n},\n' for n in range(14))
    writes = ", ".join(f"insert shop_kind{n}" for n in range(14))
    assert_touches(
        f"""
# file: shop/models.py
from django.db import models

{classes}
# file: shop/services.py
from django.db import transaction
from shop.models import *

{makers}
KINDS = {{
{pairs}}}

def work():
    for name, make in KINDS.items():
        with transaction.atomic():  #> {writes}
            make()
"""
    )


def test_a_loop_that_is_known_better_later_forgets_the_helpers_that_it_entered() -> None:
    each = " | ".join(f"insert shop_{name}" for name in ("tag", "stock", "log", "order", "customer"))
    assert_touches(f"""
from contextlib import contextmanager
from shop.models import *
@contextmanager
def session():
    with transaction.atomic():
        yield
class Registry:
    def __init__(self):
        self.kinds = [Tag, Stock, Log]
    def add(self, kind):
        self.kinds.append(kind)
registry = Registry()
def run():
    for kind in registry.kinds:
        with session():  #> {each}
            kind.objects.create()
# file: shop/zulu.py
from shop.services import *
def setup():
    registry.add(Order)
    registry.add(Customer)
""")


def test_what_may_be_anything_is_not_what_is_known_of_it() -> None:
    assert_touches("""
def touch(request):
    options = {"a": None} if request.POST else nobody_knows
    for key, value in options.items():
        if value is not None:
            Log.objects.create(text=value)  #= insert shop_log
""")


EACH = {
    "classes that are written out": "for kind in (Tag, Stock, Log):",
    "a longer list of them": "for kind in [Tag, Stock, Log, Tag, Stock, Log]:",
    "those that a condition leaves": "for kind in [one for one in (Order, Tag, Stock, Log) if one is not Order]:",
    "those below another one": "for kind in Kept.__subclasses__():",
}
OF_EACH = "insert shop_log | insert shop_stock | insert shop_tag"


@pytest.mark.parametrize("loop", EACH.values(), ids=EACH)
@pytest.mark.parametrize(
    "body",
    [
        "with transaction.atomic():  #> {}\n            kind.objects.create()",
        "kind.objects.get_or_create(pk=1)  #> {}",
        "one(kind)\n@transaction.atomic  #> {}\ndef one(kind):\n    kind.objects.create()",
    ],
    ids=["a block", "a transaction of a library", "a function"],
)
def test_each_round_has_a_transaction_of_its_own(loop: str, body: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from django.db import models
class Kept(models.Model):
    class Meta:
        abstract = True
class Order(models.Model): pass
class Tag(Kept): pass
class Stock(Kept): pass
class Log(Kept): pass
# file: shop/services.py
from django.db import transaction
from shop.models import *
def run():
    {loop}
        {body.format(OF_EACH)}
""")


def test_what_a_round_commits() -> None:
    assert_touches(
        HEAD
        + """
def work(session: Session):
    session.add(Log())
    for kind in (User, Item):
        session.query(kind).delete()
        session.commit()  #> insert logs, delete users | delete items
"""
    )


def test_each_of_the_known_members_has_its_round() -> None:
    assert_touches("""
def run(x):
    row, rows = None, {}
    for kind, name in ((Order, "a"), (Log, "b"), (Tag, "c")):
        row = kind()
        rows[name] = row
    with transaction.atomic():  #> insert shop_tag
        row.save()
    with transaction.atomic():  #> insert shop_log
        rows["b"].save()
    for kind in (Order, Log, Tag):
        row = kind()
        if x:
            break
    with transaction.atomic():  #> insert shop_order, insert shop_log, insert shop_tag
        row.save()
""")


def test_a_transaction_around_a_loop_is_one() -> None:
    assert_touches("""
def run():
    with transaction.atomic():  #> insert shop_tag, insert shop_stock
        for kind in (Tag, Stock):
            kind.objects.create()
""")


def test_objects_and_functions_that_rounds_handle() -> None:
    assert_touches("""
class First:
    def run(self):
        Tag.objects.create()
class Second:
    def run(self):
        Stock.objects.create()
def third():
    Log.objects.create()
def work(flag):
    steps = []
    if flag:
        steps.append(First())
    steps.append(Second())
    for one in steps:
        with transaction.atomic():  #> insert shop_tag | insert shop_stock
            one.run()
    later = []
    later.append(third)
    later.append(First().run)
    for call in later:
        with transaction.atomic():  #> insert shop_log | insert shop_tag
            call()
""")


def test_a_loop_over_as_many_dotted_names_as_settings_have() -> None:
    steps = "".join(f'    "shop.steps.Step{number}",\n' for number in range(17))
    classes = "".join(f"class Step{number}(Step): pass\n" for number in range(16))
    assert_touches(f"""
# file: shop/conf.py
from django.conf import settings
from shop import defaults
class Conf:
    def __getattr__(self, name):
        try:
            return getattr(settings, name)
        except AttributeError:
            return getattr(defaults, name)
conf = Conf()
# file: shop/defaults.py
STEPS = [
{steps}]
# file: shop/steps.py
from shop.models import *
class Step:
    def __init__(self, **given):
        self.given = given
    def save(self):
        pass
{classes}class Step16(Step):
    def save(self):
        Log.objects.create()
# file: shop/services.py
from django.db import transaction
from django.utils.module_loading import import_string
from shop.conf import conf
def steps(**given):
    found = []
    for name in conf.STEPS:
        found.append((name, import_string(name)(prefix=name, **given)))
    return found
def place(order):
    with transaction.atomic():  #> insert shop_log
        for name, step in steps(order=order):
            step.save()
""")


def test_classes_that_are_listed_or_any_that_were_asked_for() -> None:
    kinds = [f"Kind{number}" for number in range(30)]
    models = "".join(f"class {kind}(models.Model):\n    text = models.TextField()\n" for kind in kinds)
    written = ", ".join(f"insert shop_{kind.lower()}" for kind in kinds)
    assert_touches(f"""
# file: shop/models.py
from django.db import models
{models}
# file: shop/services.py
from django.apps import apps
from django.db import transaction
def make(kind):
    kind.objects.create()
def work(labels):
    config = apps.get_app_config("shop")
    kinds = []
    if labels:
        for label in labels:
            kinds.append(config.get_model(label))
    else:
        kinds = config.get_models()
    with transaction.atomic():  #> {written}
        for kind in kinds:
            make(kind)
""")


def test_what_an_earlier_round_left_by_continue_is_gone_behind_a_later_one() -> None:
    assert_touches(
        HEAD
        + """
def work(session: Session, skips):
    for made in (User, Item):
        row = made()
        if skips:
            continue
        row = made()
    session.add(row)
    session.commit()  #> insert items
"""
    )


STEPS = [f"step_{number}" for number in range(12)]


@pytest.mark.parametrize(
    ("listed", "body"),
    [
        (STEPS, "for name in self.STEPS:\n            step = getattr(self, name)\n            step(session)"),
        (STEPS, "for name in self.STEPS:\n            getattr(self, name)(session)"),
        ([(name, "Step") for name in STEPS],
         "for name, label in self.STEPS:\n            step = getattr(self, name)\n            step(session)"),
    ],
)  # fmt: skip
def test_methods_that_many_names_call(listed: list[object], body: str) -> None:
    methods = "\n".join(f"    def {name}(self, session):\n        session.add(Log())" for name in STEPS[2:])
    assert_touches(f"""{HEAD}
class Copy:
    STEPS = {listed}
    def step_0(self, session):
        session.add(User())
    def step_1(self, session):
        session.add(Item())
{methods}
    def run(self, session: Session):
        {body}
        session.commit()  #> insert users, insert items, insert logs
""")
