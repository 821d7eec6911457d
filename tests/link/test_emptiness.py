"""What does a test say of a collection?  Nothing where something else may have filled or emptied it since."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

FILLED = {
    "handed to a function": """
def collect(out):
    out.append(1)
def work():
    with transaction.atomic():  #> insert shop_log
        out = []
        collect(out)
        if not out:
            return
        Log.objects.create()
""",
    "filled by a function inside": """
def work():
    with transaction.atomic():  #> insert shop_log
        out = []
        def collect():
            out.append(1)
        collect()
        if not out:
            return
        Log.objects.create()
""",
    "a dict handed to a function": """
def collect(out):
    out["a"] = 1
def work():
    with transaction.atomic():  #> insert shop_log
        out = {}
        collect(out)
        if not out:
            return
        Log.objects.create()
""",
    "an attribute that has a factory": """
from collections import defaultdict
class Importer:
    def __init__(self):
        self.refs = defaultdict(set)
    def fill(self):
        self.refs["x"].add(1)
    def work(self):
        with transaction.atomic():  #> insert shop_log
            self.fill()
            if self.refs:
                raise Exception("no")
            Log.objects.create()
def run():
    Importer().work()
""",
    "an attribute that another method fills": """
class Importer:
    def __init__(self):
        self.refs = {}
    def fill(self, data):
        self.refs["x"] = 1
    def work(self):
        with transaction.atomic():  #> insert shop_log
            self.fill(1)
            if self.refs:
                raise Exception("no")
            Log.objects.create()
def run():
    Importer().work()
""",
    "extended": """
def work(items, heap):
    with transaction.atomic():  #> insert shop_log
        out = []
        out.extend(items)
        if not out:
            return
        Log.objects.create()
""",
    "handed to a library": """
import heapq
def work(items, heap):
    with transaction.atomic():  #> insert shop_log
        out = []
        heapq.heappush(out, 1)
        if not out:
            return
        Log.objects.create()
""",
    "a method of it handed to a function": """
def run(f):
    f(1)
def work(items, heap):
    with transaction.atomic():  #> insert shop_log
        out = []
        run(out.append)
        if not out:
            return
        Log.objects.create()
""",
    "emptied by a method": """
def work(items):
    with transaction.atomic():  #> insert shop_log
        out = {"a": items}
        out.pop("a")
        if out:
            return
        Log.objects.create()
""",
    "emptied by del": """
def work(items):
    with transaction.atomic():  #> insert shop_log
        out = {"a": items}
        del out["a"]
        if out:
            return
        Log.objects.create()
""",
    "options of which one is popped": """
def build(**options):
    name = options.pop("name")
    if options:
        raise ValueError
    Log.objects.create(text=name)
def work():
    with transaction.atomic():  #> insert shop_log
        build(name="a")
""",
    "options of which one is deleted": """
def build(**options):
    del options["name"]
    if options:
        raise ValueError
    Log.objects.create()
def work():
    with transaction.atomic():  #> insert shop_log
        build(name="a")
""",
    "a parameter that a loop empties": """
def build(items):
    while items:
        items.pop()
    Log.objects.create()
def work():
    with transaction.atomic():  #> insert shop_log
        build([1, 2])
""",
    "emptied by a loop": """
def work(items):
    with transaction.atomic():  #> insert shop_log
        out = [1]
        while out:
            out.pop()
        Log.objects.create()
""",
    "made of options that are not known": """
def work(**items):
    with transaction.atomic():  #> insert shop_log
        out = {**items}
        if out:
            return
        Log.objects.create()
""",
    "filled by another name": """
def work(items):
    with transaction.atomic():  #> insert shop_log
        out = []
        other = out
        other.append(1)
        if not out:
            return
        Log.objects.create()
""",
    "filled through what holds it": """
def work(items):
    with transaction.atomic():  #> insert shop_log
        errors = []
        byname = {"e": errors}
        byname["e"].append(1)
        if not errors:
            return
        Log.objects.create()
""",
    "iterated over": """
def fill(rows):
    rows.append(Log(text="a"))
def work():
    with transaction.atomic():  #> insert shop_log
        rows = []
        fill(rows)
        for row in rows:
            Log.objects.create()
""",
    "what a generator gathers": """
class Stage:
    def batches(self):
        batch = []
        def add(item):
            batch.append(item)
        listen(add)
        if batch:
            yield batch
    def run(self):
        for batch in self.batches():
            with transaction.atomic():  #> insert shop_log
                for item in batch:
                    if not item.stored:
                        Log.objects.create()
""",
    "filled by a bound method with a name of its own": """
def work(order: Order):
    with transaction.atomic():  #> insert shop_log
        out = []
        add = out.append
        add(order)
        if out:
            Log.objects.create()
""",
    "filled by a bound method that is mapped": """
def work():
    with transaction.atomic():  #> insert shop_log
        out = []
        list(map(out.append, Order.objects.all()))
        for one in out:
            Log.objects.create()
""",
    "filled where an exception may end it": """
def work(order: Order):
    with transaction.atomic():  #> insert shop_log
        out = []
        try:
            risk(order)
            out.append(order)
        except ValueError:
            pass
        if out:
            Log.objects.create()
""",
    "filled in a loop of its own": """
def work(asked):
    with transaction.atomic():  #> insert shop_log
        out = set()
        while asked():
            if asked(1):
                out.add(1)
        for one in out:
            Log.objects.create()
""",
    "of the module": """
def fill():
    out.append(1)
def work():
    global out
    out = []
    fill()
    with transaction.atomic():  #> insert shop_log
        if out:
            Log.objects.create()
