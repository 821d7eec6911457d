"""Columns whose values are of a class of the project's own, which tells of changes: its methods run."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CASES = {
    "a method that tells of it": ("order.terms.allow('x')", "update orders"),
    "a method that changes nothing": ("order.terms.shown()", "nothing"),
    "a method that writes": ("order.terms.kept(session)", "insert logs"),
    "an item": ("order.options['rush'] = True", "update orders"),
    "what a dict has, which tells nobody": ("order.options.update(rush=True)", "nothing"),
    "what a dict is asked for": ("order.options.get('rush')", "nothing"),
    "its items": ("[one.strip() for one in order.options.items()]", "nothing"),
    "what it inherits": ("order.special.allow('x')", "update orders"),
}


@pytest.mark.parametrize(("call", "expected"), CASES.values(), ids=CASES)
def test_values_of_classes_of_the_project(call: str, expected: str) -> None:
    scan = assert_touches(f"""
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.ext.mutable import Mutable
from sqlalchemy.orm import declarative_base
Base = declarative_base()
class Log(Base):
    __tablename__ = "logs"
    id = sa.Column(sa.Integer, primary_key=True)
class Terms(Mutable):
    @classmethod
    def coerce(cls, key, value):
        return value if isinstance(value, Terms) else Terms(value)
    def __init__(self, held):
        self.held = held
    def allow(self, name):
        self.held.append(name)
        self.changed()
    def shown(self):
        return ", ".join(self.held)
    def kept(self, session):
        session.add(Log())
class Special(Terms):
    pass
class Options(Mutable, dict):
    def __setitem__(self, key, value):
        dict.__setitem__(self, key, value)
        self.changed()
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    terms = sa.Column(Terms.as_mutable(sa.Text))
    special = sa.Column("terms2", Special.as_mutable(sa.Text))
    options = sa.Column(Options.as_mutable(sa.JSON))
# file: shop/services.py
from sqlalchemy.orm import Session
from shop.models import *
def work(session: Session):
    order = session.get(Order, 1)
    session.rollback()
    session.get(Log, 1)
    {call}
    session.commit()  #> {expected}
""")
    assert not [spot for one in scan.transactions for spot in one.blind_spots]
