"""Backends of Software Heritage: decorated methods run in their caller's transaction, or in one of their own."""

from __future__ import annotations

from tests.link.linking import assert_touches


def test_decorated_methods() -> None:
    assert_touches("""
# file: shop/backend.py
from swh.core.db import BaseDb
from swh.core.db.common import db_transaction
class Backend:
    def get_db(self):
        return BaseDb.from_pool(None)
    @db_transaction()
    def add(self, order, db=None, cur=None):
        cur.execute("INSERT INTO orders VALUES (%s)", (order,))
    @db_transaction(statement_timeout=2000)
    def replace(self, order, db=None, cur=None):
        cur.execute("DELETE FROM orders WHERE id = %s", (order,))
        self.add(order, db=db, cur=cur)
# file: shop/services.py
from shop.backend import Backend
def buy(backend: Backend):
    backend.add(1)  #> insert orders
    backend.replace(1)  #> delete orders, insert orders
""")
