"""Connections of `databases` are recorded: blocks, decorators, what a test opens around them, statements alone.

The package is not installed here: a stand-in has its classes, in the form in which they are documented.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boundary.observe import read_lines, statements_path
from tests.observe.conftest import record

if TYPE_CHECKING:
    from pathlib import Path

CORE = """
import functools


class Connection:
    async def execute(self, query, values=None):
        pass

    execute_many = fetch_all = fetch_one = fetch_val = execute

    async def iterate(self, query, values=None):
        for number in range(3):
            yield number

    def transaction(self, **options):
        return Transaction(self)


class Transaction:
    def __init__(self, connection):
        self._connection = connection

    async def __aenter__(self):
        await self.start()
        return self

    async def __aexit__(self, kind, error, trace):
        await (self.rollback() if kind else self.commit())

    def __call__(self, func):
        @functools.wraps(func)
        async def wrapper(*args, **kwargs):
            async with self:
                return await func(*args, **kwargs)

        return wrapper

    async def start(self):
        return self

    async def commit(self):
        pass

    async def rollback(self):
        pass
"""
APPLICATION = """
from databases.core import Connection

db = Connection()


async def block():
    async with db.transaction():
        await db.execute("INSERT INTO a VALUES (1)")
        await inside()


async def inside():
    async with db.transaction():
        await db.fetch_all("SELECT x FROM b")


@db.transaction()
async def decorated():
    await db.execute_many("UPDATE b SET x = 1", [{}])


async def undone():
    try:
        async with db.transaction():
            await db.execute("INSERT INTO c VALUES (1)")
            raise KeyError
    except KeyError:
        pass


async def alone():
    async for row in db.iterate("SELECT x FROM c"):
        pass
    await db.execute("DELETE FROM a")
"""
TESTS = """
import asyncio

import app


async def run(around):
    for function in (app.block, app.decorated, app.undone, app.alone):
        if around:
            async with app.db.transaction():
                await function()
        else:
            await function()


def test_all():
    asyncio.run(run(False))
    asyncio.run(run(True))
"""


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The recording of a small application."""
    project = tmp_path_factory.mktemp("databases")
    (project / "databases").mkdir()
    (project / "databases" / "__init__.py").write_text("")
    (project / "databases" / "core.py").write_text(CORE)
    (project / "app.py").write_text(APPLICATION)
    (project / "test_app.py").write_text(TESTS)
    (project / "pytest.ini").write_text("[pytest]\npythonpath = .\n")
    target = project / "seen.jsonl"
    done = record(target, "--boundary-drivers", "--boundary-ignore", "databases/*", project=project)
    assert done.returncode == 0, done.stdout
    return target


@pytest.mark.parametrize(
    ("function", "kind", "writes", "reads", "outcome"),
    [
        ("block", "with", ["a"], ["b"], "commit"),
        ("decorated", "decorator", ["b"], [], "commit"),
        ("undone", "with", ["c"], [], "rollback"),
    ],
)
def test_transactions(  # noqa: PLR0913, PLR0917 - what is seen, spelled out
    recorded: Path, function: str, kind: str, writes: list[str], reads: list[str], outcome: str
) -> None:
    (row,) = [one for one in read_lines(recorded) if one["tx"]["func"] == function]
    assert (row["tx"]["kind"], row["writes"], row["reads"], row["outcomes"]) == (kind, writes, reads, {outcome: 2})


def test_what_a_test_opens_is_no_transaction_of_the_application(recorded: Path) -> None:
    assert {one["tx"]["func"] for one in read_lines(recorded)} == {"block", "decorated", "undone"}
    outside = {(one["statement"]["op"], one["statement"]["table"]) for one in read_lines(statements_path(recorded))}
    assert outside == {("select", "c"), ("delete", "a")}
