"""Below which path routes are told: what routers and blueprints begin with, and what others put before them."""

from __future__ import annotations

import pytest

from tests.link.linking import divide, linked

FASTAPI = """
# file: shop/orders.py
from fastapi import APIRouter
router = APIRouter({own})
other = APIRouter()

@router.get("/")
def listed(): ...

@router.post("")
def added(): ...

# file: shop/app.py
from fastapi import APIRouter, FastAPI
from shop.orders import other, router
app = FastAPI()
admin = FastAPI()
api = APIRouter(prefix="/api")
{told}
"""
FLASK = """
# file: shop/orders.py
from flask import Blueprint
orders = Blueprint("orders", __name__{own})
other = Blueprint("other", __name__)

@orders.route("/")
def listed(): ...

@other.route("/all")
def every(): ...

# file: shop/app.py
from flask import Blueprint, Flask
from shop.orders import orders, other
def make_app():
    app = Flask(__name__)
    api = Blueprint("api", __name__, url_prefix="/api")
    {told}
    return app
"""
NINJA = """
from ninja import NinjaAPI, Router
router = Router()
api = NinjaAPI()
inner = Router()

@inner.get("/all")
def every(request): ...

@router.get("/")
def listed(request): ...

{told}
"""


@pytest.mark.parametrize(
    ("source", "own", "told", "named"),
    [
        (FASTAPI, "", "", ["/", "shop.orders.added"]),
        (FASTAPI, "", 'app.include_router(router, prefix="/orders")', ["/orders/", "/orders"]),
        (FASTAPI, 'prefix="/orders"', "app.include_router(router)", ["/orders/", "/orders"]),
        (
            FASTAPI,
            'prefix="/orders"',
            'api.include_router(router, prefix="/v1")\napp.include_router(api, prefix="/shop")',
            ["/shop/api/v1/orders/", "/shop/api/v1/orders"],
        ),
        (
            FASTAPI,
            "",
            'admin.include_router(router)\napp.mount("/admin", admin)\napp.include_router(other, prefix="/other")',
            ["/admin/", "/admin"],
        ),
        (  # it answers below both
            FASTAPI,
            'prefix="/orders"',
            'app.include_router(router, prefix="/v1")\napp.include_router(router, prefix="/v2")',
            ["/orders/", "/orders"],
        ),
        (FASTAPI, "", "api.include_router(router)\nrouter.include_router(api)", ["/api/", "/api"]),
        (FLASK, "", "", ["/", "/all"]),
        (FLASK, "", 'app.register_blueprint(orders, url_prefix="/orders")', ["/orders/", "/all"]),
        (FLASK, ', url_prefix="/own"', "app.register_blueprint(orders)", ["/own/", "/all"]),
        (FLASK, ', url_prefix="/own"', 'app.register_blueprint(orders, url_prefix="/orders")', ["/orders/", "/all"]),
        (
            FLASK,
            ', url_prefix="/own"',
            'api.register_blueprint(other, url_prefix="/other"); app.register_blueprint(api)',
            ["/own/", "/api/other/all"],
        ),
        (NINJA, "", "", ["/", "/all"]),
        (
            NINJA,
            "",
            'router.add_router("/inner", inner)\napi.add_router("/orders", router)',
            ["/orders/", "/orders/inner/all"],
        ),
    ],
)
def test_routes_are_told_below_what_others_put_before_them(source: str, own: str, told: str, named: list[str]) -> None:
    scan = linked(divide(source.replace("{own}", own).replace("{told}", told)))
    assert sorted(one.name for one in scan.entry_points if one.kind == "route") == sorted(named)


SEVERAL = """
# file: shop/app.py
from fastapi import FastAPI
from flask import Flask
from flask.views import MethodView
app = FastAPI()
site = Flask(__name__)

@app.get("/orders")
def listed(): ...

@app.post("/orders")
def added(): ...

@app.get("/lines")
def lines(): ...

class Orders(MethodView):
    def get(self): ...
    def delete(self): ...

class Lines(MethodView):
    def get(self): ...
"""


def test_entry_points_that_are_called_the_same_are_told_by_their_functions() -> None:
    assert {one.name for one in linked(divide(SEVERAL)).entry_points} == {
        "/orders (shop.app.listed)",
        "/orders (shop.app.added)",
        "/lines",
        "shop.app.Orders.get",
        "shop.app.Orders.delete",
        "shop.app.Lines",
    }


def test_a_view_of_what_makes_routers_is_told_for_each_of_them() -> None:
    """One function answers below each path, and touches the table of that path."""
    scan = linked(
        divide("""
# file: shop/models.py
from sqlalchemy import Column, Integer, delete
from sqlalchemy.orm import declarative_base, sessionmaker
Base = declarative_base()
make = sessionmaker()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
class Tag(Base):
    __tablename__ = "tags"
    id = Column(Integer, primary_key=True)
# file: shop/app.py
from fastapi import APIRouter, FastAPI
from sqlalchemy import delete
from shop.models import Order, Tag, make
models = {"orders": Order, "tags": Tag}
def routes_of(kind):
    router = APIRouter(prefix=f"/{kind}")
    @router.delete("/all")
    def remove():
        with make.begin() as session:
            session.execute(delete(models[kind]))
    return router
def all_routes_of(kind):
    router = APIRouter()
    router.include_router(routes_of(kind))
    return router
app = FastAPI()
app.include_router(all_routes_of("orders"))
app.include_router(all_routes_of("tags"))
""")
    )
    found = {one.name: [(access.op, access.table) for access in one.reaches] for one in scan.entry_points}
    assert found == {"/orders/all": [("delete", "orders")], "/tags/all": [("delete", "tags")]}
