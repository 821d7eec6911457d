"""What applications of aiohttp keep, and hand to those that answer their requests."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.mapped import MODELS

KEPT = {
    "by the module": 'app["db"] = SessionLocal',
    "under a key of its own": 'app[web.AppKey("db", sessionmaker)] = SessionLocal',
    "by a function that starts the application": """def main():
    made = web.Application()
    made["db"] = SessionLocal""",
    "when it starts": """async def begin(app):
    app["db"] = SessionLocal
app.on_startup.append(begin)""",
    "as long as it runs": """async def running(app):
    app["db"] = SessionLocal
    yield
app.cleanup_ctx.append(running)""",
}


@pytest.mark.parametrize("kept", KEPT.values(), ids=KEPT)
@pytest.mark.parametrize("asked", ['request.app["db"]', 'request.config_dict["db"]', 'request.app.get("db")'])
def test_what_an_application_keeps(kept: str, asked: str) -> None:
    assert_touches(f"""
# file: shop/services.py
from aiohttp import web
from sqlalchemy.orm import sessionmaker
from shop.models import *
SessionLocal = sessionmaker()
app = web.Application()
{kept}
async def place(request):
    with {asked}.begin() as session:  #> insert orders
        session.add(Order())
app.router.add_post("/orders", place)
{MODELS}""")


def test_what_runs_around_a_request_keeps_for_it() -> None:
    assert_touches(f"""
# file: shop/services.py
from aiohttp import web
from sqlalchemy.orm import sessionmaker
from shop.models import *
SessionLocal = sessionmaker()
@web.middleware
async def keep(request, handler):
    request["session"] = SessionLocal()
    return await handler(request)
class Orders(web.View):
    async def post(self):
        session = self.request["session"]
        session.add(Order())
        session.commit()  #> insert orders
app = web.Application(middlewares=[keep])
app.router.add_view("/orders", Orders)
{MODELS}""")
