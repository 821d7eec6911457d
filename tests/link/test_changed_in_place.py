"""A list that is changed in place has its members elsewhere from then on, for whoever holds it."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SAVE = """
import random
def save():
    Log.objects.create()
"""


@pytest.mark.parametrize(
    ("changed", "used"),
    [
        ("rows = [1, save]; rows.pop(0)", "rows[0]()"),
        ("rows = [1, save]; first = rows.pop(0)", "rows[0]()"),
        ("rows = [1, save]; rows.pop(0); row = rows.pop(0)", "row()"),
        ("rows = [1, save, 2]; first = rows.pop(0); row, other = rows", "row()"),
        ("rows = [1, save]; print(rows.pop(0))", "rows[0]()"),
        ("rows = [1, save]; rows.append(rows.pop(0))", "rows[0]()"),
        ("rows = [1, save]; del rows[0]", "rows[0]()"),
        ("rows = [1, save]; del rows[:1]", "rows[0]()"),
        ("rows = [1, save]; rows.remove(1)", "rows[0]()"),
        ("rows = [save, 1]; rows.insert(0, 2)", "rows[1]()"),
        ("rows = [1, 2]; rows.insert(u, save)", "rows[1]()"),
        ("rows = [1, 2]; rows.clear(); rows.append(save)", "rows[0]()"),
        ("rows = [1, save]; rows.reverse()", "rows[0]()"),
        ("rows = [1, save]; rows.sort(key=u)", "rows[0]()"),
        ("rows = [1, save]; random.shuffle(rows)", "rows[0]()"),
        ("rows = sorted([1, save], key=u)", "rows[0]()"),
        ("rows = list(reversed([1, save]))", "rows[0]()"),
        ("rows = [1, 2]; rows[0:1] = [save]", "rows[0]()"),
        ("rows = [1, 2]; rows[-1:] = [save]", "rows[1]()"),
        ("rows = [1]; rows.extend(u); rows.append(save)", "rows[1]()"),
        ("rows = [1]; rows.extend([2, save])", "rows[2]()"),
        ("from collections import deque; rows = deque([1, save]); rows.popleft()", "rows[0]()"),
        ("from collections import deque; rows = deque([1]); rows.appendleft(save)", "rows[0]()"),
        ("from collections import deque; rows = deque([1, save]); rows.rotate(1)", "rows[0]()"),
        ("import heapq; rows = [1]; heapq.heappush(rows, save)", "rows[0]()"),
        ("rows = [1, save]; other = rows; other.pop(0)", "rows[0]()"),
        ("rows = [1]; other = rows; other.insert(0, save)", "rows[0]()"),
        ("rows = other = [1]; rows.insert(0, save)", "other[0]()"),
        ("rows = [1, save]; take(rows)", "rows[0]()"),
        ("rows = [1, save]; turn(rows)", "rows[0]()"),
        ("rows = [1]; put(rows)", "rows[0]()"),
        ("rows = [1, save]; inner = lambda: rows.pop(0); inner()", "rows[0]()"),
        ("holder = Holder(); holder.rows.pop(0)", "holder.rows[0]()"),
        ("holder = Holder(); holder.rows.reverse()", "holder.rows[0]()"),
        ("holder = Holder(); del holder.rows[0]", "holder.rows[0]()"),
        ("holder = Holder(); rows = holder.rows; rows.pop(0)", "holder.rows[0]()"),
        ("ROWS.pop(0)", "ROWS[0]()"),
    ],
)
def test_where_the_members_are(changed: str, used: str) -> None:
    assert_touches(f"""{SAVE}
ROWS = [1, save]
class Holder:
    def __init__(self):
        self.rows = [1, save]
def take(rows):
    rows.pop(0)
def turn(rows):
    rows.reverse()
def put(rows):
    rows.insert(0, save)
def run(u):
    {changed}
    with transaction.atomic():  #> insert shop_log
        {used}
""")


def test_a_member_that_was_taken_out_is_gone() -> None:
    assert_touches(f"""{SAVE}
def other():
    Tag.objects.create()
def run(u):
    rows = [other, save]
    rows.pop(0)
    with transaction.atomic():  #> insert shop_log
        rows[0]()
    rows = [save, other, 1]
    rows.pop()
    rows.remove(other)
    with transaction.atomic():  #> insert shop_log
        for row in rows:
            row()
    rows = [other, save]
    rows.reverse()
    with transaction.atomic():  #> insert shop_log
        rows[0]()
""")
