"""Middlewares that are handed the rest of the application: each view runs where they call it."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.mapped import MODELS

HEAD = """
# file: shop/app.py
from contextvars import ContextVar
from sqlalchemy.orm import sessionmaker
from shop.models import *
SessionLocal = sessionmaker()
"""
FASTAPI = """
from fastapi import Depends, FastAPI, Request
from starlette.middleware.base import BaseHTTPMiddleware
app = FastAPI()
@app.post("/orders")
def place(request: Request):
    request.state.db.add(Order())
@app.post("/lines")
async def count(request: Request):
    request.state.db.add(Line())
"""
EACH = "insert orders | insert lines"
CASES = {
    "a function in a block": f"""{FASTAPI}
@app.middleware("http")
async def in_a_session(request: Request, call_next):
    with SessionLocal.begin() as session:  #> {EACH}
        request.state.db = session
        return await call_next(request)
""",
    "a function that commits": f"""{FASTAPI}
@app.middleware("http")
async def in_a_session(request, call_next):
    request.state.db = SessionLocal()
    response = await call_next(request)
    request.state.db.commit()  #> {EACH}
    return response
""",
    "what views have committed themselves is no part of it": f"""{FASTAPI}
@app.post("/tags")
def tag(request: Request):
    request.state.db.add(Tag())
    request.state.db.commit()  #> insert tags
@app.post("/more")
def more(request: Request):
    request.state.db.add(Tag())
    request.state.db.commit()  #> insert tags
    request.state.db.add(Detail())
@app.middleware("http")
async def in_a_session(request, call_next):
    request.state.db = SessionLocal()
    response = await call_next(request)
    request.state.db.commit()  #> insert orders | insert lines | insert details
    return response
""",
    "what runs behind the answer is no part of it": f"""{FASTAPI}
@app.middleware("http")
async def in_a_session(request, call_next):
    request.state.db = SessionLocal()
    response = await call_next(request)
    with SessionLocal.begin() as session:  #> insert tags
        session.add(Tag())
    return response
""",
    "a class": f"""{FASTAPI}
class InASession(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        with SessionLocal.begin() as session:  #> {EACH}
            request.state.db = session
            return await self.answered(request, call_next)
    async def answered(self, request, call_next):
        return await call_next(request)
app.add_middleware(InASession)
""",
    "a plain one": f"""{FASTAPI}
current = ContextVar("current")
class InASession:
    def __init__(self, app):
        self.app = app
    async def __call__(self, scope, receive, send):
        with SessionLocal.begin() as session:  #> insert orders | insert lines | insert tags
            current.set(session)
            await self.app(scope, receive, send)
@app.post("/tags")
def tag():
    current.get().add(Tag())
def kept(request: Request):
    request.state.db = SessionLocal()
app.add_middleware(InASession)
""",
    "of aiohttp": """
from aiohttp import web
@web.middleware
async def in_a_session(request, handler):
    with SessionLocal.begin() as session:  #> insert orders
        request["session"] = session
        return await handler(request)
async def place(request):
    request["session"].add(Order())
app = web.Application(middlewares=[in_a_session])
app.router.add_post("/orders", place)
""",
    "of Sanic, behind its requests": """
from sanic import Sanic
app = Sanic("shop")
@app.middleware("request")
async def opened(request):
    request.ctx.session = SessionLocal()
@app.middleware("response")
async def ended(request, response):
    request.ctx.session.commit()  #> insert orders
@app.post("/orders")
async def place(request):
    request.ctx.session.add(Order())
""",
    "of Falcon, behind its requests": """
import falcon
class InASession:
    def process_request(self, req, resp):
        req.context.session = SessionLocal()
    def process_response(self, req, resp, resource, succeeded):
        if succeeded:
            req.context.session.commit()  #> insert orders
class Orders:
    def on_post(self, req, resp):
        req.context.session.add(Order())
""",
    "a handler of Tornado": """
from tornado.web import RequestHandler
class InASession(RequestHandler):
    def prepare(self):
        self.session = SessionLocal()
    def on_finish(self):
        self.session.commit()  #> insert orders
class Orders(InASession):
    def post(self):
        self.session.add(Order())
""",
}


@pytest.mark.parametrize("case", CASES)
def test_views_run_where_a_middleware_calls_them(case: str) -> None:
    assert_touches(HEAD + CASES[case] + MODELS)


def test_a_middleware_of_django() -> None:
    assert_touches("""
class InATransaction:
    def __init__(self, get_response):
        self.get_response = get_response
    def __call__(self, request):
        with transaction.atomic():  #> insert shop_log | insert shop_tag
            return self.get_response(request)
def note(request):
    Log.objects.create()
def tag(request):
    Tag.objects.create()
# file: shop/urls.py
from django.urls import path
from shop.services import note, tag
urlpatterns = [path("note", note), path("tag", tag)]
# file: settings.py
MIDDLEWARE = ["shop.services.InATransaction"]
INSTALLED_APPS = ["shop"]
""")


KEPT = {
    "at its start": """
@app.on_event("startup")
def begin():
    app.state.sessions = SessionLocal
@app.post("/orders")
def place(request: Request):
    with request.app.state.sessions.begin() as session:  #> insert orders
        session.add(Order())
""",
    "for as long as it lives": """
@asynccontextmanager
async def alive(app):
    yield {"sessions": SessionLocal}
app = FastAPI(lifespan=alive)
@app.post("/orders")
def place(request: Request):
    with request.state.sessions.begin() as session:  #> insert orders
        session.add(Order())
""",
    "for its resolvers": """
import strawberry
from strawberry.fastapi import GraphQLRouter
def opened():
    with SessionLocal() as session:
        yield session
async def known(session=Depends(opened)):
    return {"session": session}
@strawberry.type
class Mutation:
    @strawberry.mutation
    def place(self, info, count: int) -> int:
        info.context["session"].add(Order())
        info.context["session"].commit()  #> insert orders
        return 1
app.include_router(GraphQLRouter(strawberry.Schema(mutation=Mutation), context_getter=known))
""",
}


@pytest.mark.parametrize("case", KEPT)
def test_what_an_application_of_fastapi_keeps(case: str) -> None:
    head = (
        "from contextlib import asynccontextmanager\nfrom fastapi import Depends, FastAPI, Request\napp = FastAPI()\n"
    )
    assert_touches(HEAD + head + KEPT[case] + MODELS)


def test_what_the_configuration_of_pyramid_keeps() -> None:
    assert_touches(f"""{HEAD}
import zope.sqlalchemy
from pyramid.view import view_config
def opened(make, manager):
    session = make()
    zope.sqlalchemy.register(session, transaction_manager=manager)
    return session
def includeme(config):
    config.include("pyramid_tm")
    config.registry["sessions"] = SessionLocal
    config.add_request_method(lambda r: opened(r.registry["sessions"], r.tm), "db", reify=True)
@view_config(route_name="orders")  #> insert orders
def place(request):
    request.db.add(Order())
{MODELS}""")


def test_what_an_extension_of_flask_keeps() -> None:
    assert_touches(f"""{HEAD}
from flask import current_app, Flask
class Store:
    def init_app(self, app):
        app.extensions["store"] = self
    def keep(self, row):
        with SessionLocal.begin() as session:  #> insert orders
            session.add(row)
def create_app():
    app = Flask("shop")
    Store().init_app(app)
    return app
def place():
    current_app.extensions["store"].keep(Order())
{MODELS}""")
