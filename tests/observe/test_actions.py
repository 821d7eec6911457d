"""Requests of py4web and web2py are recorded: the action that answered, though none of its frames commits.

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
    "py4web/core.py": """
class action:
    def __init__(self, path):
        self.path = path

    def __call__(self, function):
        return function

    @staticmethod
    def uses(*fixtures):
        def decorator(function):
            def wrapper():
                result = function()
                for fixture in fixtures:
                    fixture.on_success()
                return result
            return wrapper
        return decorator
""",
    "pydal/adapters/sqlite.py": """
import sqlite3

class SQLite:
    def __init__(self, path):
        self.dbpath, self.driver_args = path, {}

    def connector(self):
        return sqlite3.Connection(self.dbpath, **self.driver_args)
""",
    "gluon/main.py": """
from gluon.compileapp import run_controller_in
""",
    "gluon/compileapp.py": """
def run_controller_in(controller, function, environment):
    environment["response"]._caller(environment[function])
""",
}
APPLICATION = """
from gluon import main
from py4web.core import action
from pydal.adapters.sqlite import SQLite

connection = SQLite(":memory:").connector()
for table in "abcd":
    connection.execute(f"CREATE TABLE {table} (x)")
connection.commit()


class Fixture:
    def on_success(self):
        connection.commit()


@action("x")
@action.uses(Fixture())
def answer():
    connection.execute("INSERT INTO a VALUES (1)")


def index():
    connection.execute("INSERT INTO b VALUES (1)")


def hidden():
    connection.execute("INSERT INTO c VALUES (1)")


def script():
    connection.execute("INSERT INTO d VALUES (1)")
    connection.commit()
"""
DECORATORS = """
def decorated(action):
    def f():
        return action()
    return f
"""
TESTS = """
import app
from decorators import decorated


class Response:
    _caller = staticmethod(lambda function: function())


def close_all_instances(how):
    app.connection.commit()


def test_all():
    app.answer()
    for function in (app.index, decorated(app.hidden)):
        app.main.run_controller_in("default", "index", {"response": Response(), "index": function})
        close_all_instances("commit")
    app.script()
"""


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The recording of a small application."""
    project = tmp_path_factory.mktemp("actions")
    for name, text in {**LIBRARIES, "decorators.py": DECORATORS}.items():
        file = project / "site-packages" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        for folder in [one for one in file.parents if one.is_relative_to(project / "site-packages")][:-1]:
            (folder / "__init__.py").touch()
        file.write_text(text)
    (project / "app.py").write_text(APPLICATION)
    (project / "test_app.py").write_text(TESTS)
    (project / "pytest.ini").write_text("[pytest]\npythonpath = . site-packages\n")
    target = project / "seen.jsonl"
    done = record(target, "--boundary-drivers", project=project, first=str(project / "site-packages"))
    assert done.returncode == 0, done.stdout
    return target


@pytest.mark.parametrize(
    ("function", "kind", "writes"),
    [
        ("answer", "request", ["a"]),
        ("index", "request", ["b"]),
        ("hidden", "request", ["c"]),
        ("script", "session.commit", ["d"]),
    ],
)
def test_transactions(recorded: Path, function: str, kind: str, writes: list[str]) -> None:
    (row,) = [one for one in read_lines(recorded) if one["tx"]["func"] == function]
    assert (row["tx"]["kind"], row["writes"]) == (kind, writes)


def test_no_other_transactions(recorded: Path) -> None:
    assert len(read_lines(recorded)) == 4
