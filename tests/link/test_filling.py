"""What is put into a collection by someone else: a function that it was handed to, an inner one, a lambda."""

from __future__ import annotations

import pytest

from boundary.link.evaluator.interpreter import Interpreter
from boundary.link.evaluator.roots import evaluate
from boundary.link.frameworks.registry import Frameworks
from tests.link.linking import assert_touches, divide, read

WRAPPED = """
def logged(function):
    def call(*args, note=None, **kwargs):
        return function(*args, **kwargs)
    return call
"""
COLLECTED = {
    "appended": ("def collect(out):\n    out.append(Order())", "rows = []", "collect(rows)", "rows"),
    "added to a set": ("def collect(out):\n    out.add(Order())", "rows = set()", "collect(rows)", "rows"),
    "by name": ("def collect(out):\n    out.append(Order())", "rows = []", "collect(out=rows)", "rows"),
    "through two functions": (
        "def inner(out):\n    out.append(Order())\ndef collect(out):\n    inner(out)",
        "rows = []",
        "collect(rows)",
        "rows",
    ),
    "by a method": (
        "class Source:\n    def collect(self, first, out):\n        out.append(Order())",
        "rows = []",
        "Source().collect(1, rows)",
        "rows",
    ),
    "under a key": ("def collect(out):\n    out['a'] = Order()", "rows = {}", "collect(rows)", "rows.values()"),
    "under a key of its own": (
        "def collect(out):\n    out.setdefault('a', []).append(Order())",
        "rows = {}",
        "collect(rows)",
        "rows['a']",
    ),
    "updated": ("def collect(out):\n    out.update(a=Order())", "rows = {}", "collect(rows)", "rows.values()"),
    "extended": ("def collect(out):\n    out += [Order()]", "rows = []", "collect(rows)", "rows"),
    "as a slice": ("def collect(out):\n    out[:] = [Order()]", "rows = []", "collect(rows)", "rows"),
    "in an attribute": (
        "class Job:\n    pass\ndef collect(out):\n    out.append(Order())",
        "job = Job()\n    job.rows = []",
        "collect(job.rows)",
        "job.rows",
    ),
    "in an attribute by its name": (
        "class Job:\n    rows = []\ndef collect(job):\n    getattr(job, 'rows').append(Order())",
        "job = Job()",
        "collect(job)",
        "job.rows",
    ),
    "in an attribute that is set by its name": (
        (
            "class Job:\n    pass\ndef collect(job, name):\n    setattr(job, name, [])\n"
            "    getattr(job, name).append(Order())"
        ),
        "job = Job()",
        "collect(job, 'rows')",
        "job.rows",
    ),
    "under a key of an attribute by its name": (
        "class Job:\n    rows = {}\ndef collect(job):\n    getattr(job, 'rows')['a'] = Order()",
        "job = Job()",
        "collect(job)",
        "job.rows.values()",
    ),
    "through a wrapper, by its place": (
        f"{WRAPPED}@logged\ndef collect(first, out):\n    out.append(Order())",
        "rows = []",
        "collect(1, rows, note=2)",
        "rows",
    ),
    "through a wrapper, by name": (
        f"{WRAPPED}@logged\ndef collect(first, out):\n    out.append(Order())",
        "rows = []",
        "collect(1, out=rows)",
        "rows",
    ),
    "by a method of a class": (
        "class Source:\n    def collect(self, first, out):\n        out.append(Order())",
        "rows = []",
        "Source.collect(Source(), 1, rows)",
        "rows",
    ),
    "through two wrappers of a method": (
        f"{WRAPPED}class Source:\n    @logged\n    @logged\n    def collect(self, out):\n        out.append(Order())",
        "rows = []",
        "Source().collect(rows)",
        "rows",
    ),
    "through what calls it": (
        "def run(a, function, *args):\n    function(a, *args)\ndef collect(first, out):\n    out.append(Order())",
        "rows = []",
        "run(1, collect, rows)",
        "rows",
    ),
    "by an inner function": (
        "",
        "rows = []\n    def collect():\n        rows.append(Order())",
        "collect()",
        "rows",
    ),
    "by a lambda": ("def run(f):\n    f(Order())", "rows = []", "run(lambda row: rows.append(row))", "rows"),
    "only where it was not given": (
        "def collect(out=None):\n    out = out if out is not None else []\n    out.append(Order())",
        "rows = []",
        "collect(rows)",
        "rows",
    ),
}
APART = {
    "of a copy": (
        "def collect(out):\n    out = list(out)\n    out.append(Order())",
        "rows = []",
        "collect(rows)",
        "rows",
    ),
    "of options": ("def collect(**out):\n    out['a'] = Order()", "rows = {}", "collect(**rows)", "rows.values()"),
    "of another list, through a wrapper": (
        f"{WRAPPED}@logged\ndef collect(first, out):\n    out.append(Order())",
        "rows, others = [], []",
        "collect(rows, others)",
        "rows",
    ),
    "of another list, through a wrapper, by name": (
        f"{WRAPPED}@logged\ndef collect(first, out):\n    out.append(Order())",
        "rows, others = [], []",
        "collect(first=rows, out=others)",
        "rows",
    ),
    "of another list": (
        "def collect(out):\n    out.append(Order())",
        "rows, others = [], []",
        "collect(others)",
        "rows",
    ),
}
DECIDED = {
    "an item": ("def fill(into):\n    into['a'] = True", "held = {'a': False}", "fill(held)", "held['a']"),
    "an item that was not there": ("def fill(into):\n    into['a'] = True", "held = {}", "fill(held)", "held.get('a')"),
    "whether there is one": ("def fill(into):\n    into['a'] = 1", "held = {'b': 1}", "fill(held)", "'a' in held"),
    "whether it is missing": (
        "def fill(into, key):\n    if key:\n        into['a'] = 1",
        "held = {'b': 1}",
        "fill(held, 1)",
        "'a' not in held",
    ),
    "an item of a list": ("def fill(into):\n    into[0] = True", "held = [False]", "fill(held)", "held[0]"),
    "of any key": (
        "def fill(into, **values):\n    for key, value in values.items():\n        into[key] = value",
        "held = {'a': False}",
        "fill(held, a=True)",
        "held['a']",
    ),
    "nonlocal": (
        "",
        "held = False\n    def fill():\n        nonlocal held\n        held = True",
        "fill()",
        "held",
    ),
    "an item that an inner function sets": (
        "",
        "held = {'a': False}\n    def fill():\n        held['a'] = True",
        "fill()",
        "held['a']",
    ),
    "what a body had done that stopped": (
        "",
        "held = False\n    try:\n        ask()\n        held = True\n    finally:\n        note(held)",
        "pass",
        "held",
    ),
}
ATTRIBUTES = {
    "setattr": "for name, value in values.items():\n            setattr(self, name, value)",
    "update": "self.__dict__.update(values)",
    "update by names": "self.__dict__.update(**values)",
    "vars": "vars(self).update(values)",
    "all of them": "self.__dict__ = values",
}


