"""Many callers of one helper: what it makes statements of keeps them apart, whatever else they hand it."""

from __future__ import annotations

import pytest

from boundary.link.calling.dispatching import dispatching_functions
from boundary.link.calling.signatures import signature
from boundary.link.definitions.symbols import Program
from boundary.link.evaluator.interpreter import Interpreter
from boundary.link.evaluator.roots import evaluate
from boundary.link.frameworks.registry import Frameworks
from boundary.link.syntax.bodies import Bodies
from boundary.model import code
from tests.link.linking import assert_touches, divide, read


def assert_carries(source: str, expected: str) -> None:
    """The parameters of the last function that carry a statement or the name of a table are these."""
    function = last_function(source)
    carrying = dispatching_functions(Program(read(divide(source))), Bodies()).carrying
    assert carrying is not None
    assert carrying.parameters(function.parameters, function.body) == set(expected.split())


def last_function(source: str) -> code.Function:
    """The function that stands last in a source."""
    (module,) = [one for one in read(divide(source)) if one.name == "shop.services"]
    function = module.facts.body[-1]
    assert isinstance(function, code.Function)
    return function


def contexts_of(name: str, source: str) -> int:
    """How many contexts the functions of this name have."""
    interpreter = Interpreter(read(divide(source)), Frameworks())
    evaluate(interpreter, lambda _: None)
    return sum(one.function is not None and one.function.name == name for one in interpreter.contexts)


CROWD = 60
"""More callers than keep constants and collections apart."""

