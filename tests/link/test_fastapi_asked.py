"""What the parameters of FastAPI's operations ask for, however that is written."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.mapped import MODELS

CHECKS = """
# file: shop/checks.py
from typing import Annotated
from fastapi import Depends, Security
from shop.models import Customer, Detail, Line, Order, Session, Tag
def get_session() -> Session:
    return Session()
def customer(session: Session = Depends(get_session)):
    found = Customer()
    session.add(found)
    return found
Buyer = Annotated[Customer, Depends(customer)]
Again = Buyer
def allowed(*scopes: str):
    return Annotated[Customer, Security(customer, scopes=list(scopes))]
def noting(cls):
    def note(session: Session = Depends(get_session)):
        session.add(cls())
    return Annotated[None, Depends(note)]
"""
APP = """
# file: shop/app.py
from typing import Annotated
from fastapi import Depends, FastAPI
from shop import checks
from shop.checks import Buyer, allowed, customer, get_session, noting
from shop.models import Customer, Line, Order, Session, Tag
app = FastAPI()
"""


@pytest.mark.parametrize(
    ("annotation", "found"),
    [
        ("Buyer", "insert customers"),
        ("checks.Buyer", "insert customers"),
        ("checks.Again", "insert customers"),
        ('allowed("orders")', "insert customers"),
        ('checks.allowed("orders", "lines")', "insert customers"),
        ("noting(Line)", "insert lines"),
        ("checks.noting(Tag)", "insert tags"),
    ],
)
def test_an_annotation_by_its_name_or_made_by_a_function(annotation: str, found: str) -> None:
    assert_touches(f"""{MODELS}{CHECKS}{APP}
@app.post("/orders")
def order(buyer: {annotation}, session: Session = Depends(get_session)):
    session.add(Order())
    session.commit()  #> insert orders, {found}
""")


def test_an_annotation_of_a_star_import() -> None:
    assert_touches(f"""{MODELS}{CHECKS}
# file: shop/app.py
from fastapi import FastAPI
from shop.checks import *
app = FastAPI()

@app.post("/orders")
def order(buyer: Again, session: Session = Depends(get_session)):
    session.add(Order())
    session.commit()  #> insert orders, insert customers
""")


def test_what_an_annotation_that_is_made_gives_is_handed_over() -> None:
    assert_touches(f"""{MODELS}{CHECKS}{APP}
@app.post("/orders")
def order(buyer: allowed("orders"), session: Session = Depends(get_session)):
    session.commit()  #> insert customers
    buyer.id = 1
    session.commit()  #> update customers
""")


@pytest.mark.parametrize("taken", ["from shop.checks import customer", "from shop.checks import *"])
def test_an_operation_may_be_called_as_what_it_asks_for(taken: str) -> None:
    assert_touches(f"""{MODELS}{CHECKS}{APP}
{taken}

@app.get("/before")
def before(found=Depends(customer), session: Session = Depends(get_session)):
    session.add(Order())
    session.commit()  #> insert orders, insert customers

@app.get("/me")
def customer(found: Annotated[Customer, Depends(customer)], session: Session = Depends(get_session)):
    session.add(Line())
    session.commit()  #> insert customers, insert lines

@app.get("/after")
def after(found=Depends(customer), session: Session = Depends(get_session)):
    session.add(Order())
    session.commit()  #> insert orders
""")


def test_a_parameter_may_be_called_as_what_it_asks_for() -> None:
    assert_touches(f"""{MODELS}{CHECKS}{APP}
@app.post("/orders")
def order(customer=Depends(customer), get_session: Session = Depends(get_session)):
    get_session.add(Order())
    get_session.commit()  #> insert orders, insert customers
""")