def _looped(function: str, made: str, filled: str, rows: str, expected: str) -> str:
    return f"""
{function}
def work():
    {made}
    {filled}
    with transaction.atomic():  #> {expected}
        for row in {rows}:
            row.save()
"""


@pytest.mark.parametrize("case", COLLECTED)
def test_what_others_have_collected(case: str) -> None:
    assert_touches(_looped(*COLLECTED[case], "insert shop_order"))


@pytest.mark.parametrize("case", APART)
def test_what_is_put_elsewhere(case: str) -> None:
    assert_touches(_looped(*APART[case], "nothing"))


@pytest.mark.parametrize("case", DECIDED)
def test_what_others_have_set_decides_nothing(case: str) -> None:
    function, made, filled, test = DECIDED[case]
    assert_touches(f"""
{function}
def work():
    {made}
    {filled}
    with transaction.atomic():  #> insert shop_log
        if {test}:
            Log.objects.create()
""")


@pytest.mark.parametrize("case", ATTRIBUTES)
def test_attributes_of_names_that_are_not_known(case: str) -> None:
    assert_touches(f"""
class Job:
    done = False
    def __init__(self, values):
        {ATTRIBUTES[case]}
    def run(self):
        with transaction.atomic():  #> insert shop_log
            if self.done:
                Log.objects.create()
class Other(Job):
    def __init__(self):
        pass
    def run(self):
        with transaction.atomic():  #> nothing
            if self.done:
                Log.objects.create()
def work(values):
    Job(values).run()
    Other().run()
""")


def test_a_view_made_with_nothing_is_what_its_class_says() -> None:
    assert_touches("""
from django.urls import path
from django.views import View
class Page(View):
    done = False
    def post(self, request):
        with transaction.atomic():  #> nothing
            if self.done:
                Log.objects.create()
urlpatterns = [path("a", Page.as_view())]
""")


def test_a_branch_behind_finally() -> None:
    assert_touches("""
def work():
    done = False
    try:
        ask()
        done = True
    finally:
        with transaction.atomic():  #> insert shop_log, insert shop_tag
            if done:
                Log.objects.create()
            else:
                Tag.objects.create()
    with transaction.atomic():  #> insert shop_log
        if done:
            Log.objects.create()
        else:
            Tag.objects.create()
""")


def test_each_caller_gets_what_it_handed_over() -> None:
    assert_touches("""
def collect(out, model):
    out.append(model())
def work():
    orders, logs = [], []
    collect(orders, Order)
    collect(logs, Log)
    with transaction.atomic():  #> insert shop_order
        for order in orders:
            order.save()
    with transaction.atomic():  #> insert shop_log
        for log in logs:
            log.save()
""")


