"""Where frameworks call in that are told so by a decorator: routes, resolvers, servicers, commands."""

from __future__ import annotations

import pytest

from boundary.link.program import link
from tests.link.linking import assert_enters, assert_touches, divide, read

ROUTES = {
    "Litestar": """
from litestar import Controller, Litestar, get, post
from litestar.handlers import delete

@get("/orders")
async def listed() -> list: ...

@delete("/orders/{number:int}")
async def removed(number: int) -> None: ...

class Orders(Controller):
    @post("/new")
    async def placed(self, data: dict) -> None: ...

app = Litestar([listed, Orders])
#> route /orders, route /orders/{number:int}, route /new
""",
    "Sanic": """
from sanic import Blueprint, Sanic
from sanic.views import HTTPMethodView
app = Sanic("shop")
part = Blueprint("part")

@app.post("/orders")
async def placed(request): ...

@part.route("/old")
async def old(request): ...

@app.on_request
async def checked(request): ...

async def added(request): ...

class Orders(HTTPMethodView):
    async def get(self, request): ...

app.add_route(added, "/added")
app.add_route(Orders.as_view(), "/view")
#> route /orders, route /old, middleware shop.services.checked, route /added, route shop.services.Orders
""",
    "Bottle": """
from bottle import Bottle, post, route
app = Bottle()

@route("/orders")
def listed(): ...

@post("/new")
def placed(): ...

@app.delete("/gone")
def gone(): ...

@app.hook("before_request")
def before(): ...
#> route /orders, route /new, route /gone, middleware shop.services.before
""",
    "BlackSheep": """
from blacksheep import Application, post
app = Application()

@post("/orders")
async def placed(data): ...

@app.router.get("/all")
async def listed(): ...
#> route /orders, route /all
""",
    "Robyn": """
from robyn import Robyn, SubRouter
app = Robyn(__file__)
part = SubRouter(__file__, prefix="/part")

@app.post("/orders")
async def placed(request): ...

@part.get("/all")
async def listed(request): ...
#> route /orders, route /all
""",
    "Quart": """
from quart import Blueprint, Quart
app = Quart("shop")
part = Blueprint("part", __name__, url_prefix="/part")

@app.post("/orders")
async def placed(): ...

@part.websocket("/feed")
async def feed(): ...

@app.before_serving
async def opened(): ...
#> route /orders, route /part/feed, middleware shop.services.opened
""",
    "APIFlask": """
from apiflask import APIBlueprint, APIFlask
from apiflask.views import MethodView
app = APIFlask("shop")
part = APIBlueprint("part", __name__)

@app.post("/orders")
@app.input(object)
@app.output(object, status_code=201)
def placed(json_data): ...

class Orders(MethodView):
    @part.doc(summary="all")
    def get(self): ...

part.add_url_rule("/all", view_func=Orders.as_view("all"))
#> route /orders, route shop.services.Orders
""",
    "flask-openapi3": """
from flask_openapi3 import APIBlueprint, OpenAPI
app = OpenAPI("shop")
part = APIBlueprint("part", __name__)

@app.post("/orders")
def placed(body): ...

@part.get("/all")
def listed(): ...
#> route /orders, route /all
""",
    "Strawberry": """
import strawberry
from strawberry.types import Info

def counted() -> int: ...

@strawberry.type
class Query:
    count: int = strawberry.field(resolver=counted)

    @strawberry.field
    def orders(self, info: Info) -> list: ...

@strawberry.type
class Mutation:
    @strawberry.mutation(description="places")
    def placed(self, info: Info) -> bool: ...
#> route shop.services.counted, route shop.services.Query.orders, mutation shop.services.Mutation.placed
""",
    "strawberry-django": """
import strawberry_django

class Mutation:
    @strawberry_django.mutation(handle_django_errors=True)
    def placed(self, info) -> bool: ...
#> mutation shop.services.Mutation.placed
""",
    "Ariadne": """
from ariadne import MutationType, ObjectType, QueryType, convert_kwargs_to_snake_case
query, mutation, order = QueryType(), MutationType(), ObjectType("Order")

@mutation.field("place")
@convert_kwargs_to_snake_case
def placed(_, info): ...

@order.field("lines")
def lines(order, info): ...

def listed(_, info): ...

query.set_field("orders", listed)
#> mutation shop.services.placed, route shop.services.lines, route shop.services.listed
""",
    "jsonrpcserver": """
from jsonrpcserver import method

@method
def placed(number): ...
#> route shop.services.placed
""",
    "grpc": """
import grpc
from shop.protos import orders_pb2_grpc

class Orders(orders_pb2_grpc.OrdersServicer):
    def Place(self, request, context):
        return self._placed(request)

    def _placed(self, request): ...
#> route shop.services.Orders.Place
""",
    "Socket.IO": """
import socketio
from flask_socketio import SocketIO
server, other = socketio.AsyncServer(), SocketIO()

@server.event
async def placed(sid, data): ...

@server.on("gone")
async def gone(sid): ...

@other.on("told")
def told(data): ...
#> route shop.services.placed, route shop.services.gone, route shop.services.told
""",
    "MCP": """
from mcp.server.fastmcp import FastMCP
server = FastMCP("shop")

@server.tool()
def place(number: int) -> str: ...
#> route shop.services.place
""",
    "Ninja Extra": """
from ninja_extra import api_controller, http_get, route

@api_controller("/orders")
class Orders:
    @route.post("/new")
    def placed(self): ...

    @http_get("/all")
    def listed(self): ...
#> route /new, route /all
""",
    "Flask-Classful": """
from flask import Flask
from flask_classful import FlaskView
app = Flask("shop")

class Orders(FlaskView):
    def index(self): ...

Orders.register(app)
#> route shop.services.Orders
""",
    "adrf": """
from adrf.decorators import api_view
from adrf.views import APIView
from django.urls import path

@api_view(["POST"])
async def placed(request): ...

class Orders(APIView):
    async def get(self, request): ...

urlpatterns = [path("new", placed), path("all", Orders.as_view())]
#> route new, route shop.services.Orders
""",
    "classes of FastAPI": """
from classy_fastapi import Routable, get

class Orders(Routable):
    @get("/all")
    def listed(self): ...
#> route /all
""",
    "CherryPy": """
import cherrypy

class Shop:
    @cherrypy.expose
    def index(self): ...
#> route shop.services.Shop.index
""",
    "pika": """
import pika
channel = pika.BlockingConnection().channel()

def placed(channel, method, properties, body): ...

channel.basic_consume(queue="orders", on_message_callback=placed)
#> task shop.services.placed
""",
    "schedule": """
import schedule

def tidy(): ...

schedule.every().day.at("10:30").do(tidy)
#> cron shop.services.tidy
""",
    "Invoke": """
from invoke import task

@task
def tidy(context): ...

@task(help={"number": "how many"})
def thin(context, number): ...
#> cli shop.services.tidy, cli shop.services.thin
""",
    "Fire": """
import fire

def tidy(): ...

if __name__ == "__main__":
    fire.Fire(tidy)
#> cli shop.services.tidy
""",
    "Cyclopts": """
from cyclopts import App
app = App()

@app.command
def tidy(): ...

@app.default
def usual(): ...
#> cli shop.services.tidy, cli shop.services.usual
""",
    "django-click": """
import djclick as click

@click.command()
@click.argument("number")
def command(number): ...
#> cli shop.services.command
""",
    "a package that gives the names of Click": """
import rich_click as click

@click.group()
def main(): ...

@main.command()
@click.argument("number")
def tidy(number): ...

@click.command()
@click.pass_context
def count(context): ...
#> cli shop.services.main, cli shop.services.tidy, cli shop.services.count
""",
    "commands beside groups of options": """
import cloup

@cloup.command()
@cloup.option_group("What", cloup.option("--all"))
def tidy(all): ...
#> cli shop.services.tidy
""",
    "a group of such a package": """
from asyncclick import Group

class Lazy(Group): ...
main = Lazy()

@main.command()
async def tidy(): ...
#> cli shop.services.tidy
""",
    "django-typer": """
from django_typer.management import TyperCommand, command

class Command(TyperCommand):
    @command()
    def tidy(self): ...
#> command shop.services.Command, command shop.services.Command.tidy
""",
}