RUNNER = """
import sqlite3, thirdparty
def traced(function):
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper
class Database:
    def __init__(self):
        self.pool = thirdparty.Pool()
    def run(self, desc, function, *args, **kwargs):
        def work():
            return self.connected(self.transaction, desc, [], function, *args, **kwargs)
        return work()
    def connected(self, function, *args, **kwargs):
        conn = self.pool.getconn()
        return function(conn, *args, **kwargs)
    def transaction(self, conn, desc, callbacks, function, *args, **kwargs):
        print("%s-%x" % (desc, 1))
        cursor = conn.cursor()
        result = function(cursor, *args, **kwargs)
        conn.commit()  #> {expected}
        return result
    def insert(self, table, values, desc="insert"):
        return self.run(desc, self.insert_txn, table, values)
    @staticmethod
    def insert_txn(txn, table, values):
        keys = ", ".join(k for k in values)
        txn.execute("INSERT INTO %s (%s) VALUES (?)" % (table, keys), list(values.values()))
    @traced
    def remove_txn(self, txn, keys, table, note=None):
        txn.execute(f"DELETE FROM {{table}} WHERE note = {{note}} AND id IN ({{keys}})")
    def copy_txn(self, txn, note, tables):
        for table in tables:
            self.insert_txn(txn, table=table, values={{"note": note}})
db = Database()
"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("call", "operation"),
    [
        ('db.insert("t{0}", {{"id": {0}}}, desc="insert {0}")', "insert"),
        ('db.run("insert {0}", db.insert_txn, "t{0}", {{"id": {0}}})', "insert"),
        ('db.run("insert {0}", db.insert_txn, table="t{0}", values={{"id": {0}}})', "insert"),
        ('db.run("remove {0}", db.remove_txn, ["{0}"], "t{0}")', "delete"),
        ('db.run("remove {0}", db.remove_txn, ["{0}"], "t{0}", note="{0}")', "delete"),
        ('db.run("copy {0}", db.copy_txn, "{0}", ["t{0}"])', "insert"),
        ('db.run("work {0}", lambda txn: db.insert_txn(txn, "t{0}", {{"id": {0}}}))', "insert"),
    ],
)
def test_what_a_crowd_hands_to_a_runner(call: str, operation: str) -> None:
    expected = " | ".join(f"{operation} t{number}" for number in range(CROWD))
    calls = "".join(f"def touch{number}():\n    {call.format(number)}\n" for number in range(CROWD))
    assert_touches(f"{RUNNER.format(expected=expected)}{calls}")


@pytest.mark.parametrize(
    ("helper", "carried"),
    [
        ("def f(txn, table, key):\n    txn.execute('SELECT %s FROM %s' % (key, table))", "table"),
        ("def f(txn, name, key):\n    txn.execute('SELECT {} FROM {}'.format(key, name))", "name"),
        ("def f(txn, name, key):\n    txn.execute(f'SELECT {key} FROM {name} WHERE a = {key}')", "name"),
        ("def f(txn, name, key):\n    txn.execute('UPDATE ' + name + ' SET a = ' + key)", "name"),
        ("def f(txn, schema, key):\n    txn.execute(f'DELETE FROM {schema}.log WHERE a = {key}')", "schema"),
        ("def f(txn, kind, key):\n    txn.execute(f'INSERT INTO log_{kind} VALUES ({key})')", "kind"),
        ("def f(txn, text, values):\n    txn.execute(text, values)", "text"),
        ("def f(txn, text, values):\n    execute_values(txn, text, values)", "text txn"),
        ("def f(txn, names, key):\n    for name in names:\n        txn.execute(f'TRUNCATE TABLE {name}')", "names"),
        ("def f(txn, kind, key):\n    name = TABLES[kind]\n    txn.execute(f'DELETE FROM {name}')", "kind"),
        ("def f(txn, kind, key):\n    name = f'{kind}_log'\n    txn.execute(f'DELETE FROM {name}')", "kind"),
        ("def f(txn, text, key):\n    text += ' ORDER BY a'\n    txn.execute(text)", "text"),
        ("def f(self, txn, key, name):\n    self.insert(txn, name, key)", "name"),
        ("def f(self, txn, key, name):\n    self.insert(txn, values=key, table=name)", "name"),
        ("def f(self, desc, key, name):\n    self.run(desc, self.insert, name, key)", "name"),
        ("def f(self, desc, key, name):\n    self.run(desc, self.insert, values=key, table=name)", "name"),
        ("def f(self, desc, key, name):\n    self.run(desc, partial(self.insert, table=name), key)", "name"),
        (
            "def f(self, desc, key, name):\n    def work(txn):\n        self.insert(txn, name, key)\n    run(work)",
            "name",
        ),
        ("def f(self, desc, key, name):\n    self.run(desc, lambda txn: self.insert(txn, name, key))", "name"),
        ("def f(txn, key, name):\n    print(f'nothing from {name} or {key}')", "name"),
        ("def f(txn, key, name):\n    print('reading', key, name)", ""),
    ],
)
def test_what_carries_a_statement(helper: str, carried: str) -> None:
    insert = "def insert(txn, table, values):\n    txn.execute(f'INSERT INTO {table} VALUES (1)', values)\n"
    assert_carries(f"{insert}{helper}\n", carried)


@pytest.mark.parametrize(
    ("parameters", "given", "lead"),
    [
        ("txn, table, values", 2, 1),
        ("txn, table, values", 3, 0),
        ("table, values=None", 1, 1),
        ("txn, table, values=None, lock=None", 2, 1),
        ("self, txn, table, values", 2, 1),
        ("self, txn, table", 3, -1),
        ("conn, txn, table", 1, 2),
        ("txn, *args", 9, 1),
        ("txn, table", 7, None),
    ],
)
def test_how_many_arguments_a_runner_adds(parameters: str, given: int, lead: int | None) -> None:
    function = last_function(f"def f({parameters}): pass")
    assert signature(function.parameters).lead(given, 0) == lead


def test_few_constants_last_where_many_models_are_handed_over() -> None:
    names = [f"Kind{number}" for number in range(CROWD)]
    classes = "".join(
        f"class {name}(models.Model):\n    pass\nclass Small{name}(models.Model):\n    pass\n" for name in names
    )
    calls = "".join(
        f"def make_{name}():\n"
        f"    with transaction.atomic():  #> insert shop_{name.lower()}\n"
        f"        find({name}).objects.create()\n"
        f"    with transaction.atomic():  #> insert shop_small{name.lower()}\n"
        f'        find({name}, prefix="Small").objects.create()\n'
        for name in names
    )
    assert_touches(f"""
# file: shop/models.py
from django.db import models
{classes}
# file: shop/services.py
from django.db import transaction
from django.utils.module_loading import import_string
from shop.models import *
def find(model, prefix="", suffix=""):
    return import_string(f"shop.models.{{prefix}}{{model._meta.object_name}}{{suffix}}")
{calls}
""")


def test_one_who_may_hand_over_anything_may_hand_over_none() -> None:
    source = """
from shop.models import Order
def handle(order, by):
    if by:
        order.save()
def anyone(who):
    handle(Order.objects.get(), who)
def any_or_none(who, known):
    handle(Order.objects.get(), who if known else None)
def any_or_a_flag(who, known):
    handle(Order.objects.get(), who if known else False)
"""
    assert contexts_of("handle", source) == 2, "a flag that may be false is taken for that"


def test_functions_behind_one_decorator_are_no_crowd() -> None:
    many = "".join(
        f"""
@checked
def number_{n}(x, flag):
    return x

def use_{n}(x):
    number_{n}(x, flag=True)
    number_{n}(x, flag=False)
