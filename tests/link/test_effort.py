"""A program with more contexts than it should have: whose callers are joined, and that nothing is lost by it."""

from __future__ import annotations

import pytest

from boundary.link.calling.arguments import BARE
from boundary.link.calling.crowds import MOST_RECEIVERS
from boundary.link.calling.effort import FEW, FEWER, Effort
from boundary.link.evaluator.interpreter import Interpreter
from boundary.link.evaluator.roots import evaluate
from boundary.link.frameworks.registry import Frameworks
from tests.link.linking import divide, read

MANY = 40
"""More callers than a function has contexts of its own where it does not matter who calls."""

CALLED = ("measured", "weighed", "shown", "kept", "told")
PROGRAM = (
    """
class Shape:
    def size(self):
        return 1
    def weight(self):
        return 2
class Audit(Shape):
    def size(self):
        Log.objects.create(text="size")
"""
    + "".join(f"class Shape{n}(Shape):\n    pass\n" for n in range(MANY))
    + """
def measured(shape):
    return shape.size()
def weighed(shape):
    return shape.weight()
def shown(thing):
    return thing
def kept(thing):
    thing.save()
def told(thing):
    return thing.save
def work(data):
    shown(Order.objects.get()).save()
    told(Order.objects.get())
"""
    + "".join(f"    {name}(Shape{n}())\n" for n in range(MANY) for name in CALLED)
    + """
def late():
    measured(Audit())
    shown(Stock.objects.get()).delete()
    kept(Line.objects.get())
"""
)

LARGE = 10_000
"""More functions than most programs have."""

KINDS = 120
"""More classes than a method has contexts of its own for, where next to nothing comes to a table."""

ALGEBRA = (
    """
class Shape:
    def size(self):
        return self.weight()
"""
    + "".join(f"class Shape{n}(Shape):\n    def weight(self):\n        return {n}\n" for n in range(KINDS))
    + "".join(f"def measured{n}(shape):\n    return shape.size()\n" for n in range(KINDS))
    + """
def work(data):
    noted("begun")
"""
    + "".join(f"    measured{n}(Shape0())\n" for n in range(KINDS))
    + "".join(f"    measured{n % 2}(Shape{n}())\n" for n in range(KINDS))
    + """    noted("done")
def noted(text):
    Log.objects.create(text=text)
"""
)


def linked(due: int, hard: int = 0, program: str = PROGRAM) -> Interpreter:
    """The program, looked at when it has so many contexts; it counts as hard to follow with `hard`."""
    interpreter = Interpreter(read(divide(program)), Frameworks())
    interpreter.effort.due = interpreter.effort.many_from = due
    if hard:
        interpreter.effort.hard_from = hard
    evaluate(interpreter, lambda _: None)
    return interpreter


def contexts(interpreter: Interpreter, name: str) -> int:
    """How many contexts a function has."""
    return sum(one.function is not None and one.function.name == name for one in interpreter.contexts)


def written(interpreter: Interpreter) -> set[tuple[str, str]]:
    """What is written in the program."""
    return {(touch.op, touch.table) for one in interpreter.contexts for touch in one.touches if touch.op != "read"}


@pytest.mark.parametrize(
    ("function", "joined"),
    [
        ("weighed", True),  # nothing that it is given comes to a table, and neither does what it calls
        ("shown", False),  # it is given rows, and returns them
        ("kept", False),  # it writes
    ],
)
def test_callers_of_functions_that_come_to_no_table_are_joined(function: str, joined: bool) -> None:  # noqa: FBT001
    assert contexts(linked(10**9), function) >= MANY
    assert (contexts(linked(100), function) <= FEW + 2) == joined


@pytest.mark.parametrize("due", range(60, 240, 20))
def test_nothing_that_is_written_is_lost(due: int) -> None:
    assert (
        written(linked(due))
        == written(linked(10**9))
        >= {
            ("insert", "shop_log"),
            ("update", "shop_order"),
            ("delete", "shop_stock"),
        }
    )


@pytest.mark.parametrize(("function", "most"), [("measured0", FEWER + 2), ("size", MOST_RECEIVERS + 2)])
def test_where_next_to_nothing_comes_to_a_table_few_callers_are_kept_apart(function: str, most: int) -> None:
    left, joined = linked(10**9, program=ALGEBRA), linked(KINDS + 10, program=ALGEBRA)
    assert contexts(joined, function) <= most < contexts(left, function)
    assert written(joined) == written(left) == {("insert", "shop_log")}
    assert joined.crowds.joined()


def test_a_program_that_is_hard_to_follow_joins_callers_whatever_they_hand_over() -> None:
    interpreter = linked(100, hard=100)
    assert contexts(interpreter, "shown") <= FEW + 4
    assert "shown" in [one.name for one in interpreter.crowds.joined()]
    assert not linked(100).crowds.joined()


HEAVY = (
    "".join(f"class Shape{n}:\n    pass\n" for n in range(MANY))
    + """
def work(data):
    measured(Order.objects.get())
"""
    + "".join(f"    measured(Shape{n}())\n" for n in range(MANY))
    + """
def measured(thing):
"""
    + "    same(1)\n" * 30
    + """    thing.save()
def same(number):
    return number
"""
)


def test_callers_of_a_function_that_takes_much_of_all_are_joined() -> None:
    assert contexts(linked(10**9, program=HEAVY), "measured") > MANY
    interpreter = Interpreter(read(divide(HEAVY)), Frameworks())
    interpreter.effort.heavy_from = 60
    evaluate(interpreter, lambda _: None)
    assert contexts(interpreter, "measured") < MANY // 2
    assert len(interpreter.crowds.joined()) == 1  # and that is told
    assert ("update", "shop_order") in written(interpreter)