@pytest.mark.parametrize("source", list(ROUTES.values()), ids=list(ROUTES))
def test_where_a_framework_calls_in(source: str) -> None:
    written, _, expected = source.rpartition("#> ")
    found = [f"{one.kind} {one.name}" for one in link(read(divide(written))).entry_points]
    assert sorted(found) == sorted(expected.strip().split(", "))


def test_a_method_that_is_handed_over_has_an_object_of_its_class() -> None:
    assert_touches("""
import strawberry
class Shop:
    def write(self):
        Tag.objects.create()

@strawberry.type
class Mutation(Shop):
    @strawberry.mutation
    def placed(self) -> bool:
        with transaction.atomic():  #> insert shop_tag
            self.write()
""")


def test_the_generated_base_of_a_servicer_is_no_entry_point() -> None:
    assert_enters(
        """
# file: shop/protos/orders_pb2_grpc.py
import grpc
class OrdersServicer(object):
    def Place(self, request, context):
        raise NotImplementedError()
# file: shop/services.py
from shop.protos.orders_pb2_grpc import OrdersServicer
class Orders(OrdersServicer):
    def Place(self, request, context): ...
""",
        "route shop.services.Orders.Place",
    )


def test_flask_classful_calls_all_that_has_a_public_name() -> None:
    source = """
from flask_classful import FlaskView, route
class Counting:
    def count(self): ...
class Orders(Counting, FlaskView):
    excluded_methods = ["told"]
    @route("/<int:number>/run", methods=["POST"])
    def run(self, number): ...
    @staticmethod
    def all(): ...
    @property
    def known(self): ...
    @classmethod
    def made(cls): ...
    def before_run(self, number): ...
    def told(self): ...
    def _kept(self): ...
"""
    found = [one.function for one in link(read(divide(source))).entry_points]
    names = ["Orders.all", "Orders.count", "Orders.run"]
    assert sorted(found) == [f"shop.services.{name}" for name in names]
