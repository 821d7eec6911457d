"""What Flask's classes of views say of themselves: the decorators around them, the verbs that they answer."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches

START = """
from functools import wraps
from flask import Flask
from flask.views import MethodView
from flask_restful import Resource
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, sessionmaker
app = Flask(__name__)
session = sessionmaker()()
Base = declarative_base()
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
class Visit(Base):
    __tablename__ = "visits"
    id = sa.Column(sa.Integer, primary_key=True)
def committed(view):
    @wraps(view)
    def wrapper(*args, **kwargs):
        session.add(Visit())
        answer = view(*args, **kwargs)
        session.commit()  {marker}
        return answer
    return wrapper
"""


@pytest.mark.parametrize(
    ("base", "listed"),
    [
        ("MethodView", "decorators = [committed]"),
        ("MethodView", "decorators = (committed, print)"),
        ("Resource", "method_decorators = [committed]"),
    ],
)
def test_the_decorators_of_a_view(base: str, listed: str) -> None:
    assert_touches(f"""{START.format(marker="#> insert orders, insert visits")}
class Orders({base}):
    {listed}
    def post(self):
        session.add(Order())
app.add_url_rule("/orders", view_func=Orders.as_view("orders"))
""")


@pytest.mark.parametrize(
    ("methods", "verbs"),
    [
        ('methods = ["GET"]', ["get"]),
        ('methods = {"get", "POST"}', ["get", "post"]),
        ("", ["get", "post"]),
    ],
)
def test_the_verbs_that_a_view_answers(methods: str, verbs: list[str]) -> None:
    source = f"""{START.format(marker="")}
class Base(MethodView):
    methods = ["PUT"]
class Orders(Base):
    {methods}
    def get(self):
        session.query(Order).all()
    def post(self):
        session.add(Order())
        session.commit()
app.add_url_rule("/orders", view_func=Orders.as_view("orders"))
"""
    assert_enters(source, *(f"route shop.services.Orders.{verb}" for verb in verbs))
