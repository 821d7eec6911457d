"""A collection's method that is handed on, kept or given back is a function: whoever calls it fills the collection."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    ("top", "filled"),
    [
        ("def visit(add):\n    add(save)", "visit(rows.append)"),
        ("def visit(add):\n    inner(add)\ndef inner(add):\n    add(save)", "visit(rows.append)"),
        ("def emit(obs):\n    for o in obs:\n        o(save)", "emit([rows.append])"),
        ("def emit(obs):\n    obs['a'](save)", "emit({'a': rows.append})"),
        (
            (
                "class Bus:\n    def __init__(self):\n        self.obs = []\n    def on(self, o):\n"
                "        self.obs.append(o)\n    def fire(self, x):\n        for o in self.obs:\n            o(x)"
            ),
            "b = Bus(); b.on(rows.append); b.fire(save)",
        ),
        (
            "class C:\n    def __init__(self, cb):\n        self.cb = cb\n    def go(self):\n        self.cb(save)",
            "C(rows.append).go()",
        ),
        ("def adder(rows):\n    return rows.append", "adder(rows)(save)"),
        ("def adder(rows):\n    return lambda m: rows.append(m)", "adder(rows)(save)"),
        ("def adder(rows):\n    def add(m):\n        rows.append(m)\n    return add", "adder(rows)(save)"),
        ("", "list(map(rows.append, [save]))"),
        ("from functools import partial", "partial(rows.append, save)()"),
        ("import asyncio", "loop = asyncio.new_event_loop(); loop.call_soon(rows.append, save)"),
        ("from concurrent.futures import ThreadPoolExecutor", "ThreadPoolExecutor().submit(rows.append, save)"),
        ("from threading import Thread", "Thread(target=rows.append, args=(save,)).start()"),
        ("def visit(x, add=None):\n    (add or print)(x)", "visit(save, add=rows.append)"),
        ("def visit(**kw):\n    kw['add'](save)", "visit(add=rows.append)"),
        ("def visit(*a):\n    a[0](save)", "visit(rows.append)"),
        ("", "fs = [rows.append]; fs[0](save)"),
        ("", "add = rows.append; add(save)"),
        ("def visit(add):\n    add(save)", "add = rows.append; visit(add)"),
        ("", "(rows.append if u else print)(save)"),
        ("", "add = rows.append if u else print\n    add(save)"),
        ("def visit(add):\n    add([save])", "visit(rows.extend)"),
        ("def visit(add):\n    add(0, save)", "visit(rows.insert)"),
        ("def visit(add):\n    add(save)", "s = set(); visit(s.add); rows.extend(s)"),
        ("def visit(put):\n    put({'a': save})", "d = {}; visit(d.update); rows.append(d['a'])"),
        ("def visit(put):\n    put('a', save)", "d = {}; visit(d.setdefault); rows.append(d['a'])"),
        (
            "from collections import deque\ndef visit(put):\n    put(save)",
            "d = deque(); visit(d.appendleft); rows.append(d[0])",
        ),
        ("from queue import Queue\ndef visit(put):\n    put(save)", "d = Queue(); visit(d.put); rows.append(d.get())"),
        (
            "class H:\n    def __init__(self):\n        self.rows = []\ndef visit(add):\n    add(save)",
            "h = H(); visit(h.rows.append); rows.extend(h.rows)",
        ),
        (
            (
                "class H:\n    def __init__(self):\n        self.rows = []\n"
                "        bus(self.rows.append)\ndef bus(add):\n    add(save)"
            ),
            "h = H(); rows.extend(h.rows)",
        ),
        (
            (
                "class H:\n    def __init__(self):\n        self.rows = []\n"
                "    def add(self, x):\n        self.rows.append(x)\ndef bus(add):\n    add(save)"
            ),
            "h = H(); bus(h.add); rows.extend(h.rows)",
        ),
        ("REG = []\ndef reg(f):\n    REG.append(f)\n    return f\n@reg\ndef saved():\n    save()", "rows.extend(REG)"),
        (
            "REG = []\ndef keep(f, add=REG.append):\n    add(f)\n    return f\n@keep\ndef saved():\n    save()",
            "rows.extend(REG)",
        ),
        ("REG = []\ndef visit(add):\n    add(save)\nvisit(REG.append)", "rows.extend(REG)"),
    ],
)
def test_what_is_filled(top: str, filled: str) -> None:
    assert_touches(f"""
{top}
def save():
    Log.objects.create()
def run(u):
    rows = []
    {filled}
    with transaction.atomic():  #> insert shop_log
        for row in rows:
            row()
""")


def test_each_place_fills_its_own() -> None:
    assert_touches("""
def save():
    Log.objects.create()
def visit(add, row):
    add(row)
def run(u):
    rows, more = [], []
    visit(rows.append, save)
    visit(more.append, None)
    with transaction.atomic():  #> nothing
        for row in more:
            row()
    with transaction.atomic():  #> insert shop_log
        for row in rows:
            row()
""")
