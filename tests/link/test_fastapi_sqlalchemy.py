"""Sessions of fastapi-sqlalchemy and its asynchronous kin: of a request or a block, and who commits them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SHOP = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase
class Base(DeclarativeBase):
    pass
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
# file: shop/services.py
from fastapi import FastAPI
from shop.models import *
app = FastAPI()
"""
SYNC = "from fastapi_sqlalchemy import DBSessionMiddleware as Middleware, db", "", ""
ASYNC = "from fastapi_async_sqlalchemy import SQLAlchemyMiddleware as Middleware, db", "async ", "await "


@pytest.mark.parametrize(("imports", "begins", "waits"), [SYNC, ASYNC], ids=["at once", "awaited"])
def test_a_session_of_the_library(imports: str, begins: str, waits: str) -> None:
    assert_touches(f"""{SHOP}
{imports}

{begins}def by_hand():
    db.session.add(Order())
    {waits}db.session.commit()  #> insert orders

{begins}def in_a_block():
    {begins}with db(commit_on_exit=True):  #> insert orders
        db.session.add(Order())

{begins}def dropped():
    {begins}with db():
        db.session.add(Order())
""")


@pytest.mark.parametrize(("told", "marker"), [(", commit_on_exit=True", "#> insert orders"), ("", "")])
@pytest.mark.parametrize("imports", [SYNC[0], ASYNC[0]])
def test_a_request_commits_where_the_middleware_is_told_so(imports: str, told: str, marker: str) -> None:
    assert_touches(f"""{SHOP}
{imports}
app.add_middleware(Middleware, db_url="sqlite://"{told})

@app.post("/orders")  {marker}
def placed():
    db.session.add(Order())  #= insert orders
""")
