"""What FastAPI hands to its operations."""

from __future__ import annotations

import pytest

from boundary.link.evaluator.interpreter import Interpreter
from boundary.link.evaluator.roots import evaluate
from boundary.link.frameworks.registry import Frameworks
from tests.link.linking import assert_touches, divide, read
from tests.link.mapped import MODELS

BEGUN = """with SessionLocal.begin() as db:  #> insert orders
        yield db"""
COMMITTING = """with SessionLocal() as db:
        yield db
        db.commit()  #> insert orders"""

LONG = 400
"""More letters than a decorator takes."""


def test_what_a_request_says_is_no_blind_spot_and_what_is_kept_on_it_is_one() -> None:
    scan = assert_touches(f"""{MODELS}
# file: shop/app.py
from fastapi import FastAPI, Request
from starlette.requests import Request as Same
from shop.models import Line, Order, Session
app = FastAPI()

@app.post("/orders")
async def order(request: Request, again: Same, session: Session):
    form = await request.form()
    session.add(Order(note=form.get("note", request.query_params.get("note")), id=again.headers.get("id")))
    session.commit()  #> insert orders
    return request.url_for("order", number=again.cookies.get("number")).include_query_params(url=again.url.replace())

@app.post("/lines")
def line(request: Request, session: Session):
    request.state.carrier.hand_over()
    session.add(Line())
    session.commit()  #> insert lines
""")
    reasons = [spot.reason for one in scan.transactions for spot in one.blind_spots]
    assert reasons == ["call of request.state.carrier.hand_over is not resolved"]


@pytest.mark.parametrize("taken", ["from fastapi import UploadFile", "from starlette.datastructures import UploadFile"])
def test_a_file_that_is_uploaded_is_no_blind_spot(taken: str) -> None:
    scan = assert_touches(f"""{MODELS}
# file: shop/app.py
from typing import Annotated
from fastapi import FastAPI, File
{taken}
from shop.models import Order, Session
app = FastAPI()

@app.post("/orders")
async def order(
    session: Session, file: UploadFile, files: list[UploadFile], other: Annotated[UploadFile, File()],
    perhaps: UploadFile | None = None
):
    content = await file.read(8192)
    await file.seek(0)
    for one in files:
        session.add(Order(note=(await one.read()).decode("utf-8").strip()))
    kind = file.headers.get("content-type").split(";")
    if perhaps is not None and perhaps.filename.lower().endswith(".csv"):
        rows = perhaps.file.readlines()
    await other.close()
    session.commit()  #> insert orders
""")
    assert [spot.reason for one in scan.transactions for spot in one.blind_spots] == []


def test_what_operations_and_routers_depend_on() -> None:
    assert_touches(f"""{MODELS}
# file: shop/checks.py
from fastapi import Depends
from shop.models import Customer, Detail, Line, Order, Session, Tag
def get_session() -> Session:
    return Session()
def seen(session: Session = Depends(get_session)):
    session.add(Customer())
def may(name):
    def check(session: Session = Depends(get_session)):
        session.add(Tag())
    return check
def noted(session: Session = Depends(get_session)):
    session.add(Line())
ALL = [Depends(seen)]

# file: shop/plain.py
from fastapi import APIRouter, Depends
from shop.checks import *
router = APIRouter()
other = APIRouter(prefix="/other")

@router.post("/orders", dependencies=[Depends(may("order"))])
def order(session: Session = Depends(get_session)):
    session.add(Order())
    session.commit()  #> insert orders, insert tags, insert lines

@router.post("/plain")
def plain(session: Session = Depends(get_session)):
    session.add(Order())
    session.commit()  #> insert orders, insert lines

@other.post("/orders")
def another(session: Session = Depends(get_session)):
    session.add(Order())
    session.commit()  #> insert orders

# file: shop/app.py
from fastapi import APIRouter, Depends, FastAPI
from shop.checks import *
from shop.checks import ALL
from shop.plain import other, router
app = FastAPI()
api = APIRouter(dependencies=ALL, prefix="/api")
within = APIRouter()
app.include_router(router, prefix="/plain", dependencies=[Depends(noted)])
app.include_router(other)
api.include_router(within, dependencies=[Depends(may("all"))])
app.include_router(api)

@api.get("/orders")
def listed(session: Session = Depends(get_session)):
    session.add(Order())
    session.commit()  #> insert orders, insert customers

def inner(session: Session = Depends(get_session)):
    session.add(Detail())
    session.commit()  #> insert details, insert customers, insert tags
within.add_api_route("/inner", inner)
""")


def test_what_is_listed_for_an_operation_prints_short() -> None:  # what is known of a context is put in order by it
    interpreter = Interpreter(
        read(
            divide(f"""{MODELS}
# file: shop/app.py
from fastapi import Depends, FastAPI
from shop.models import Order, Session
app = FastAPI()
def seen():
    pass
@app.post("/orders", dependencies=[Depends(seen)])
def order(session: Session):
    session.add(Order())
""")
        ),
        Frameworks(),
    )
    evaluate(interpreter, lambda _: None)
    listed = [repr(trait) for context in interpreter.contexts for trait in context.traits]
    assert any("seen" in one for one in listed)
    assert max(map(len, listed)) < LONG


@pytest.mark.parametrize("given", ["given=Depends({0})", "given: Annotated[object, Depends({0})]"])
@pytest.mark.parametrize("opened", [BEGUN, COMMITTING])
@pytest.mark.parametrize(
    "view", ["service: Service = Depends()", "service: Annotated[Service, Depends()]", "service=Depends(get_service)"]
)
def test_what_dependencies_of_dependencies_open_is_around_the_operation(given: str, opened: str, view: str) -> None:
    assert_touches(f"""
# file: shop/services.py
from typing import Annotated
from fastapi import Depends, FastAPI
from sqlalchemy.orm import sessionmaker
from shop.models import *
SessionLocal = sessionmaker()
app = FastAPI()
def get_db():
    {opened}
class Service:
    def __init__(self, {given.format("get_db")}):
        self.db = given
    def place(self):
        self.db.add(Order())
def get_service({given.format("get_db")}):
    return Service(given)
@app.post("/orders")
def place({view}):
    service.place()
{MODELS}""")


