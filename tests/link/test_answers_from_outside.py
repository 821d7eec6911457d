"""A test of what a function gives: something from outside, or a text that says what went wrong."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.mapped import MODELS

DECODED = """
# file: shop/tokens.py
import jwt
from reading import read
def decoded(token):
    try:
        return {given}
    except jwt.ExpiredSignatureError:
        return "expired"
    except jwt.InvalidTokenError:
        return "invalid"
"""


@pytest.mark.parametrize(
    "given", ["jwt.decode(token)['sub']", "int(jwt.decode(token)['sub'])", "jwt.decode(token).sub", "read(token)"]
)
@pytest.mark.parametrize(
    "test",
    [
        "if not isinstance(found, int): return",
        "if isinstance(found, str): return",
        "if isinstance(found, (str, bytes)): return",
        "if type(found) is not int: return",
        "if type(found) is str: return",
        "if isinstance(found, str) and found: return",
    ],
)
def test_both_may_be(given: str, test: str) -> None:
    assert_touches(f"""{MODELS}{DECODED.format(given=given)}
# file: shop/app.py
from shop.models import Order, Session
from shop.tokens import decoded
def work(token, session: Session):
    found = decoded(token)
    {test}
    session.query(Order).get(found).note = 1
    session.commit()  #> update orders
""")


def test_what_comes_from_outside_is_no_object_of_the_project() -> None:
    assert_touches(f"""{MODELS}{DECODED.format(given="jwt.decode(token)['sub']")}
# file: shop/app.py
from shop.models import Line, Order, Session
from shop.tokens import decoded
def work(token, session: Session):
    found = decoded(token)
    session.add(Line())
    if isinstance(found, Order):
        session.delete(found)
    session.commit()  #> insert lines
""")


@pytest.mark.parametrize("both", ["json.load(file)['rows'] + own()", "own() + json.load(file)['rows']"])
def test_what_a_list_from_outside_adds_may_be_anything(both: str) -> None:
    assert_touches(f"""{MODELS}
# file: shop/app.py
import json
from shop.models import *
def own():
    return [{{"kept": False, "name": "a"}}]
def work(session: Session, file):
    for row in {both}:
        if row["kept"]:
            session.add(Order())
    session.commit()  #> insert orders
""")