""",
    "filled under a key": """
def work(key):
    with transaction.atomic():  #> insert shop_log
        out = {}
        out[key] = 1
        if out:
            Log.objects.create()
""",
    "filled under a key of a key": """
def work(key):
    with transaction.atomic():  #> insert shop_log
        out = {}
        out.setdefault(key, []).append(1)
        for one in out:
            Log.objects.create()
""",
    "filled by what is unpacked": """
def work(rows):
    with transaction.atomic():  #> insert shop_log
        out = []
        out[:] = rows
        for one in out:
            Log.objects.create()
""",
    "put into something": """
def work(order: Order):
    with transaction.atomic():  #> insert shop_log
        out = []
        order.cache = out
        order.cache.append(1)
        if out:
            Log.objects.create()
""",
    "given to what it calls by a keyword": """
def work(collect):
    with transaction.atomic():  #> insert shop_log
        out = []
        collect(into=out)
        for one in out:
            Log.objects.create()
""",
}
EMPTY = {
    "made and filled here, by what is never so": """
def work(order: Order, kinds=()):
    with transaction.atomic():  #> nothing
        out = set()
        for kind in kinds:
            out.add(kind)
        for one in out:
            Log.objects.create()
        if out:
            Log.objects.create()
def run(order: Order):
    work(order)
""",
    "an option that is popped where there is none": """
def build(**options):
    name = options.pop("name", None)
    if options:
        Tag.objects.create()
    Log.objects.create(text=name)
def work():
    with transaction.atomic():  #> insert shop_log
        build()
""",
    "a parameter that its callers left out": """
def build(options=(), **extra):
    if options or extra:
        Tag.objects.create()
    Log.objects.create()
def work():
    with transaction.atomic():  #> insert shop_log
        build()
""",
    "a parameter that is only looked at": """
def build(options):
    if len(options) > 3 or isinstance(options, str):
        raise ValueError
    if options:
        Tag.objects.create()
    Log.objects.create()
def work():
    with transaction.atomic():  #> insert shop_log
        build({})
""",
}
HANDED_ON = """
def fill(into):
    into["a"] = 1
def build(options):
    fill(options)
    if options:
        Tag.objects.create()
def work():
    with transaction.atomic():  #> insert shop_tag
        build({})
"""


@pytest.mark.parametrize("case", FILLED)
def test_what_may_have_changed_decides_nothing(case: str) -> None:
    assert_touches(FILLED[case])


@pytest.mark.parametrize("case", EMPTY)
def test_what_nobody_else_holds_decides(case: str) -> None:
    assert_touches(EMPTY[case])


def test_a_parameter_that_is_handed_on_decides_nothing() -> None:
    assert_touches(HANDED_ON)


@pytest.mark.parametrize(
    "made", ["list(rows)", "sorted(rows, key=id)", "[*rows]", "reversed(tuple(rows))", "set(rows)"]
)
def test_a_copy_is_as_empty_as_what_it_is_made_of(made: str) -> None:
    empty = "insert shop_log" if made.startswith("[") else "nothing"  # a display is not looked into
    assert_touches(f"""
def work(rows=()):
    for row in {made}:
        Log.objects.create()
def empty():
    with transaction.atomic():  #> {empty}
        work(())
def full(order: Order):
    with transaction.atomic():  #> insert shop_log
        work((order,))
def filled(order: Order):
    rows = []
    collect(rows)
    with transaction.atomic():  #> insert shop_log
        work(rows)
def collect(out):
    out.append(1)
""")


@pytest.mark.parametrize("given", ["held.items()", "zip(held, held.values())"], ids=["its pairs", "its values"])
def test_an_empty_dict_adds_nothing_to_what_one_beside_it_holds(given: str) -> None:
    """What is in it is known all the same: a function that may leave a dict empty gives both."""
    assert_touches(f"""
def grouped(orders):
    held = {{}}
    for order in Order.objects.all():
        held[order] = [order.total]
    return held
def work(orders):
    held = grouped(orders) if orders else {{}}
    with transaction.atomic():  #> insert shop_log
        for order, totals in {given}:
            if callable(totals):
                Order.objects.create()
            Log.objects.create()
""")


JUST_MADE = {
    "if it is there": """
        names = [key for key in ("left", "total") if key in FORGOTTEN]
        if names:
            Log.objects.create()
""",
    "unless it is": """
        names = {key for key in ("left", "total") if key in FORGOTTEN}
        if not names:
            return
        Log.objects.create()
""",
}
FILLED_BETWEEN = {
    "filled in between": """
        names = [key for key in ("left", "total") if key in FORGOTTEN]
        names.append("more")
        if names:
            Log.objects.create()
""",
    "tested in a loop": """
        names = [key for key in ("left", "total") if key in FORGOTTEN]
        for key in keys:
            if names:
                Log.objects.create()
            names.append(key)
""",
}


@pytest.mark.parametrize("body", JUST_MADE.values(), ids=JUST_MADE.keys())
def test_what_a_comprehension_leaves_is_tested_at_once(body: str) -> None:
    assert_touches(f"""
FORGOTTEN = ("customer", "text")
def work(keys):
    with transaction.atomic():  #> nothing{body}""")


@pytest.mark.parametrize("body", FILLED_BETWEEN.values(), ids=FILLED_BETWEEN.keys())
def test_what_a_comprehension_leaves_is_filled_before_the_test(body: str) -> None:
    assert_touches(f"""
FORGOTTEN = ("customer", "text")
def work(keys):
    with transaction.atomic():  #> insert shop_log{body}""")