def test_routers_of_a_class_of_the_project() -> None:
    scan = assert_touches(f"""{MODELS}
# file: shop/app.py
from fastapi import APIRouter, Depends, FastAPI
from shop.models import Customer, Line, Order, Session
def get_session() -> Session:
    return Session()
def seen(session: Session = Depends(get_session)):
    session.add(Customer())

class Router(APIRouter):
    def __init__(self, **kwargs):
        kwargs.setdefault("route_class", None)
        self.known = []
        super().__init__(**kwargs)

    def add_api_route(self, path, endpoint, **kwargs):
        self.known.append(path)
        super().add_api_route(path, endpoint, **kwargs)

router = Router(prefix="/orders", dependencies=[Depends(seen)])
other = Router(prefix="/lines")

@router.post("/new")
async def order(session: Session = Depends(get_session)):
    session.add(Order())
    session.commit()  #> insert orders, insert customers

@other.post("/new")
async def line(session: Session = Depends(get_session)):
    session.add(Line())
    session.commit()  #> insert lines
""")
    assert {one.name for one in scan.entry_points} == {"/orders/new", "/lines/new"}


WRAPPERS = {
    "one that hands on what it is given": ("*args, **kwargs", "", "*args, **kwargs"),
    "one that stores with what it is given": ("**kwargs", "kwargs['session'].add(Tag())", "**kwargs"),
    "one that takes a part of it": (
        "*args, session, **kwargs",
        "session.add(Tag())",
        "*args, session=session, **kwargs",
    ),
    "one that asks which of it is a session": (
        "*args, **kwargs",
        "[one.add(Tag()) for one in kwargs.values() if isinstance(one, Session)]",
        "*args, **kwargs",
    ),
}


@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_an_operation_behind_a_wrapper_is_given_what_it_depends_on(wrapper: str) -> None:
    taken, does, given = WRAPPERS[wrapper]
    written = "insert orders, insert tags, insert customers" if does else "insert orders, insert customers"
    scan = assert_touches(f"""{MODELS}
# file: shop/app.py
from functools import wraps
from fastapi import Depends, FastAPI
from shop.models import Customer, Order, Session, Tag
app = FastAPI()
def get_session():
    session = Session()
    session.add(Customer())
    yield session
    session.commit()  #> {written}
def seen(role):
    def outer(function):
        @wraps(function)
        async def inner({taken}):
            {does or "pass"}
            return await function({given})
        return inner
    return outer

@app.post("/orders")
@seen("clerk")
async def order(number: int, session: Session = Depends(get_session)):
    session.add(Order(note=number))
""")
    assert {one.function for one in scan.entry_points} == {"shop.app.order"}


ROUTE_CLASSES = """
# file: shop/routes.py
from functools import wraps
from fastapi import APIRouter
from fastapi.routing import APIRoute
from shop.models import Session, Tag
class Committing(APIRoute):
    def __init__(self, path, endpoint, **kwargs):
        super().__init__(path, self.wrap(endpoint), **kwargs)
    def wrap(self, endpoint):
        @wraps(endpoint)
        async def committing(*args, **kwargs):
            answer = await endpoint(*args, **kwargs)
            for one in kwargs.values():
                if isinstance(one, Session):
                    one.commit()  #> insert orders | insert lines
            return answer
        return committing
class Described(APIRoute):
    def __init__(self, path, endpoint, **kwargs):
        super().__init__(path, endpoint, **kwargs)
        self.known = True
class Route(Described, Committing):
    pass
class Bare(APIRoute):
    pass
class Lost(APIRoute):
    def __init__(self, path, endpoint, **kwargs):
        self.path = path
def router_of(cls):
    class Router(APIRouter):
        def __init__(self, *args, **kwargs):
            kwargs["route_class"] = cls
            super().__init__(*args, **kwargs)
    return Router
"""


def test_a_class_of_routes_wraps_the_operations_of_its_routers() -> None:
    scan = assert_touches(f"""{MODELS}{ROUTE_CLASSES}
# file: shop/app.py
from fastapi import APIRouter, Depends
from shop.models import Customer, Detail, Line, Order, Session, Tag
from shop.routes import Bare, Described, Lost, Route, router_of
def get_session() -> Session:
    return Session()
wrapped = router_of(Route)(prefix="/wrapped")
described, bare, lost = APIRouter(route_class=Described), APIRouter(route_class=Bare), APIRouter(route_class=Lost)

@wrapped.post("/orders")
def order(session: Session = Depends(get_session)):
    session.add(Order())

def line(session: Session = Depends(get_session)):
    session.add(Line())
wrapped.add_api_route("/lines", line)

@described.post("/tags")
def tag(session: Session = Depends(get_session)):
    session.add(Tag())
    session.commit()  #> insert tags

@bare.post("/customers")
def customer(session: Session = Depends(get_session)):
    session.add(Customer())
    session.commit()  #> insert customers

@lost.post("/details")
def detail(session: Session = Depends(get_session)):
    session.add(Detail())
    session.commit()  #> insert details
""")
    named = {one.function.rpartition(".")[2]: one.name for one in scan.entry_points}
    assert named == {
        "order": "/wrapped/orders",
        "line": "/wrapped/lines",
        "tag": "/tags",
        "customer": "/customers",
        "detail": "/details",
    }