@pytest.mark.parametrize("test", ["held.get('a')", "not held.get('a')", "held.get('other') is not None", "'a' in held"])
def test_a_dict_that_many_branches_fill_is_known_still(test: str) -> None:
    branches = "\n".join(f"    if x.{name}:\n        held['{name}'] = 1" for name in "abcdef")
    assert_touches(f"""
def build(x):
    held = {{"order": Order()}}
{branches}
    return held
def work(x):
    held = build(x)
    with transaction.atomic():  #> insert shop_order, insert shop_log
        held["order"].save()
        if {test}:
            Log.objects.create()
""")


KEYED = {
    "made for each key": ("defaultdict(list)", "held[name].append(model)"),
    "made by a lambda": ("defaultdict(lambda: [])", "held[name].append(model)"),
    "put there where there is nothing": ("{}", "held.setdefault(name, []).append(model)"),
}


@pytest.mark.parametrize(("begun", "filled"), KEYED.values(), ids=KEYED.keys())
def test_each_key_has_a_collection_of_its_own(begun: str, filled: str) -> None:
    assert_touches(f"""
from collections import defaultdict
def build():
    held = {begun}
    for model, name in ((Order, "a"), (Log, "b"), (Tag, "a"), (Stock, "c"), (Line, "d"), (Customer, "e")):
        {filled}
    return held
def work():
    held = build()
    with transaction.atomic():  #> insert shop_order, insert shop_tag
        for model in held["a"]:
            model.objects.create()
    with transaction.atomic():  #> insert shop_log
        for model in held["b"]:
            model.objects.create()
    with transaction.atomic():  #> insert shop_stock, insert shop_log
        for key in ("b", "c"):
            for model in held[key]:
                model.objects.create()
""")


def test_nothing_is_under_a_key_that_a_dict_lacks() -> None:
    assert_touches("""
def save_all(held, name):
    for model in held.get(name, ()):
        model.objects.create()
        save_all(held, "second" if name == "first" else "third")
def work():
    with transaction.atomic():  #> insert shop_order, insert shop_tag
        save_all({"first": [Order], "second": [Tag], "fourth": [Log]}, "first")
""")


def test_what_may_be_empty_holds_nothing_else() -> None:
    scan = assert_touches("""
def work(x):
    rows = []
    if x:
        rows.append((Order, 1))
    with transaction.atomic():  #> insert shop_order
        for model, number in rows:
            model.objects.create(number=number)
""")
    assert not scan.transactions[0].blind_spots


CALLBACKS = """
class Work:
    def __init__(self, *, callbacks):
        self.callbacks = callbacks
    def after(self, callback):
        self.callbacks.append(callback)
def begin(callbacks, function):
    work = Work(callbacks=callbacks)
    function(work)
def handed_on(call, *args):
    call(*args)
def run(function):
    callbacks = []
    {begun}
    for callback in callbacks:
        callback()
"""
MANY = "".join(
    f"def note_{n}():\n    pass\ndef save_{n}(work):\n    work.after(note_{n})\ndef start_{n}():\n    run(save_{n})\n"
    for n in range(6)
)


@pytest.mark.parametrize(
    ("begun", "times"),
    [
        ("begin([*callbacks], function)", 1),  # nobody finds it again
        ("handed_on(begin, callbacks, function)", 2),
        ("begin(callbacks, function)", 2),
    ],
)
def test_those_who_could_find_what_was_put_in_are_run_again(begun: str, times: int) -> None:
    interpreter = Interpreter(read(divide(CALLBACKS.format(begun=begun) + MANY)), Frameworks())
    evaluate(interpreter, lambda _: None)
    runs = [one.runs for one in interpreter.contexts if one.function is not None and one.function.name == "begin"]
    called = {edge.callee.function for one in interpreter.contexts for edge in one.edges}
    assert runs == [times] * 6
    assert {one.name for one in called if one is not None} >= {f"save_{n}" for n in range(6)}


@pytest.mark.parametrize(
    "put", ["self._held[name] = value", "self._held.update({name: value})", "self._kept.append(value)"]
)
def test_what_is_put_into_a_collection_is_no_attribute_that_is_set(put: str) -> None:
    asked = "self._kept[0]" if "_kept" in put else "self._held[name]"
    assert_touches(f"""
class Services:
    _held, _kept = {{}}, []
    def __setattr__(self, name, value):
        raise RuntimeError("nothing is set here")
    def __getattr__(self, name):
        return {asked}
    def register(self, name, value):
        {put}
SERVICES = Services()
class Orders:
    def __init__(self):
        SERVICES.register("orders", self)
    def place(self):
        Order.objects.create()
def load():
    Orders()
def run():
    with transaction.atomic():  #> insert shop_order
        SERVICES.orders.place()
""")
