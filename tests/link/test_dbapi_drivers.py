"""Drivers of PEP 249 without a skeleton, and connections of packages that nobody has read."""

# ruff: noqa: S608 - the applications here put SQL together; nothing executes it

from __future__ import annotations

import pytest

from boundary.link.frameworks.dbapi_drivers import CONNECTS
from tests.link.linking import assert_touches

NO_MODELS = "\n# file: shop/models.py\n"


@pytest.mark.parametrize("connect", sorted(CONNECTS))
def test_a_unit_of_work_ends_with_commit(connect: str) -> None:
    scan = assert_touches(f"""
import {connect.rpartition(".")[0]}  # what it gives is one of pep249
def touch():
    conn = {connect}(database="shop")
    with conn.cursor() as cursor:
        cursor.execute("INSERT INTO orders (a) VALUES (1)")
        cursor.execute("UPDATE stock SET n = 1")
    conn.commit()  #> insert orders, update stock
""")
    assert {access.confidence for access in scan.accesses} == {"certain"}


def test_a_name_of_the_project_that_is_none() -> None:
    assert_touches(f"""
# file: shop/app.py
from shop.mariadb import connect
def touch():
    connect("INSERT INTO orders (a) VALUES (1)").commit()  #> no transaction
# file: shop/mariadb.py
def connect(text): ...
{NO_MODELS}""")


@pytest.mark.parametrize("connection", ["connection", "self.db", "house.pool.get_connection()"])
def test_work_on_a_connection_of_a_package_that_is_not_read(connection: str) -> None:
    assert_touches(f"""
# file: shop/app.py
import house.pool
from house.db import connection
class Orders:
    def place(self):
        {connection}.execute("INSERT INTO orders (a) VALUES (1)")
        self.take()
        {connection}.commit()  #> insert orders, update stock
    def take(self):
        {connection}.execute("UPDATE stock SET n = 1")
def note():
    connection.execute("INSERT INTO log (a) VALUES (1)")
{NO_MODELS}""")


def test_work_of_a_script() -> None:
    assert_touches(f"""
# file: shop/app.py
from house.db import conn
conn.execute("INSERT INTO orders (a) VALUES (1)")
conn.execute("UPDATE stock SET n = 1")
conn.commit()  #> insert orders, update stock
{NO_MODELS}""")


@pytest.mark.parametrize(
    "commit",
    ["repository.commit()", "conn.commit('a message')", "index.writer().commit()", "conn.rollback()"],
)
def test_what_ends_no_work(commit: str) -> None:
    assert_touches(f"""
# file: shop/app.py
from house.db import conn, repository, index
def place():
    conn.execute("INSERT INTO orders (a) VALUES (1)")
    conn.execute("UPDATE stock SET n = 1")
    {commit}  #> no transaction
{NO_MODELS}""")


def test_a_framework_with_transactions_of_its_own_says_where_they_end() -> None:
    assert_touches("""
from house.db import conn
def place():
    conn.execute("INSERT INTO log (a) VALUES (1)")
    conn.commit()  #> no transaction
    with transaction.atomic():  #> insert shop_log
        Log.objects.create()
""")
