"""Who else holds a collection: another name, an object that was handed it."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

ONE = {
    "two variables": ("rows = []\n    others = rows", "others.append(Order())", "rows"),
    "the other way": ("rows = []\n    others = rows", "rows.append(Order())", "others"),
    "three variables": ("rows = []\n    others = rows\n    more = others", "more.append(Order())", "rows"),
    "an attribute": ("job = Job()\n    rows = job.rows", "rows.append(Order())", "job.rows"),
    "kept in an attribute": ("job = Job()\n    rows = []\n    job.rows = rows", "rows.append(Order())", "job.rows"),
    "under a key": ("held = {'a': []}\n    rows = held['a']", "rows.append(Order())", "held['a']"),
    "a dict": ("held = {}\n    others = held", "others['a'] = Order()", "held.values()"),
    "handed to an object": ("rows = []\n    job = Job(rows)", "job.add(Order())", "rows"),
    "handed by name": ("rows = []\n    job = Job(rows=rows)", "job.add(Order())", "rows"),
    "filled by a function": ("rows = []\n    others = rows", "add(others)", "rows"),
}
OTHER = {
    "a copy": ("rows = []\n    others = list(rows)", "others.append(Order())", "rows"),
    "bound anew": ("rows = []\n    others = rows\n    others = []", "others.append(Order())", "rows"),
    "the first bound anew": ("rows = []\n    others = rows\n    rows = []", "others.append(Order())", "rows"),
    "a copy in an object": ("rows = []\n    job = Copy(rows)", "job.add(Order())", "rows"),
}
CODE = """
class Job:
    def __init__(self, rows=None):
        self.rows = rows
        if rows is None:
            self.rows = []
    def add(self, row):
        self.rows.append(row)
class Copy(Job):
    def __init__(self, rows):
        self.rows = list(rows)
def add(rows):
    rows.append(Order())
def work():
    {made}
    {put}
    with transaction.atomic():  #> {found}
        for row in {read}:
            row.save()
"""


@pytest.mark.parametrize("case", ONE)
def test_one_collection(case: str) -> None:
    made, put, read = ONE[case]
    assert_touches(CODE.format(made=made, put=put, read=read, found="insert shop_order"))


@pytest.mark.parametrize("case", OTHER)
def test_two_collections(case: str) -> None:
    made, put, read = OTHER[case]
    assert_touches(CODE.format(made=made, put=put, read=read, found="nothing"))


def test_each_caller_has_what_its_own_object_was_given() -> None:
    assert_touches("""
class Job:
    def __init__(self, model, rows):
        self.model = model
        self.rows = rows
    def add(self):
        self.rows.append(self.model())
def work():
    orders, logs = [], []
    Job(Order, orders).add()
    Job(Log, logs).add()
    with transaction.atomic():  #> insert shop_order
        for order in orders:
            order.save()
    with transaction.atomic():  #> insert shop_log
        for log in logs:
            log.save()
""")


@pytest.mark.parametrize(("copied", "found"), [("KINDS[:]", "shop_order"), ("KINDS", "shop_order, insert shop_log")])
def test_a_slice_is_a_list_of_its_own(copied: str, found: str) -> None:
    assert_touches(f"""
KINDS = [Order]
def add():
    kinds = {copied}
    kinds.append(Log)
    return kinds
def work():
    with transaction.atomic():  #> insert {found}
        for kind in KINDS:
            kind.objects.create()
""")


@pytest.mark.parametrize(
    ("loop", "expected"),
    [
        ("for rows in (a, b):\n        rows.append(Order())", "insert shop_order"),
        ("for rows in [self.c, b]:\n        rows.append(Order())", "insert shop_order"),
        ("for rows in (a, [], b):\n        fill(rows, Order())", "insert shop_order"),
        ("for model, rows in ((Tag, a), (Order, b)):\n        rows.append(model())", "insert shop_order"),
        ("for name, (model, rows) in (('a', (Tag, a)), ('b', (Order, b))):\n        rows.append(model())",
         "insert shop_order"),
        ("for rows in (a, self.c):\n        rows.append(Order())", "nothing"),
        ("for rows in (a, b):\n        rows = []\n        rows.append(Order())", "nothing"),
    ],
)  # fmt: skip
def test_a_loop_over_variables_names_what_they_name(loop: str, expected: str) -> None:
    assert_touches(f"""
def fill(rows, row):
    rows.append(row)
def work(self):
    a, b = [], []
    {loop}
    with transaction.atomic():  #> {expected}
        for row in b:
            row.save()
""")
