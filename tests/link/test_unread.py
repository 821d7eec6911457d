"""On which packages that are not read does a project stand?"""

from __future__ import annotations

import pytest

from boundary.link.program import link
from boundary.model.scan import UnreadPackage
from tests.link.linking import divide, read


@pytest.mark.parametrize(
    ("classes", "expected"),
    [
        ("class View(acme.views.Base): pass", [("acme", 1, ("acme.views.Base",))]),
        (
            "class View(acme.views.Base): pass\nclass Other(acme.Mixin, View): pass\nclass Third(acme.Mixin): pass",
            [("acme", 3, ("acme.Mixin", "acme.views.Base"))],
        ),
        (
            "class View(acme.views.Base): pass\nclass One(tool.One): pass\nclass Two(tool.Two): pass",
            [("tool", 2, ("tool.One", "tool.Two")), ("acme", 1, ("acme.views.Base",))],
        ),
        ("class View(acme.views.Base): pass\nclass Below(View): pass", [("acme", 1, ("acme.views.Base",))]),
        ("class Page(generic[int], tool.Page[int]): pass", [("tool", 1, ("tool.Page",))]),
        ("class Shown(typing_extensions.Protocol): pass", []),
        ("class Rows(dict): pass\nclass Worker(threading.Thread): pass", []),
        ("class Unknown(models.NotInTheSkeleton): pass", []),
    ],
)
def test_bases_that_are_not_read(classes: str, expected: list[tuple[str, int, tuple[str, ...]]]) -> None:
    scan = link(read(divide(f"import acme.views, threading, tool, typing_extensions\n{classes}\n")))
    assert scan.completeness.unread == tuple(UnreadPackage(*one) for one in expected)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("from pydal import DAL", [("pydal", 0, (), True)]),
        ("from pydal import DAL\nDAL('sqlite:x').define_table('x')", []),
        ("def late():\n    import motor.motor_asyncio", [("motor", 0, (), True)]),
        (
            "import pymongo, edgy\nclass User(edgy.Model): pass",
            [("edgy", 1, ("edgy.Model",), True), ("pymongo", 0, (), True)],
        ),
        (
            "import orator, acme\nclass View(acme.Base): pass",
            [("orator", 0, (), True), ("acme", 1, ("acme.Base",), False)],
        ),
        ("import sqlalchemy, peewee", []),
        ("import duckdb.typing as pymongo", [("duckdb", 0, (), True)]),
        ("from .pymongo import client", []),
        ("# file: pymongo/__init__.py\n# file: shop/models.py\nimport pymongo", []),
    ],
)
def test_packages_that_keep_data_are_told_without_a_class(
    code: str, expected: list[tuple[str, int, tuple[str, ...], bool]]
) -> None:
    scan = link(read(divide(f"{code}\n")))
    assert scan.completeness.unread == tuple(
        UnreadPackage(name, classes, bases, stores=stores) for name, classes, bases, stores in expected
    )
