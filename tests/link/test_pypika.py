"""pypika: queries that are put together of tables and executed as text, by any driver."""

# ruff: noqa: S608 - the applications here put SQL together; nothing executes it

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

START = """
# file: shop/services.py
import sqlite3
from copy import copy
from pypika import *
from pypika import functions as fn
from pypika.terms import ExistsCriterion
conn = sqlite3.connect("shop.db")
orders, lines = Tables("orders", "lines")
carts = Table("carts")
shop = Schema("shop")
"""


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("Query.from_(orders).select(orders.id)", "read orders"),
        ("Query.from_('orders').select('*').where(Field('id') == 1).limit(1)", "read orders, no read lines"),
        ("Query.from_(orders).select(fn.Count('*')).where(orders.id == lines.id)", "read orders, no read lines"),
        ("Query.from_(orders).join(lines).on(orders.id == lines.order).select('*')", "read orders, read lines"),
        ("Query.from_(orders).left_join(lines).using('id').groupby(lines.id).select('*')", "read orders, read lines"),
        ("Query.from_(orders.as_('o')).join(lines, how=JoinType.left).cross().select('*')", "read orders, read lines"),
        ("Query.from_(Query.from_(orders).select('id')).select('id')", "read orders"),
        ("Query.from_(orders).where(orders.id.isin(Query.from_(lines).select('order'))).select('*')",
         "read orders, read lines"),
        ("Query.from_(orders).where((orders.id > 1) & ~ExistsCriterion(Query.from_(lines).select(1))).select('*')",
         "read orders, read lines"),
        ("Query.from_(orders).where(Criterion.all([orders.id > 1, orders.id.isin(lines.select('order'))])).select('*')",
         "read orders, read lines"),
        ("Query.with_(Query.from_(lines).select('*'), 'l').from_(AliasedQuery('l')).select('*')",
         "read lines, no read l"),
        ("Query.from_(orders).select('id').union(Query.from_(carts).select('id'))", "read orders, read carts"),
        ("Query.from_(orders).select('id') + Query.from_(carts).select('id')", "read orders, read carts"),
        ("PostgreSQLQuery.from_(orders).select('id').for_update(nowait=True)", "lock orders, read orders"),
        ("Query.into(orders).columns('id', 'state').insert(1, 'new')", "insert orders"),
        ("Query.into('orders').insert(1).insert(2)", "insert orders"),
        ("Query.into(orders).from_(carts).select(carts.id)", "insert orders, read carts"),
        ("MySQLQuery.into(orders).replace(1)", "insert orders"),
        ("PostgreSQLQuery.into(orders).insert(1).on_conflict('id').do_nothing()", "insert orders"),
        ("PostgreSQLQuery.into(orders).insert(1).on_conflict('id').do_update('state')", "insert orders, update orders"),
        ("MySQLQuery.into(orders).insert(1).on_duplicate_key_update('n', 2)", "insert orders, update orders"),
        ("Query.update(orders).set(orders.state, 'done').where(orders.id == 1)", "update orders"),
        ("Query.update('orders').join(lines).on(lines.order == orders.id).set('n', lines.n)",
         "update orders, read lines"),
        ("PostgreSQLQuery.update(orders).set('n', lines.n).from_(lines).where(lines.order == orders.id)",
         "update orders, read lines"),
        ("Query.from_(orders).delete().where(orders.id == 1)", "delete orders"),
        ("Query.from_(orders).where(orders.id.isin(Query.from_(lines).select('order'))).delete()",
         "delete orders, read lines"),
        ("orders.select('id')", "read orders"),
        ("orders.insert(1, 2)", "insert orders"),
        ("orders.update().set('id', 1)", "update orders"),
        ("Query.Table('orders').select('id')", "read orders"),
        ("Query.from_(shop.orders).delete()", "delete shop.orders"),
        ("Query.from_(Table('orders', schema='shop')).delete()", "delete shop.orders"),
        ("Query.from_(Table('orders', schema=shop)).delete()", "delete shop.orders"),
        ("Query.from_(Database('main').shop.orders).delete()", "delete shop.orders"),
        ("Query.drop_table('orders')", "nothing"),
        ("Query.create_table('old').as_select(Query.from_(orders).select('*'))", "insert old, read orders"),
        ("Query.create_table('orders').columns(Column('id', 'INT'))", "nothing"),
    ],
)  # fmt: skip
def test_what_is_touched(query: str, expected: str) -> None:
    assert_touches(f"""{START}
def touch():
    query = {query}
    conn.execute(query.get_sql())
    conn.commit()  #> {expected}
""")


