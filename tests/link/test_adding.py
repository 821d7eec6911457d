"""Variables that are the method of a collection: `add = rows.append`."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    ("made", "method", "call", "asked"),
    [
        ("[]", "rows.append", "add(Order())", "rows"),
        ("set()", "rows.add", "add(Order())", "rows"),
        ("[]", "rows.extend", "add([Order()])", "rows"),
        ("{}", "rows.update", "add(a=Order())", "rows.values()"),
        ("collections.deque()", "rows.appendleft", "add(Order())", "rows"),
    ],
)
def test_a_collection_is_filled_by_a_name_of_its_method(made: str, method: str, call: str, asked: str) -> None:
    assert_touches(f"""
import collections
def work(names):
    rows = {made}
    add = {method}
    for name in names:
        {call}
    with transaction.atomic():  #> insert shop_order
        for row in {asked}:
            row.save()
""")


def test_what_a_parameter_is_filled_with() -> None:
    assert_touches("""
def collect(out):
    add = out.append
    add(Order())
def work():
    rows = []
    collect(rows)
    with transaction.atomic():  #> insert shop_order
        for row in rows:
            row.save()
""")


def test_a_name_that_is_no_method_any_more() -> None:
    assert_touches("""
def work():
    rows = [Order()]
    add = rows.append
    add = print
    add(Tag())
    with transaction.atomic():  #> insert shop_order
        for row in rows:
            row.save()
""")


@pytest.mark.parametrize(
    ("made", "call"),
    [
        ("[]", "visit(nodes, found.append)"),
        ("set()", "visit(nodes, found.add)"),
        ("[]", "visit(nodes, add=found.append)"),
        ("[]", "deeper(nodes, found.append)"),
        ("[]", "add = found.append; visit(nodes, add)"),
        ("[]", "visit_all(nodes, 1, found.append)"),
    ],
)
def test_a_function_that_is_handed_the_method(made: str, call: str) -> None:
    assert_touches(f"""
def visit(nodes, add):
    for node in nodes:
        add(Order())
def visit_all(nodes, depth, add):
    for node in nodes:
        visit_all(node, depth + 1, add)
        add(Order())
def deeper(nodes, then):
    visit(nodes, then)
def work(nodes):
    found, other = {made}, []
    {call}
    visit(nodes, print)
    with transaction.atomic():  #> insert shop_order
        for row in found:
            row.save()
    with transaction.atomic():  #> nothing
        for row in other:
            row.save()
""")


def test_an_attribute_is_filled_by_whoever_is_handed_its_method() -> None:
    assert_touches("""
def visit(nodes, add):
    for node in nodes:
        add(Order())
class Job:
    def __init__(self):
        self.found = []
    def run(self, nodes):
        visit(nodes, self.found.append)
    def save(self):
        with transaction.atomic():  #> insert shop_order
            for row in self.found:
                row.save()
def work(nodes):
    job = Job()
    job.run(nodes)
    job.save()
""")
