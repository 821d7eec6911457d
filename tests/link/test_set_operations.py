"""What operators and methods leave of sets whose members are known, each as names of attributes that are asked for."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MANY = ", ".join(f"'column{number}'" for number in range(12))
"""More names than are kept apart as the alternatives of a value."""
LEFT, RIGHT = f"{{{MANY}, 'order'}}", "{'order', 'stock'}"


@pytest.mark.parametrize(
    ("names", "order", "stock"),
    [
        ("left | right", True, True),
        ("left.union(right)", True, True),
        ("left & right", True, False),
        ("left.intersection(right)", True, False),
        ("left - right", False, False),
        ("left.difference(right)", False, False),
        ("left ^ right", False, True),
        ("(left | {'id'}) - {'order'}", False, False),
        ("left - {'order'} | {'stock'}", False, True),
        ("list(left | right)", True, True),
    ],
)
def test_the_members_that_are_left(names: str, order: bool, stock: bool) -> None:  # noqa: FBT001
    said = {True: "read", False: "no read"}
    assert_touches(f"""
def work():
    left, right = {LEFT}, {RIGHT}
    with transaction.atomic():  #> {said[order]} shop_order, {said[stock]} shop_stock
        line = Line.objects.get(pk=1)
        for name in {names}:
            getattr(line, name)
""")


@pytest.mark.parametrize("names", ["left | found()", "left - found()", "left.union(found())", "left | right | found()"])
def test_of_members_that_are_not_known_nothing_is_left_out(names: str) -> None:
    assert_touches(f"""
from elsewhere import found
def work():
    left, right = {{'order'}}, {RIGHT}
    with transaction.atomic():  #> read shop_order
        line = Line.objects.get(pk=1)
        for name in {names}:
            getattr(line, name)
""")


KEPT = """
class Tracker:
    def __init__(self, row, names):
        self.row = row
        self.names = names
        self.before = self.values()
    def values(self):
        {values}
def work():
    with transaction.atomic():  #> read shop_order, no read shop_stock
        Tracker(Line.objects.get(pk=1), {names})
def beside():
    Tracker(Tag.objects.get(pk=1), ["stock"])
"""


@pytest.mark.parametrize("names", [f"list({LEFT} | {{'id'}})", "['id', 'order']", "('order',)", f"{LEFT}"])
@pytest.mark.parametrize(
    "values",
    [
        "return {name: getattr(self.row, name) for name in self.names}",
        "return [getattr(self.row, name) for name in self.names]",
        "for name in self.names: getattr(self.row, name)",
    ],
)
def test_names_that_an_object_keeps_are_asked_of_what_it_keeps(values: str, names: str) -> None:
    assert_touches(KEPT.format(values=values, names=names))


def test_a_name_that_an_object_keeps_is_asked_of_what_it_keeps() -> None:
    assert_touches(KEPT.format(values="return getattr(self.row, self.names)", names="'order'"))
