"""What of the body of a `try` does a commit in its handler end?  What was open when a call in it failed."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.test_units_of_work import HEAD

FAILING = """
class Unchanged(Exception):
    pass
def check(row):
    if not row.x:
        raise Unchanged
def change(session, key):
    row = session.get(A, key)
    row.x = 1
    check(row)
"""
CASES = {
    "what a call has done that fails": """
def work(session: Session, key):
    try:
        change(session, key)
        session.commit()  #> update a
    except Unchanged:
        session.commit()  #> update a
""",
    "what came before it": """
def work(session: Session, row: A):
    try:
        session.add(B())
        check(row)
        session.commit()  #> insert b
    except Exception as error:
        session.add(C())
        session.commit()  #> insert b, insert c
""",
    "what fails is a commit of its own": """
def save(session, row):
    check(row)
    session.commit()  #> insert b
def fail(session):
    session.add(C())
    session.commit()  #> insert b, insert c
def work(session: Session, row: A):
    try:
        session.add(B())
        save(session, row)
    except Unchanged:
        fail(session)
""",
    "what is given up": """
def work(session: Session, key):
    try:
        change(session, key)
        session.commit()  #> update a
    except Unchanged:
        session.rollback()
        session.add(B())
        session.commit()  #> insert b
""",
    "what a database refuses": """
def work(session: Session, key):
    try:
        change(session, key)
        session.commit()  #> update a
    except sa.exc.IntegrityError:
        session.add(B())
        session.commit()  #> insert b
""",
    "what nobody ends": """
def work(session: Session, key):
    try:
        change(session, key)
        session.commit()  #> update a
    except Unchanged:
        print("unchanged")
    session.add(B())
    session.commit()  #> insert b
""",
    "what nobody ends in a function that goes no further": """
def tried(session, key):
    try:
        change(session, key)
        session.commit()  #> update a
    except Unchanged:
        return None
def work(session: Session, key):
    tried(session, key)
    session.add(B())
    session.commit()  #> insert b
""",
    "what fails before anything is done": """
def work(session: Session, row: A):
    try:
        check(row)
        session.add(B())
        session.commit()  #> insert b
    except Unchanged:
        session.add(C())
        session.commit()  #> insert c
""",
}


@pytest.mark.parametrize("case", list(CASES))
def test_a_commit_in_a_handler(case: str) -> None:
    assert_touches(f"{HEAD}{FAILING}{CASES[case]}")