@pytest.mark.parametrize(
    "text",
    ["str(query)", 'f"{query}"', '"%s" % query', 'query.get_sql(quote_char="`")', "query.get_parameterized_sql()[0]",
     'str(query) + " RETURNING id"', "query.__str__()"],
)  # fmt: skip
def test_what_is_the_text_of_a_query(text: str) -> None:
    assert_touches(f"""{START}
def touch():
    query = Query.into(orders).insert(1)
    conn.cursor().execute({text})
    conn.commit()  #> insert orders
""")


@pytest.mark.parametrize("module", ["pypika", "pypika_tortoise"])
def test_both_packages_and_another_driver(module: str) -> None:
    assert_touches(f"""
# file: shop/services.py
import asyncpg
from {module} import PostgreSQLQuery, Table
from {module}.queries import QueryBuilder
async def touch(connection: asyncpg.Connection):
    async with connection.transaction():  #> update orders, read lines
        await connection.execute(str(PostgreSQLQuery.update(Table("orders")).set("id", 1)))
        await connection.fetch(narrow(PostgreSQLQuery.from_("lines").select("*")).get_sql())
def narrow(query: QueryBuilder) -> QueryBuilder:
    return query.where(Table("lines").id == 1)
""")


def test_classes_of_the_projects_own() -> None:
    assert_touches(f"""{START}
from pypika.dialects import PostgreQueryBuilder
from pypika.terms import Function, Term
from pypika.utils import builder
class Own(Table):
    def as_(self, name):
        table = copy(self)
        table.alias = name
        return table
class Dialect(PostgreSQLQuery):
    @classmethod
    def _builder(cls):
        return Builder()
    @classmethod
    def with_recursive(cls, table, name):
        return cls._builder().with_recursive(table, name)
class Builder(PostgreQueryBuilder):
    @builder
    def with_recursive(self, selectable, name):
        return self.with_(selectable, f"RECURSIVE {{name}}")
    @builder
    def marked(self):
        self.mark = True
    def left(self, item):
        return self.left_join(item)
stocks = Own("stocks")
def touch():
    query = Dialect.with_recursive(orders.select("id"), "o").from_(stocks).left(lines).cross().select("*")
    conn.execute(query.get_sql())
    exists = Function("EXISTS", Query.from_(carts).select(1))
    conn.execute(str(Dialect.into(stocks.as_("s")).marked().insert(1, exists)))
    conn.commit()  #> insert stocks, read orders, read stocks, read lines, read carts
""")


def test_a_query_that_is_refined_step_by_step() -> None:
    assert_touches(f"""{START}
def touch(changes, only):
    query = Query.update(orders)
    for name, value in changes.items():
        query = query.set(name, value)
    if only:
        query = query.where(orders.id.isin(Query.from_(lines).select("order")))
    conn.execute(str(query))
    conn.commit()  #> update orders, read lines
""")


def test_a_table_whose_name_is_known_in_part() -> None:
    assert_touches(f"""{START}
def touch(year: int):
    conn.execute(Query.into(f"orders_{{year}}").insert(1).get_sql())
    conn.commit()  #> insert orders_2023?, insert orders_2024?
# file: shop/tables.sql
CREATE TABLE orders_2023 (id int);
CREATE TABLE orders_2024 (id int);
""")


def test_a_table_whose_name_is_not_known_is_a_blind_spot() -> None:
    scan = assert_touches(f"""{START}
def touch(name):
    conn.execute(Query.from_(name).delete().get_sql())
    conn.execute("DELETE FROM carts")
    conn.commit()  #> delete carts
""")
    spots = [spot.reason for one in scan.transactions for spot in one.blind_spots]
    assert "SQL about a table whose name is not known" in spots