MADE_OF = (
    """
class View:
    def __init__(self, rows):
        self.rows = rows
    def shown(self, row):
"""
    + "        same(1)\n" * 30
    + """        row.save()
        return self.rows.told()
"""
    + "".join(f"class View{n}(View):\n    pass\n" for n in range(KINDS // 10))
    + "".join(f"class Kind{n}:\n    def told(self):\n        return {n}\n" for n in range(10))
    + "".join(
        f"def work{n}(data):\n    View{n // 10}(Kind{n % 10}()).shown(Order.objects.get())\n" for n in range(KINDS)
    )
    + """
def same(number):
    return number
"""
)


def test_a_method_that_takes_much_of_all_is_followed_once_for_all_objects_of_its_class() -> None:
    assert contexts(linked(10**9, program=MADE_OF), "shown") == KINDS
    interpreter = Interpreter(read(divide(MADE_OF)), Frameworks())
    interpreter.effort.heavy_from = 60
    evaluate(interpreter, lambda _: None)
    assert contexts(interpreter, "shown") <= MOST_RECEIVERS + KINDS // 10
    assert len(interpreter.crowds.joined()) == 1  # and that is told
    assert ("update", "shop_order") in written(interpreter)


@pytest.mark.parametrize(
    ("runs", "carries", "joined", "part", "heavy"),
    [
        (False, False, BARE, 0.3, True),
        (False, False, BARE, 0.2, False),
        (True, False, BARE - 1, 0.3, True),
        (True, False, BARE, 0.3, False),  # what it runs would be told apart no more
        (True, False, BARE, 0.6, True),
        (False, True, BARE, 0.3, False),  # nor what it executes
        (False, True, BARE, 0.6, True),
    ],
)
def test_what_runs_what_it_is_handed_keeps_its_callers_apart(
    runs: bool,  # noqa: FBT001
    carries: bool,  # noqa: FBT001
    joined: int,
    part: float,
    heavy: bool,  # noqa: FBT001
) -> None:
    found = {one.function.name: one.function for one in linked(10**9).contexts if one.function is not None}
    function, other = found["shown"], found["kept"]
    function.runs, function.carries, function.joined = runs, carries, joined
    function.followed, all_calls, effort = 0, 10**7, Effort(LARGE)
    effort.spent(function, int(all_calls * part))
    effort.spent(other, all_calls - function.followed)
    assert effort.is_heavy(function) == heavy


def test_a_large_program_has_fewer_contexts_for_each_function() -> None:
    small, large, larger = Effort(LARGE), Effort(LARGE * 5), Effort(LARGE * 10)
    assert small.hard_from < large.hard_from < 2 * small.hard_from
    assert large.hard_from < larger.hard_from < 2 * large.hard_from


OPTIONS = (
    """
class Options:
    def __init__(self, meta):
        self.model = getattr(meta, "model", None)
class Form:
    def __init__(self):
        self.options = Options(self.Meta)
    def save(self):
        self.options.model.objects.create()
"""
    + "".join(f"class Form{n}(Form):\n    class Meta:\n        model = Log\n" for n in range(MANY))
    + """
class Last(Form):
    class Meta:
        model = Stock
def work(data):
"""
    + "".join(f"    Form{n}().save()\n" for n in range(MANY))
    + "    Last().save()\n"
)


@pytest.mark.parametrize("due", range(20, 140, 20))
def test_a_class_that_says_which_model_is_meant_keeps_callers_apart(due: int) -> None:
    interpreter = linked(due, program=OPTIONS)
    assert written(interpreter) == {("insert", "shop_log"), ("insert", "shop_stock")}
    assert contexts(interpreter, "__init__") > 2 * MANY


IMPORTED = (
    """
# file: shop/savers.py
from shop.models import *
"""
    + "".join(f"class Saver{n}:\n    def keep(self):\n        return {n}\n" for n in range(MANY))
    + """
class Last:
    def keep(self):
        Stock.objects.create()
# file: shop/services.py
from django.utils.module_loading import import_string
from shop.models import *
def saver(path):
    return import_string(path)
def work(data):
"""
    + "".join(f"    saver('shop.savers.Saver{n}')().keep()\n" for n in range(MANY))
    + "    saver('shop.savers.Last')().keep()\n"
)


def test_what_imports_as_it_is_told_keeps_its_callers() -> None:
    interpreter = linked(20, hard=20, program=IMPORTED)
    assert contexts(interpreter, "saver") > MANY
    assert written(interpreter) == {("insert", "shop_stock")}


DECORATED = (
    """
from celery import shared_task
def every(hours):
    def decorate(function):
        def wrapper(*args):
            return function(*args)
        return wrapper
    return decorate
"""
    + "".join(f"@every(1)\ndef plain{n}():\n    return {n}\n" for n in range(MANY))
    + "".join(f"plain{n}()\n" for n in range(MANY))
    + """
@shared_task
@every(1)
def first():
    Log.objects.create()
@shared_task
@every(1)
def second():
    Stock.objects.create()
"""
)


@pytest.mark.parametrize("due", range(20, 140, 20))
def test_a_function_that_nobody_has_followed_yet_may_come_to_a_table(due: int) -> None:
    interpreter = linked(due, program=DECORATED)
    wrappers = [one for one in interpreter.contexts if one.function is not None and one.function.name == "wrapper"]
    called = {edge.callee.function.name for one in wrappers for edge in one.edges if edge.callee.function is not None}
    assert {"first", "second"} <= called
