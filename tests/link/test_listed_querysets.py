"""Lists of more querysets than a value keeps, and what goes through them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MANY = 30
MODELS = "# file: shop/models.py\nfrom django.db import models\n" + "".join(
    f"class Kind{number}(models.Model):\n    pass\n" for number in range(MANY)
)
ALL = ", ".join(f"delete shop_kind{number}" for number in range(MANY))


def of(first: int, last: int) -> str:
    return ", ".join(f"Kind{number}.objects.filter(owner=x)" for number in range(first, last))


@pytest.mark.parametrize(
    "rows",
    [
        f"[{of(0, MANY)}]",
        f"({of(0, MANY)})",
        f"[{of(0, 20)}] + [{of(20, MANY)}]",
        f"[*[{of(0, 20)}], {of(20, MANY)}]",
        f"[spare.rows(x), {of(0, MANY)}]",
    ],
)
def test_each_of_them_is_deleted(rows: str) -> None:
    assert_touches(f"""
import spare
def work(x):
    with transaction.atomic():  #> {ALL}
        for rows in {rows}:
            rows.delete()
{MODELS}""")


def test_lists_of_lists() -> None:
    assert_touches(f"""
class Group:
    def __init__(self, name, groups=None, rows=None):
        self.name = name
        groups = [] if groups is None else groups
        if rows is not None:
            groups.extend(rows)
        self.groups = groups
    def delete(self):
        total = 0
        for one in self.groups:
            if isinstance(one, Group):
                total += one.delete()
            else:
                total += one.delete()[0]
        return total
def first(x):
    return Group("first", rows=[{of(0, 10)}])
def second(x):
    return Group("second", rows=[{of(10, MANY)}])
def work(x):
    with transaction.atomic():  #> {ALL}
        Group("all", groups=[first(x), second(x)]).delete()
{MODELS}""")
