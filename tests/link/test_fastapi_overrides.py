"""What FastAPI asks instead of a dependency, as the application says."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.mapped import MODELS

APP = """
# file: shop/ports.py
class Orders:
    @classmethod
    def transaction(cls): raise NotImplementedError
class Lines(Orders): pass
class Port: pass
def get_session(): raise NotImplementedError
# file: shop/app.py
from functools import partial
from fastapi import APIRouter, Depends, FastAPI
from shop import ports
from shop.models import Customer, Line, Order, Session, Tag
def sessions():
    session = Session()
    session.add(Order())
    yield session
    session.commit()  #> {found}
def other(session):
    yield session
router = APIRouter()
@router.post("/orders")
def order(session=Depends({asked})):
    session.add(Tag())
def create():
    app = FastAPI()
    app.include_router(router)
    {said}
    return app
"""
WRITTEN = "insert orders, insert tags"


@pytest.mark.parametrize(
    ("said", "asked", "found"),
    [
        ("app.dependency_overrides[ports.get_session] = sessions", "ports.get_session", WRITTEN),
        ("app.dependency_overrides[ports.Port] = sessions", "ports.Port", WRITTEN),
        ("app.dependency_overrides[ports.Lines.transaction] = sessions", "ports.Lines.transaction", WRITTEN),
        ("app.dependency_overrides[ports.Lines.transaction] = sessions", "ports.Orders.transaction", "insert orders"),
        ("app.dependency_overrides[ports.get_session] = lambda: sessions()", "ports.get_session", "insert orders"),
        (
            "app.dependency_overrides[ports.get_session] = partial(other, Session())",
            "ports.get_session",
            "insert orders",
        ),
    ],
)
def test_what_is_asked_instead(said: str, asked: str, found: str) -> None:
    told = APP.replace("{said}", said).replace("{asked}", asked).replace("{found}", found)
    assert_touches(f"{MODELS}{told}")
