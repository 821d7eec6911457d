"""Names that a module does not bind, but who loads it; functions that run in a context."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches

MODELS = """
# file: shop/models.py
from sqlalchemy import Column, Integer
from sqlalchemy.orm import declarative_base, sessionmaker
Base = declarative_base()
make = sessionmaker()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
"""
MADE = {
    "module_from_spec": "from importlib.util import module_from_spec\n    page = module_from_spec(spec_of(path))",
    "ModuleType": "import types\n    page = types.ModuleType(path.stem)",
}


@pytest.mark.parametrize("made", MADE)
def test_a_name_is_what_was_put_into_the_module(made: str) -> None:
    """Its decorators make entry points, its functions use it; a module that binds the name has its own."""
    source = (
        MODELS
        + f"""
# file: shop/app.py
from pathlib import Path
from flask import Blueprint, Flask
from shop.models import make
app = Flask(__name__)
def load(path):
    {MADE[made]}
    page.manager = Blueprint(path.stem, path.stem)
    page.session = make()
    run(page)
    app.register_blueprint(page.manager, url_prefix="/api")
for path in Path(__file__).parent.glob("pages/*.py"):
    load(path)
# file: shop/pages/orders.py
from shop.models import Order
@manager.route("/orders", methods=["POST"])
def create():
    session.add(Order())
    session.commit()  #> insert orders
# file: shop/pages/others.py
from shop.models import Order
from unread import manager, session
@manager.begin("/orders")
def other():
    session.query(Order).delete()
"""
    )
    assert_touches(source)
    assert_enters(source, "route shop.pages.orders.create")


RUN = ("copy_context().run(work, session)", "current_app.ensure_async(work)(session)")


@pytest.mark.parametrize("run", RUN)
def test_a_function_runs_in_a_context(run: str) -> None:
    """What a copy of the context runs, and what Quart makes of a function, is the function."""
    assert_touches(
        MODELS
        + f"""
# file: shop/app.py
from contextvars import copy_context
from quart import Quart, current_app
from shop.models import Order, make
app = Quart(__name__)
def work(session):
    session.add(Order())
@app.route("/")
async def view():
    with make.begin() as session:  #> insert orders
        await {run}
"""
    )
