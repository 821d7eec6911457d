"""Which commits end a savepoint only?"""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

HEAD = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import Session, declarative_base
Base = declarative_base()
class A(Base):
    __tablename__ = "a"
    id = sa.Column(sa.Integer, primary_key=True)
class B(Base):
    __tablename__ = "b"
    id = sa.Column(sa.Integer, primary_key=True)
class C(Base):
    __tablename__ = "c"
    id = sa.Column(sa.Integer, primary_key=True)
# file: shop/services.py
from shop.models import *
"""
CASES = {
    "the work goes on behind the commit of a savepoint": """
def keep(session):
    nested = session.begin_nested()
    try:
        session.add(B())
        session.commit()  #> insert a, insert b
    except IntegrityError:
        nested.rollback()
def work(session: Session):
    session.add(A())
    keep(session)
    session.add(C())
    session.commit()  #> insert a, insert b, insert c
""",
    "and what was open before, behind its rollback": """
def work(session: Session):
    session.add(A())
    session.begin_nested()
    session.add(B())
    session.rollback()
    session.commit()  #> insert a
""",
    "what it ends by itself is over": """
def work(session: Session):
    nested = session.begin_nested()
    session.add(A())
    nested.commit()
    session.commit()  #> insert a
    session.add(B())
    session.commit()  #> insert b
""",
    "as is what a block has ended": """
def work(session: Session):
    with session.begin_nested():
        session.add(A())
    session.commit()  #> insert a
    session.add(B())
    session.commit()  #> insert b
""",
    "which is not so with SQLAlchemy 2": """
from sqlalchemy.orm import mapped_column
def work(session: Session):
    session.begin_nested()
    session.add(A())
    session.commit()  #> insert a
    session.add(B())
    session.commit()  #> insert b
""",
}


@pytest.mark.parametrize("body", CASES.values(), ids=CASES)
def test_savepoints(body: str) -> None:
    assert_touches(HEAD + body)
