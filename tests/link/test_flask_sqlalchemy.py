"""What Flask-SQLAlchemy adds to SQLAlchemy: pages of rows."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

HEAD = """
# file: shop/models.py
import sqlalchemy as sa
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.pagination import Pagination

db = SQLAlchemy()

class Order(db.Model):
    id = db.Column(db.Integer, primary_key=True)
    total = db.Column(db.Integer)

class Tag(db.Model):
    id = db.Column(db.Integer, primary_key=True)

# file: shop/services.py
from shop.models import *
"""
CASES = {
    "a page of a statement": """
def clear(page):
    for order in db.paginate(sa.select(Order), page=page, per_page=10):  #= read order
        order.total = 0
    db.session.commit()  #> update order
""",
    "a page of a query": """
def clear(page):
    for order in Order.query.paginate(page=page, per_page=10).items:  #= read order
        order.total = 0
    db.session.commit()  #> update order
""",
    "pages of the project's own kind": """
class Rows(Pagination):
    def _query_items(self):
        select = self._query_args["select"].limit(self.per_page)
        return self._query_args["session"].execute(select).all()  #= read order

    def _query_count(self):
        return self._query_args["session"].scalar(self._query_args["select"])  #= read order

def page(select):
    return Rows(select=select, session=db.session, page=1)

def clear():
    for row in page(sa.select(Order)).items:
        row[0].total = 0
    db.session.commit()  #> update order
""",
}


@pytest.mark.parametrize("source", list(CASES.values()), ids=list(CASES))
def test_pages(source: str) -> None:
    assert_touches(HEAD + source)
