"""Requests of Zope, and what Storm flushes, are recorded: pages, actions of forms, exported methods, who changed what.

None of these packages is installed here: stand-ins have their functions, in the form in which they are documented.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boundary.observe import read_lines
from tests.observe.conftest import record

if TYPE_CHECKING:
    from pathlib import Path

LIBRARIES = {
    "zope/publisher/publish.py": """
def mapply(obj, positional=(), request=None):
    return obj(*positional)
""",
    "zope/formlib/form.py": """
class Action:
    def __init__(self, form, handler):
        self.form, self.success_handler = form, handler

    def success(self, data):
        return self.success_handler(self.form, self, data)
""",
    "zope/security/proxy.py": """
def removeSecurityProxy(obj):
    return getattr(obj, "behind", obj)
""",
    "lazr/restful/declarations.py": """
class BaseResourceOperationAdapter:
    def __init__(self, context, name):
        self.context, self.name = context, name

    def _getMethod(self):
        return getattr(self.context, self.name)

    def call(self):
        return self._getMethod()()
""",
    "storm/store.py": """
class Store:
    def __init__(self, connection):
        self.connection, self.dirty = connection, []

    def set(self, info, sql):
        info["sql"] = sql
        self._set_dirty(info)

    def _set_dirty(self, info):
        self.dirty.append(info)

    def execute(self, sql):
        self.flush()
        return self.connection.execute(sql)

    def flush(self):
        while self.dirty:
            self._flush_one(self.dirty.pop())

    def _flush_one(self, info):
        self.connection.execute(info["sql"])
""",
}
APPLICATION = """
import sqlite3
from zope.formlib.form import Action
from zope.publisher.publish import mapply
from lazr.restful.declarations import BaseResourceOperationAdapter
from storm.store import Store

connection = sqlite3.connect(":memory:")
for table in "abcdefg":
    connection.execute(f"CREATE TABLE {table} (x)")
connection.commit()
store = Store(connection)


class Publication:
    def callObject(self, ob):
        return mapply(ob)

    def afterCall(self):
        connection.commit()


class View:
    def __call__(self):
        return self.render()


class Page(View):
    def render(self):
        connection.execute("INSERT INTO a VALUES (1)")


class Own(View):
    def __call__(self):
        connection.execute("INSERT INTO b VALUES (1)")


class Form(View):
    def render(self):
        return Action(self, Form.pay).success({})

    def pay(self, action, data):
        connection.execute("INSERT INTO c VALUES (1)")


class Order:
    def close(self):
        connection.execute("INSERT INTO d VALUES (1)")


class Service:
    def __call__(self):
        return BaseResourceOperationAdapter(Order(), "close").call()


class Proxy:
    def __init__(self, behind):
        self.behind = behind

    def __call__(self):
        return self.behind()


def answer(ob):
    publication = Publication()
    publication.callObject(ob)
    publication.afterCall()


def change():
    store.set({}, "INSERT INTO e VALUES (1)")


def ask():
    store.execute("SELECT x FROM f")


def script():
    change()
    ask()
    connection.commit()
"""
TESTS = """
import app


def test_all():
    made = type("SimpleViewClass", (app.Page,), {"__module__": "zope.browserpage"})
    for ob in (made(), app.Own(), app.Form(), app.Service(), app.Proxy(app.Own())):
        app.answer(ob)
    app.script()
"""


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The recording of a small application."""
    project = tmp_path_factory.mktemp("zope")
    for name, text in LIBRARIES.items():
        file = project / "site-packages" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        for folder in [one for one in file.parents if one.is_relative_to(project / "site-packages")][:-1]:
            (folder / "__init__.py").touch()
        file.write_text(text)
    (project / "app.py").write_text(APPLICATION)
    (project / "test_app.py").write_text(TESTS)
    (project / "pytest.ini").write_text("[pytest]\npythonpath = . site-packages\n")
    target = project / "seen.jsonl"
    done = record(target, "--boundary-drivers", project=project)
    assert done.returncode == 0, done.stdout
    return target


@pytest.mark.parametrize(
    ("function", "kind", "writes"),
    [
        ("Page.__call__", "request", ["a"]),
        ("Own.__call__", "request", ["b"]),
        ("Form.pay", "request", ["c"]),
        ("Order.close", "request", ["d"]),
        ("script", "session.commit", ["e"]),
    ],
)
def test_transactions(recorded: Path, function: str, kind: str, writes: list[str]) -> None:
    (row,) = [one for one in read_lines(recorded) if one["tx"]["func"] == function]
    assert (row["tx"]["kind"], row["writes"]) == (kind, writes)


def test_no_other_transactions(recorded: Path) -> None:
    assert len(read_lines(recorded)) == 5


def test_what_is_flushed_is_written_by_who_changed_it(recorded: Path) -> None:
    (row,) = [one for one in read_lines(recorded) if one["tx"]["func"] == "script"]
    assert {(one["func"], one["table"]) for one in row["statements"]} == {("change", "e"), ("ask", "f")}
