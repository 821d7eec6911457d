"""Files of SQL that code reads and executes: by how their paths end."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

FILES = """
# file: shop/sql/add.sql
INSERT INTO orders (note) VALUES ({{note}});
INSERT INTO lines (note) VALUES (1);
# file: shop/sql/clear.sql
DELETE FROM carts;
# file: shop/other/add.sql
DELETE FROM carts;
"""
START = """
# file: shop/services.py
import glob, importlib.resources, os, pkgutil, sqlite3, sqlparse
from importlib import resources
from pathlib import Path
from string import Template
from shop import sql
HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = Path(__file__).resolve().parent / "sql"
QUERIES = {path.stem: path.read_text() for path in FOLDER.glob("*.sql")}
conn = sqlite3.connect("shop.db")
def text(name):
    with open(os.path.join(HERE, "sql", f"{name}.sql"), encoding="utf-8") as file:
        return file.read()
class Texts:
    def __init__(self, folder):
        self.folder = Path(folder)
    def __getitem__(self, name):
        path = self.folder / (name + ".sql")
        if not path.exists():
            raise KeyError(name)
        return path.read_text().strip()
# file: shop/sql/__init__.py
# file: shop/work.py
from shop.services import *
"""


@pytest.mark.parametrize(
    "read",
    [
        'text("add")',
        '(FOLDER / "add.sql").read_text(encoding="utf-8")',
        'FOLDER.joinpath("add.sql").read_text()',
        'FOLDER.with_name("sql").joinpath("add.sql").open().read()',
        'Path(HERE, "sql", "add.sql").read_bytes().decode()',
        'open("shop/sql/add.sql").read().format(note=1)',
        'Template(open(HERE + "/sql/add.sql").read()).substitute(note=1)',
        'resources.files("shop.sql").joinpath("add.sql").read_text()',
        'importlib.resources.read_text(sql, "add.sql")',
        'pkgutil.get_data("shop", "sql/add.sql").decode("utf-8").replace("x", "y")',
        'Texts(FOLDER)["add"]',
        'QUERIES["add"]',
    ],
)
def test_a_file_that_is_read(read: str) -> None:
    assert_touches(f"""{START}
def work():
    conn.executescript({read})
    conn.commit()  #> insert orders, insert lines
{FILES}""")


@pytest.mark.parametrize(
    ("loop", "written"),
    [
        ('for path in sorted(FOLDER.glob("*.sql")): conn.execute(path.read_text())', "all"),
        ('for path in glob.glob(HERE + "/sql/*.sql"): conn.execute(open(path).read())', "all"),
        ('for name in ("add", "clear"): conn.execute(text(name))', "all"),
        ('for one in sqlparse.split(text("clear")): conn.execute(one)', "delete carts"),
        ('for one in text("clear").split(";"): conn.execute(one)', "delete carts"),
        ("conn.execute(text(x))", "nothing"),
        ('conn.execute(text("none"))', "nothing"),
        ("conn.execute(open(x).read())", "nothing"),
    ],
)
def test_which_files_are_read(loop: str, written: str) -> None:
    every = "insert orders, insert lines, delete carts"
    assert_touches(f"""{START}
def work(x):
    {loop}
    conn.commit()  #> {every if written == "all" else written}
{FILES}""")


RUNNERS = """
# file: shop/run.py
import os, sqlite3
from pathlib import Path
from sqlalchemy import text
import sqlalchemy as sa
conn = sqlite3.connect("shop.db")
def opened(path):
    with open(path) as script:
        conn.executescript(script.read())
def by_line(path):
    with open(path) as script:
        for line in script.read().splitlines():
            conn.execute(line)
def below(path):
    conn.executescript(Path(path).read_text())
def kept(path):
    with open(path) as script:
        held = script.read()
    conn.execute(sa.text(held))
"""


@pytest.mark.parametrize("run", ["opened", "by_line", "below", "kept"])
@pytest.mark.parametrize(
    "folder",
    [
        '"shop/sql"',
        'os.path.join(os.path.dirname(os.path.realpath(__file__)), "sql")',
        'os.path.join(os.path.dirname(__file__), "..", "shop", "sql")',
        'os.path.dirname(__file__) + "/../shop/sql"',
        'Path(__file__).parent / "sql"',
    ],
)
def test_a_function_that_runs_the_file_of_a_name(run: str, folder: str) -> None:
    """What it is given keeps its callers apart, also by way of a function that puts the folder before a name."""
    assert_touches(f"""{RUNNERS}
FOLDER = {folder}
def named(name):
    {run}(os.path.join(FOLDER, name))
# file: shop/sql/__init__.py
# file: shop/work.py
from shop.run import conn, named
def work():
    named("add.sql")
    conn.commit()  #> insert orders, insert lines
def clear():
    named("clear.sql")
    conn.commit()  #> delete carts
{FILES}""")


@pytest.mark.parametrize("app", ["current_app", "app", "made()", "shop"])
def test_a_resource_of_an_application(app: str) -> None:
    assert_touches(f"""{START}
from flask import Blueprint, Flask, current_app
app = Flask(__name__)
shop = Blueprint("shop", __name__)
def made():
    return Flask("shop")
def work():
    with {app}.open_resource("sql/add.sql") as file:
        conn.executescript(file.read().decode("utf8"))
    conn.commit()  #> insert orders, insert lines
{FILES}""")
