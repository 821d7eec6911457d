"""A collection that several hold is the same for all of them: what one puts in, the others find."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    ("filled", "used"),
    [
        ("held = {True: rows, False: []}; held[u].append(save)", "rows[0]()"),
        ("held = {'rows': rows}; held['rows'].append(save)", "rows[0]()"),
        ("held = [rows, 1]; held[0].append(save)", "rows[0]()"),
        ("held = [rows]; held[-1].append(save)", "rows[0]()"),
        ("held = {'rows': rows}; fill(held)", "rows[0]()"),
        ("held = dict(rows=rows); held['rows'].append(save)", "rows[0]()"),
        ("pair = rows, save; put(*pair)", "rows[0]()"),
        ("named = dict(rows=rows, row=save); put(**named)", "rows[0]()"),
        ("named = {'rows': rows, 'row': save}; put(**named)", "rows[0]()"),
        ("rows = other = []; rows.append(save)", "other[0]()"),
        ("rows = keys['a'] = []; rows.append(save)", "keys['a'][0]()"),
        ("(rows if u else more).append(save)", "rows[0]()"),
        ("(rows, more)[u].append(save)", "more[0]()"),
        ("which = rows if u else more; which.append(save)", "rows[0]()"),
        ("which = rows if u else more if u.a else []; which.append(save)", "more[0]()"),
        ("if u: which = rows\n    else: which = more\n    which.append(save)", "rows[0]()"),
        ("if u: which = rows\n    else: which = more\n    which.append(save)", "more[0]()"),
        ("held = {'a': keys}; held['a']['x'] = save", "keys['x']()"),
        ("held = {'a': keys}; held['a'].update(x=save)", "keys['x']()"),
        ("held = [keys]; held[0].update(x=save)", "keys['x']()"),
        ("which = keys if u else {}; which['x'] = save", "keys['x']()"),
        ("for one in [keys]: one['x'] = save", "keys['x']()"),
        ("Thread(target=put, args=(rows, save)).start()", "rows[0]()"),
        ("Thread(None, put, 'a', (rows, save)).start()", "rows[0]()"),
        ("ThreadPoolExecutor().submit(put, rows, save)", "rows[0]()"),
        ("asyncio.get_event_loop().call_soon(put, rows, save)", "rows[0]()"),
        ("asyncio.get_event_loop().call_later(5, put, rows, save)", "rows[0]()"),
    ],
)
def test_what_is_put_in(filled: str, used: str) -> None:
    assert_touches(f"""
import asyncio
from concurrent.futures import ThreadPoolExecutor
from threading import Thread
def save():
    Log.objects.create()
def fill(held):
    held["rows"].append(save)
def put(rows, row):
    rows.append(row)
def run(u):
    rows, more, keys = [], [], {{}}
    {filled}
    with transaction.atomic():  #> insert shop_log
        {used}
""")


def test_another_key_is_another_list() -> None:
    assert_touches("""
def save():
    Log.objects.create()
def run():
    rows, more = [], []
    held = {"rows": rows, "more": more}
    held["more"].append(save)
    with transaction.atomic():  #> nothing
        for row in rows:
            row()
    with transaction.atomic():  #> insert shop_log
        for row in more:
            row()
""")


def test_a_variable_that_is_bound_anew() -> None:
    assert_touches("""
def save():
    Log.objects.create()
def run():
    rows = []
    held = {"rows": rows}
    rows = []
    held["rows"].append(save)
    with transaction.atomic():  #> nothing
        for row in rows:
            row()
""")


def test_what_is_handed_over_is_asked_of_an_object_that_fills_its_key() -> None:
    assert_touches("""
def save():
    Log.objects.create()
class Held:
    def __getitem__(self, key):
        key.append(save)
        return key
def fill(rows):
    rows.append(save)
def run(u):
    held, keys = Held(), []
    with transaction.atomic():  #> insert shop_log
        fill(held[keys])
        save()
""")