"""
        for n in range(20)
    )
    uses = "".join(f"    use_{n}(x)\n" for n in range(20))
    assert_touches(f"""
from functools import wraps
def checked(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)
    return wrapper
{many}
@checked
def change(x, is_log):
    if is_log:
        model = Log
    else:
        model = Stock
    model.objects.update(id=x)

@transaction.atomic  #> update shop_log
def logs(x):
{uses}
    change(x, is_log=True)

@transaction.atomic  #> update shop_stock
def stocks(x):
{uses}
    change(x, is_log=False)
""")


MADE = """
    return type(name.title(), (Base,), {"__tablename__": name, "id": Column(Integer, primary_key=True)})
"""
WRITTEN = """
    class Made(Base):
        __tablename__ = name
        id = Column(Integer, primary_key=True)
    return Made
"""


@pytest.mark.parametrize("body", [MADE, WRITTEN])
def test_classes_that_a_function_makes_for_a_crowd(body: str) -> None:
    calls = "\n".join(f"Made{number} = make('made_{number}')" for number in range(CROWD))
    assert_touches(f"""
# file: shop/models.py
from sqlalchemy import Column, Integer
from sqlalchemy.orm import Session, declarative_base
Base = declarative_base()
def make(name):{body}
{calls}
# file: shop/services.py
from shop.models import *
def place(session: Session):
    session.add(Made{CROWD - 1}())
    session.commit()  #> insert made_{CROWD - 1}
""")


@pytest.mark.parametrize("body", [MADE.replace("name.title()", '"Made"'), WRITTEN])
def test_classes_that_a_function_makes_for_tables(body: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from sqlalchemy import Column, Integer
from sqlalchemy.orm import Session, declarative_base
Base = declarative_base()
def make(name):{body}
Early, Late = make("early"), make("late")
# file: shop/services.py
from shop.models import *
def place(session: Session):
    session.add(Late())
    session.commit()  #> insert late
""")


@pytest.mark.parametrize("load", ["load", "load_or_none"])
def test_functions_that_a_crowd_has_imported(load: str) -> None:
    modules = "\n".join(f"# file: shop/parts/part{number}.py\ndef change(): pass" for number in range(CROWD))
    calls = "\n".join(f"change{number} = {load}('shop.parts.part{number}', 'change')" for number in range(CROWD))
    assert_touches(f"""
{modules}
# file: shop/parts/orders.py
from shop.models import *
def place():
    Order.objects.create()
# file: shop/loading.py
import importlib
def load(module, name):
    return getattr(importlib.import_module(module), name)
def load_or_none(module, name):
    try:
        return load(module, name)
    except ModuleNotFoundError:
        return None
{calls}
# file: shop/services.py
from django.db import transaction
from shop.loading import *
@transaction.atomic  #> insert shop_order
def place():
    {load}("shop.parts.orders", "place")()
""")


@pytest.mark.slow
def test_what_walks_a_tree_inside_of_a_function_has_few_contexts_whoever_calls_that() -> None:
    kinds = ["list", "dict", "set", "tuple", "frozenset", "deque"]
    cases = "".join(
        f"""
            if kind is {kind}:
                found = {kind.title()}Tree(parent)
                found.held = [walk(one, found) for one in item]
                return found"""
        for kind in kinds
    )
    source = f"""
from collections import deque
class Tree:
    def __init__(self, parent=None):
        self.parent = parent
    def fill(self, data):
        def walk(item, parent):
            kind = type(item){cases}
            Log.objects.create(text=item)
            return item
        return walk(data, self)
    def put(self, data):
        self.held = self.fill(data)
{"".join(f"class {kind.title()}Tree(Tree): pass{chr(10)}" for kind in kinds)}
def work(data):
    with transaction.atomic():  #> insert shop_log
        for tree in ({", ".join(f"{kind.title()}Tree()" for kind in kinds)}):
            tree.put(data)
            tree.held.put(data)
"""
    assert_touches(source)
    assert contexts_of("walk", source) < 500


@pytest.mark.parametrize("gives", ["handed", "partly(handed)"])
def test_a_decorator_of_very_many_functions(gives: str) -> None:
    others = "\n".join(
        f"@of({{'one_{one}': Log, 'two_{one}': Tag}})\ndef other_{one}(told):\n    pass" for one in range(60)
    )
    assert_touches(f"""
def partly(function):
    return function
def given(told):
    def handed(function):
        def run():
            return function(told)
        return run
    return {gives}
def of(told):
    return given(told)
{others}
@of({{"first": Order, "second": Log}})
def place(told):
    with transaction.atomic():  #> insert shop_order
        told["first"].objects.create()
def work():
    place()
""")


