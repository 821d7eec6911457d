"""What is connected to signals of packages that are not read, what a response calls on its close, jobs of Flask-RQ2."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches

SOURCE = """
# file: shop/models.py
from sqlalchemy import Column, Integer
from sqlalchemy.orm import declarative_base, sessionmaker
Base = declarative_base()
make = sessionmaker()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
# file: shop/app.py
import sqlite3
from accounts.signals import looked_up
from flask import Flask, copy_current_request_context
from flask_rq2 import RQ
from shop.models import Order, make
app = Flask(__name__)
rq = RQ()
class Orders:
    def load(self, sender): make()
{form}
"""
WORK = "with make.begin() as session:\n        session.add(Order())"
ENTERED = {
    f"@looked_up.connect\ndef load(sender):\n    {WORK}": "signal shop.app.load",
    f"@looked_up.connect_via(app)\ndef load(sender):\n    {WORK}": "signal shop.app.load",
    f"def load(sender):\n    {WORK}\nlooked_up.connect(load, app)": "signal shop.app.load",
    f"@rq.job('low')\ndef tidy(pk):\n    {WORK}": "task shop.app.tidy",
    f"@rq.job\ndef tidy(pk):\n    {WORK}": "task shop.app.tidy",
}


@pytest.mark.parametrize("form", ENTERED)
def test_what_is_connected_is_an_entry_point(form: str) -> None:
    assert_enters(SOURCE.format(form=form), ENTERED[form])


def test_what_is_handed_to_the_database_is_none() -> None:
    assert_enters(SOURCE.format(form="def load(path): ...\nsqlite3.connect(load)"))


@pytest.mark.parametrize("behind", ["app.after_request", "app.after_app_request"])
def test_what_a_response_calls_is_a_task(behind: str) -> None:
    """Flask hands the response over; a job that is queued there runs elsewhere."""
    source = SOURCE.format(
        form=f"""
@rq.job
def tidy(pk):
    with make.begin() as session:  #> insert orders
        session.add(Order())
@{behind}
def note(response):
    @response.call_on_close
    @copy_current_request_context
    def close():
        with make.begin() as session:  #> delete orders
            session.query(Order).delete()
            tidy.queue(1)
    return response
"""
    )
    assert_touches(source)
    assert_enters(source, "middleware shop.app.note", "task shop.app.note.<locals>.close", "task shop.app.tidy")
