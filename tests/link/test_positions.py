"""Where a function takes a session tells whether a call hands one over, and so who ends the work."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

PROVIDED = """
# file: shop/models.py
from sqlalchemy import Column, Integer
from sqlalchemy.orm import declarative_base
Base = declarative_base()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
class Tag(Base):
    __tablename__ = "tags"
    id = Column(Integer, primary_key=True)
# file: shop/sessions.py
import contextlib
from functools import wraps
from inspect import signature
from sqlalchemy.orm import sessionmaker
Maker = sessionmaker()
@contextlib.contextmanager
def created():
    session = Maker()
    try:
        yield session
        session.commit()
    finally:
        session.close()
def place_in(function):
    try:
        return tuple(signature(function).parameters).index("session")
    except ValueError:
        raise TypeError("it takes no session") from None
def provided(function):
    place = place_in(function)
    @wraps(function)
    def wrapper(*args, **kwargs):
        if "session" in kwargs or place < len(args):
            return function(*args, **kwargs)
        with created() as session:
            return function(*args, session=session, **kwargs)
    return wrapper
# file: shop/services.py
from shop.sessions import Maker, provided
from shop.models import *
@provided
def order(note, session=None):
    session.add(Order())
@provided
def tag(session=None):
    session.add(Tag())
    session.commit()  #> insert tags{left}
def work():
    {first}
    tag({session})
"""


@pytest.mark.parametrize(
    ("first", "session", "left"),
    [
        ("order(1)", "", ""),
        ("session = Maker(); order(1, session)", "session", ", insert orders"),
        ("session = Maker(); order(1, session=session)", "session=session", ", insert orders"),
    ],
)
def test_a_session_that_is_provided_where_none_is_handed_over(first: str, session: str, left: str) -> None:
    assert_touches(PROVIDED.format(first=first, session=session, left=left))


@pytest.mark.parametrize(
    ("test", "then"),
    [
        ("'order' in options", "insert shop_tag"),
        ("'order' not in options", "insert shop_log"),
        ("len(args) > 1", "insert shop_tag"),
        ("len(args) == 1", "insert shop_log"),
        ("('a', 'b').index('b') == len(args)", "insert shop_log"),
    ],
)
def test_what_was_not_handed_over(test: str, then: str) -> None:
    assert_touches(f"""
def change(*args, **options):
    with transaction.atomic():  #> {then}
        if {test}:
            Log.objects.create()
        else:
            Tag.objects.create()
def work():
    change(1)
""")
