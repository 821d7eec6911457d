"""A method is followed on each class that it is called on, but for one that asks nothing of its object."""

from __future__ import annotations

import pytest

from boundary.link.evaluator.interpreter import Interpreter
from boundary.link.evaluator.roots import evaluate
from boundary.link.frameworks.registry import Frameworks
from boundary.link.program import link
from tests.link.linking import assert_touches, divide, read
from tests.link.mapped import MODELS as MAPPED

BASE = """
class Base:
    {decorator}
    def helper(self, row):
        {body}
class Orders(Base):
    pass
class Stocks(Base):
    pass
"""
CALLS = """
def start(row: Order):
    Orders().helper(row)
    Stocks().helper(row)
"""
CASES = {
    "nothing of its object": ("", "row.save()", 1),
    "an attribute": ("", "return self.name", 2),
    "itself, handed on": ("", "print(self)", 2),
    "the class above": ("", "return super().helper(row)", 2),
    "its class": ("", "return __class__", 2),
    "its class, handed on": ("", "return issubclass(row, __class__)", 2),
    "in a function inside": ("", "return lambda: self.name", 2),
    "in a transaction of its own": ("", "with transaction.atomic(): row.save()", 2),
    "as a transaction": ("@transaction.atomic", "row.save()", 2),
    "as a class method": ("@classmethod", "row.save()", 1),
}


@pytest.mark.parametrize(("decorator", "body", "times"), CASES.values(), ids=CASES)
def test_a_method_on_two_classes(decorator: str, body: str, times: int) -> None:
    interpreter = Interpreter(read(divide(BASE.format(decorator=decorator, body=body) + CALLS)), Frameworks())
    evaluate(interpreter, lambda _: None)
    found = [one for one in interpreter.contexts if one.function is not None and one.function.name == "helper"]
    assert len(found) == times


@pytest.mark.parametrize(
    ("body", "receivers"),
    [
        ("Order.objects.bulk_create([row])", {None}),
        ("self.made = Order.objects.bulk_create([row])", {"shop.services.Orders", "shop.services.Stocks"}),
    ],
)
def test_what_a_transaction_is_on(body: str, receivers: set[str | None]) -> None:
    scan = link(read(divide(BASE.format(decorator="", body=body) + CALLS)))
    assert {one.receiver for one in scan.transactions} == receivers


@pytest.mark.parametrize(
    ("below", "known_as"),
    [
        ("", {"<Job>"}),
        ("class Other(Job):\n    pass\n", {"<Job>", "<Job+>"}),
        ("Other = type('Other', (Job,), {'name': 'other'})\n", {"<Job>", "<Job+>"}),
        ("def other():\n    class Other(Job):\n        pass\n", {"<Job>", "<Job+>"}),
    ],
    ids=["nothing", "a class", "one that `type` makes", "one in a function"],
)
def test_an_object_that_is_promised_may_be_of_a_class_below(below: str, known_as: set[str]) -> None:
    job = f"class Job:\n    def work(self):\n        return self\n{below}"
    files = divide(f"{job}def start(job: Job):\n    job.work()\n    Job().work()\n")
    interpreter = Interpreter(read(files), Frameworks())
    evaluate(interpreter, lambda _: None)
    found = [one for one in interpreter.contexts if one.function is not None and one.function.name == "work"]
    assert {repr(one.receiver) for one in found} - {"<Other>"} == known_as


def test_what_is_committed_for_a_function_behind_several_decorators_is_told_by_its_name() -> None:
    scan = assert_touches(f"""
# file: shop/services.py
from functools import wraps
from sqlalchemy.orm import scoped_session, sessionmaker
from shop.models import *
Held = scoped_session(sessionmaker())
def committing(function):
    @wraps(function)
    def commit(*args):
        found = function(*args)
        Held.commit()  #> insert orders, insert lines | insert tags, insert lines
        return found
    return commit
def noting(function):
    @wraps(function)
    def noted(*args):
        Held.add(Line())
        return function(*args)
    return noted
@committing
@noting
def place():
    Held.add(Order())
@committing
@noting
def tag():
    Held.add(Tag())
{MAPPED}""")
    assert {one.receiver for one in scan.transactions} == {"shop.services.place", "shop.services.tag"}