def test_payloads_with_callbacks_that_a_crowd_hands_over() -> None:
    """What differs in the texts and keys of a payload is joined; whom it calls back, and its rows, is not."""
    calls = "".join(
        f"""
def use_{number}(request):
    handle({{"emit": emit, "key_{number}": {{"text": "{number}", "also": [{number}]}}, "name": "{number}"}})
"""
        for number in range(3 * CROWD)
    )
    source = f"""
def emit(payload):
    pass
def log(payload):
    Log.objects.create(text=payload["name"])
def handle(payload):
    with transaction.atomic():
        payload["emit"](payload)
        payload["target"].save()
def told(payload):
    handle(payload)
{calls}
@transaction.atomic  #> insert shop_log, write shop_stock
def logs(request):
    told({{"emit": log, "name": "log", "target": Stock.objects.get(pk=1)}})
@transaction.atomic  #> update shop_order
def orders(request):
    told({{"emit": emit, "name": "order", "target": Order.objects.get(pk=1)}})
"""
    assert_touches(source)
    assert contexts_of("handle", source) < CROWD


def test_what_a_crowd_has_computed_is_each_callers_own() -> None:
    """A long function has few contexts in all, but not one that calls what it is handed."""
    calls = "".join(
        f"""
def use_{number}(request):
    return cached("{number}", lambda: Log.objects.filter(text="{number}"))
"""
        for number in range(5 * CROWD)
    )
    padding = "    # not in the cache\n" * 4_000
    assert_touches(f"""
def cached(key, compute):
{padding}
    return compute()
{calls}
def work(request):
    {"; ".join(f"use_{number}(request)" for number in range(5 * CROWD))}
    found = cached("stock", lambda: Stock.objects.filter(pk=1))
    with transaction.atomic():  #> delete shop_stock
        found.delete()
""")


@pytest.mark.parametrize(("lines", "most"), [(1, 60), (2_000, 8)])
def test_a_long_function_has_fewer_contexts(lines: int, most: int) -> None:
    """Each of them takes as much longer."""
    calls = "".join(
        f"""
def use_{number}(request):
    order = Order()
    order.note = Log(text="{number}")
    handle({{"order": order, "flag_{number}": True}})
"""
        for number in range(CROWD)
    )
    source = f"""
def handle(payload):
    payload["order"].save()
{"    print(payload)" + chr(10) * lines}    print()
{calls}
def work(request):
    with transaction.atomic():  #> write shop_order
        handle({{"order": Order()}})
"""
    assert_touches(source)
    assert most / 2 < contexts_of("handle", source) <= most


@pytest.mark.parametrize(
    ("loop", "callers", "most"),
    [("Kind0, Kind1", 3 * CROWD, 3 * CROWD + 1), ("KINDS", CROWD, CROWD + 1), ("KINDS", 3 * CROWD, 120)],
)
def test_a_function_is_as_long_as_the_rounds_of_its_loops(loop: str, callers: int, most: int) -> None:
    """Where it has very many callers."""
    kinds = [f"Kind{number}" for number in range(callers)]
    source = f"""
{"".join(f"class {kind}:{chr(10)}    def note(self):{chr(10)}        pass{chr(10)}" for kind in kinds)}
KINDS = ({", ".join(kinds[:50])})
def handle(order, kind):
    order.save()
    for one in ({loop}):
        kind.note()
{"        print(one)" + chr(10)}{("        print(order)" + chr(10)) * 40}
{"".join(f"def use_{kind}(request):{chr(10)}    handle(Order(), {kind}()){chr(10)}" for kind in kinds)}
def work(request):
    with transaction.atomic():  #> write shop_order
        handle(Order(), None)
"""
    assert_touches(source)
    assert most / 2 < contexts_of("handle", source) <= most


@pytest.mark.parametrize(
    ("lookup", "expected"),
    [
        ("customer__name=name", "read shop_order, read shop_customer"),
        ("pk=name", "read shop_order, no read shop_customer"),
        ("__customer=name", "read shop_order, no read shop_customer"),
    ],
)
def test_lookups_keep_callers_apart(lookup: str, expected: str) -> None:
    """A shortcut that everybody calls still joins what each of them asks for."""
    calls = "".join(f"def use_{number}(x):\n    find(Order, field_{number}=x)\n" for number in range(CROWD))
    assert_touches(f"""
def find(model, *args, **kwargs):
    return model.objects.get(*args, **kwargs)
def work(name):
    with transaction.atomic():  #> nothing, {expected}
        find(Order, {lookup})
def other(name):
    with transaction.atomic():  #> nothing, read shop_order, no read shop_customer
        find(Order, total__gt=name)
{calls}
""")
