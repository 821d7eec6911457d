"""Which work does a commit end?  Through callers and callees, branches, helpers and frameworks."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches, assert_transactions

HEAD = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, sessionmaker, scoped_session, Session
Base = declarative_base()
engine = sa.create_engine("sqlite://")
SessionLocal = sessionmaker(bind=engine)
current = scoped_session(SessionLocal)

class A(Base):
    __tablename__ = "a"
    id = sa.Column(sa.Integer, primary_key=True)
    x = sa.Column(sa.Integer)

class B(Base):
    __tablename__ = "b"
    id = sa.Column(sa.Integer, primary_key=True)

class C(Base):
    __tablename__ = "c"
    id = sa.Column(sa.Integer, primary_key=True)

# file: shop/services.py
from contextlib import contextmanager
from shop.models import *
"""
CASES = {
    "what is called with the session at hand does not commit, where a decorator asks whether there is one": """
def transactional(function):
    def run(*args, session=None, **kwargs):
        if not session:
            session = current()
            try:
                result = function(*args, session=session, **kwargs)
                session.commit()  #> insert a, insert b | insert b
            finally:
                current.remove()
        else:
            result = function(*args, session=session, **kwargs)
        return result
    return run
@transactional
def add_b(number, *, session: "Session"):
    session.add(B())
@transactional
def add_a(number, *, session: "Session"):
    session.add(A())
    add_b(number, session=session)
def main():
    add_a(1)
    add_b(2)
""",
    "what is only called with the session at hand may be entered by itself": """
def transactional(function):
    def run(*args, session=None, **kwargs):
        if not session:
            session = current()
            try:
                result = function(*args, session=session, **kwargs)
                session.commit()  #> insert a, insert b | insert b
            finally:
                current.remove()
        else:
            result = function(*args, session=session, **kwargs)
        return result
    return run
@transactional
def add_b(number, *, session: "Session"):
    session.add(B())
@transactional
def add_a(number, *, session: "Session"):
    session.add(A())
    add_b(number, session=session)
def main():
    add_a(1)
""",
    "what a decorator made is not run when another, of which nothing is known, is handed it": """
import tenacity
def counted(function):
    def wrapper(*args):
        return function(*args)
    return wrapper
@tenacity.retry
@counted
def note(session: Session):
    session.add(B())
class Work:
    @tenacity.retry(stop=3)
    @counted
    def work(self, session: Session):
        session.add(A())
        session.commit()  #> insert a
@tenacity.retry(stop=3)
@counted
def other(session: Session):
    session.add(C())
    session.commit()  #> insert c
@counted
def all_of_it(session: Session):
    note(session)
    session.add(C())
    session.commit()  #> insert b, insert c
""",
    "what a transaction of its own has committed is open no more": """
def note():
    with SessionLocal.begin() as session:  #> insert b
        session.add(B())
@SessionLocal.begin()  #> insert c
def log():
    current.add(C())
def deeper():
    log()
    note()
def work(session: Session):
    deeper()
    session.add(A())
    note()
    session.commit()  #> insert a
""",
    "a session of its own": """
def look(number):
    session = SessionLocal()
    return session.get(A, number).x
def note():
    with SessionLocal() as session:
        session.add(B())
        session.commit()  #> insert b
def forget():
    session = made()
    session.add(B())
def made():
    return SessionLocal()
def work(session: Session):
    session.add(A())
    look(1)
    note()
    forget()
    session.commit()  #> insert a
def other():
    session = made()
    session.add(A())
    session = made()
    session.add(C())
    session.commit()  #> insert c
""",
    "what is open on another session than that of a block": """
def note():
    with SessionLocal() as session:
        row = session.get(A, 1)
        row.x = 2
        session.commit()  #> update a
@contextmanager
def made():
    session = SessionLocal()
    try:
        yield session
    finally:
        session.close()
def log():
    with made() as session:
        row = session.get(A, 1)
        row.x = 2
        session.commit()  #> update a
@contextmanager
def entered():
    with SessionLocal() as session:
        yield session
def tell():
    with entered() as session:
        row = session.get(A, 1)
        row.x = 2
        session.commit()  #> update a
def work(session: Session):
    session.add(B())
    note()
    log()
    tell()
    session.commit()  #> insert b
def inside():
    session = SessionLocal()
    session.add(B())
    with SessionLocal() as other, other.begin():  #> insert c
        other.add(C())
    with SessionLocal() as other:
        other.add(A())
        other.commit()  #> insert a
    session.commit()  #> insert b
def on_its_own(session: Session):
    session.add(B())
    with session:
        session.commit()  #> insert b
    session.commit()  #> nothing
def returns(session: Session):
    session.add(B())
    found()
    session.commit()  #> insert b
def found():
    with SessionLocal() as session:
        row = session.get(A, 1)
        row.x = 2
        session.commit()  #> update a
        return row
""",
    "two in a row": """
def work(session: Session):
    session.add(A())
    session.commit()  #> insert a
    session.add(B())
    session.commit()  #> insert b
""",
    "nothing left behind a rollback": """
def work(session: Session):
    session.add(A())
    session.rollback()
    session.add(B())
    session.commit()  #> insert b
""",
    "branches": """
def work(session: Session, kind):
    session.add(A())
    if kind:
        session.add(B())
        session.commit()  #> insert a, insert b
    else:
        session.add(C())
        session.commit()  #> insert a, insert c
""",
    "branches that meet": """
def work(session: Session, kind):
    if kind:
        session.add(A())
    else:
        session.add(B())
        session.commit()  #> insert b
        return
    session.commit()  #> insert a
""",
    "a loop that commits now and then": """
def work(session: Session, items):
    for number, item in enumerate(items):
        session.add(A())
        if number % 100 == 0:
            session.commit()  #> insert a, insert b
        session.add(B())
    session.commit()  #> insert a, insert b
""",
    "a loop whose helper commits in the next round": """
def keep(session, items):
    for item in items:
        session.add(B())
        session.commit()  #> insert a, insert b
def main(session, items):
    for kind, value in items:
        if kind == "lines":
            keep(session, value)
            continue
        session.add(A())
    session.commit()  #> insert a
""",
    "handed down": """
def put(session, kind):
    session.add(kind())

def work(session: Session):
    put(session, A)
    put(session, B)
    session.commit()  #> insert a, insert b
""",
    "a helper that commits for two callers": """
def save(session):
    session.commit()  #> insert a | insert b

def one(session: Session):
    session.add(A())
    save(session)

def other(session: Session):
    session.add(B())
    save(session)
""",
    "what a callee committed is not committed again": """
def first(session):
    session.add(A())
    session.commit()  #> insert a

def work(session: Session):
    first(session)
    session.add(B())
    session.commit()  #> insert b
""",
    "a callee that may commit": """
def first(session, really):
    if really:
        session.add(C())
        session.commit()  #> insert a, insert c

def work(session: Session, really):
    session.add(A())
    first(session, really)
    session.add(B())
    session.commit()  #> insert a, insert b
""",
    "what a callee leaves open": """
def first(session):
    session.add(A())
    session.commit()  #> insert a
    session.add(C())

def work(session: Session):
    first(session)
    session.add(B())
    session.commit()  #> insert b, insert c
""",
    "a session as context": """
def work():
    with SessionLocal() as session:
        session.add(A())
        session.commit()  #> insert a
""",
    "sessions do not mix": """
def inner():
    with SessionLocal() as session:
        session.add(A())
        session.commit()  #> insert a

def work():
    session = SessionLocal()
    session.add(B())
    session.commit()  #> insert b
    inner()
""",
    "begin as a block": """
def work():
    with SessionLocal.begin() as session:  #> insert a
        session.add(A())
    with Session(engine) as session, session.begin():  #> insert b
        session.add(B())
    with engine.begin() as connection:  #> insert c
        connection.execute(C.__table__.insert())
""",
    "savepoints divide nothing": """
def work(session: Session):
    session.add(A())
    with session.begin_nested():
        session.add(B())
    session.commit()  #> insert a, insert b
""",
    "a connection": """
def work():
    with engine.connect() as connection:
        connection.execute(sa.text("INSERT INTO a VALUES (1)"))
        connection.commit()  #> insert a
        transaction = connection.begin()
        connection.execute(sa.insert(B))
        transaction.commit()  #> insert b
""",
    "a scoped session": """
def work():
    current.add(A())
    current().add(B())
    current.commit()  #> insert a, insert b
    current.remove()
""",
    "a generator as context": """
@contextmanager
def session_scope():
    session = SessionLocal()
    try:
        yield session
        session.commit()  #> insert a | insert b
    except Exception:
        session.rollback()
        raise
    finally:
        session.close()

def one():
    with session_scope() as session:  #> insert a
        session.add(A())

def other():
    with session_scope() as session:  #> insert b
        session.add(B())
""",
    "returning out of a context": """
@contextmanager
def session_scope():
    session = SessionLocal()
    yield session
    session.commit()  #> insert a

def put():
    with session_scope() as session:  #> insert a
        session.add(A())
        return 1

def work():
    put()
    session = SessionLocal()
    session.add(B())
    session.commit()  #> insert b
""",
    "a unit of work class": """
class UnitOfWork:
    def __init__(self, factory=SessionLocal):
        self.factory = factory

    def __enter__(self):
        self.session = self.factory()
        self.orders = Repository(self.session)
        return self

    def __exit__(self, *args):
        self.session.rollback()

    def commit(self):
        self.session.commit()  #> insert a | insert b

class Repository:
    def __init__(self, session):
        self.session = session

    def add(self, one):
        self.session.add(one)

def one():
    with UnitOfWork() as uow:
        uow.orders.add(A())
        uow.commit()

def other():
    with UnitOfWork() as uow:
        uow.session.add(B())
        uow.commit()
""",
    "a context that commits when it is left": """
class Scope:
    def __enter__(self):
        self.session = SessionLocal()
        return self.session

    def __exit__(self, kind, error, trace):
        if kind is None:
            self.session.commit()  #> insert a
        self.session.close()

def work():
    with Scope() as session:
        session.add(A())
""",
    "a decorator that commits": """
from functools import wraps

def transactional(function):
    @wraps(function)
    def inner(*args, **kwargs):
        try:
            result = function(*args, **kwargs)
            current.commit()  #> insert a | insert b
            return result
        except Exception:
            current.rollback()
            raise
    return inner

@transactional
def one():
    current.add(A())

@transactional
def other():
    current.add(B())
""",
    "active records": """
class Saved:
    def save(self):
        current.add(self)
        current.commit()  #> insert record | update record

class Record(Saved, Base):
    __tablename__ = "record"
    id = sa.Column(sa.Integer, primary_key=True)
    x = sa.Column(sa.Integer)

def make():
    Record(x=1).save()

def change():
    record = current.query(Record).first()
    record.x = 2
    record.save()
""",
    "stored after a commit": """
def work(session: Session):
    one = A()
    session.add(one)
    session.commit()  #> insert a
    one.x = 1
    session.commit()  #> update a
""",
    "asynchronous": """
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine
make = async_sessionmaker(create_async_engine("x"))

async def work():
    async with make() as session:
        session.add(A())
        await session.commit()  #> insert a
    async with make.begin() as session:  #> insert b
        session.add(B())

async def change(session: AsyncSession):
    one = (await session.execute(sa.select(A))).scalar_one()
    one.x = 1
    await session.commit()  #> update a
""",
    "a session that nobody types": """
def work(session):
    session.add(A())
    session.commit()  #> insert a

def request_work(request):
    request.db_session.add(B())
    request.db_session.commit()  #> insert b

class Service:
    def __init__(self, db):
        self.db = db

    def work(self):
        self.db.add(C())
        self.db.commit()  #> insert c
""",
}


CASES |= {
    "one of several that each commit": """
class Handler:
    def handle(self, session):
        raise NotImplementedError

class ForB(Handler):
    def handle(self, session):
        session.add(B())
        session.commit()  #> insert a, insert b

class ForC(Handler):
    def handle(self, session):
        session.add(C())
        session.commit()  #> insert a, insert c

def work(session: Session, handler: Handler):
    session.add(A())
    handler.handle(session)
    session.add(A())
    session.commit()  #> insert a
""",
    "a column of a row": """
def work(session: Session):
    row = session.execute(sa.select(A.id, A.x)).one()
    if not row.x:
        session.add(B())
        session.commit()  #> insert b
""",
    "a question to a proxy": """
from werkzeug.local import LocalProxy
class Manager:
    held = None
manager = Manager()
proxy = LocalProxy(lambda: manager.held)
def work(session: Session):
    if not proxy:
        raise ValueError
    session.add(B())
    session.commit()  #> insert b
""",
    "a question to a session": """
def work(session: Session, row: A):
    row.x = 1
    if not session.is_modified(row):
        return
    if not session.in_transaction():
        return
    session.commit()  #> update a
""",
    "one of several that commits, another that does not": """
class Handler:
    def handle(self, session):
        session.add(B())

class Committing(Handler):
    def handle(self, session):
        session.add(C())
        session.commit()  #> insert a, insert c

def work(session: Session, handler: Handler):
    session.add(A())
    handler.handle(session)
    session.commit()  #> insert a, insert b
""",
}


SESSIONS = (
    HEAD.partition("# file: shop/services.py")[0]
    + """
# file: shop/sessions.py
from contextlib import contextmanager
from functools import wraps
from shop import settings

@contextmanager
def open_session(scoped=True):
    factory = getattr(settings, "Current", None) if scoped else settings.Fresh
    if factory is None:
        raise RuntimeError("not configured")
    session = factory()
    try:
        yield session
        session.commit()
    except Exception:
        session.rollback()
        raise

def provide_session(function):
    @wraps(function)
    def wrapper(*args, **kwargs):
        if "session" in kwargs:
            return function(*args, **kwargs)
        with open_session() as session:
            return function(*args, session=session, **kwargs)
    return wrapper

# file: shop/settings.py
from sqlalchemy import create_engine
from sqlalchemy.orm import scoped_session, sessionmaker
Current: scoped_session | None = None
Fresh: sessionmaker | None = None

def configure():
    global Current, Fresh
    Fresh = sessionmaker(create_engine("sqlite://"))
    Current = scoped_session(Fresh)
"""
)
"""Sessions that come about when the program starts: nothing at the top of a module makes one."""


@pytest.mark.parametrize("case", CASES)
def test_a_unit_of_work(case: str) -> None:
    assert_touches(HEAD + CASES[case])


def test_what_is_not_seen_before_a_commit_is_its_blind_spot() -> None:
    scan = assert_touches(
        HEAD
        + """
def work(session: Session, carrier, printer):
    session.add(A())
    carrier.hand_over()
    session.commit()  #> insert a
    session.add(B())
    session.commit()  #> insert b
    printer.print_all()
"""
    )
    first, second = scan.transactions
    assert [spot.reason for spot in first.blind_spots] == ["call of carrier.hand_over is not resolved"]
    assert not second.blind_spots, "what comes before the last commit and behind this one is not in it"


def test_each_function_that_is_provided_with_a_session_is_a_unit_of_work() -> None:
    scan = assert_transactions(
        SESSIONS
        + """
# file: shop/services.py
from shop.models import *
from shop.sessions import provide_session

@provide_session
def larger(session=None):
    session.add(A())
    session.add(B())

@provide_session
def smaller(session=None):
    session.add(A())

@provide_session
def calling(session=None):
    session.add(C())
    smaller(session=session)

def entering():
    smaller()
""",
        *(
            f"{kind} on services.{function}"
            for kind in ("unit_of_work sessions.open_session", "block sessions.provide_session.<locals>.wrapper")
            for function in ("larger", "smaller", "calling")
        ),
    )
    written = {(one.kind, one.receiver): {each.table for each in one.accesses} for one in scan.transactions}
    for kind in ("unit_of_work", "block"):
        assert written[kind, "shop.services.larger"] == {"a", "b"}
        assert written[kind, "shop.services.smaller"] == {"a"}, "what another one covers is a transaction all the same"
        assert written[kind, "shop.services.calling"] == {"a", "c"}


def test_an_operation_runs_where_its_dependency_yields() -> None:
    assert_transactions(
        SESSIONS
        + """
# file: shop/app.py
from typing import Annotated
from fastapi import Depends, FastAPI
from sqlalchemy.orm import Session
from shop.models import *
from shop.sessions import open_session
app = FastAPI()

def session_of_request():
    with open_session(scoped=False) as session:
        yield session

Given = Annotated[Session, Depends(session_of_request)]

@app.post("/both")
def both(session: Given):
    session.add(A())
    session.add(B())

@app.post("/one")
def one(session: Given):
    session.add(A())
""",
        "block app.session_of_request on app.both",
        "block app.session_of_request on app.one",
        "unit_of_work sessions.open_session on app.both",
        "unit_of_work sessions.open_session on app.one",
    )


def test_callers_of_one_helper_that_commits_are_kept_apart() -> None:
    many = range(40)
    models = "".join(
        f'class Row{one}(Base):\n    __tablename__ = "rows{one}"\n    id = Column(Integer, primary_key=True)\n'
        for one in many
    )
    callers = "".join(f"def create{one}():\n    create(Row{one}())\n" for one in many)
    assert_touches(f"""
from shop.models import *
def commit():
    session.commit()  #> {" | ".join(f"insert rows{one}" for one in many)}

def create(row):
    session.add(row)
    commit()

{callers}
# file: shop/models.py
from sqlalchemy import Column, Integer, create_engine
from sqlalchemy.orm import declarative_base, scoped_session, sessionmaker
session = scoped_session(sessionmaker(create_engine("sqlite://")))
Base = declarative_base()
{models}""")


@pytest.mark.parametrize("begins", ["", "async "])
@pytest.mark.parametrize(
    "helper",
    [
        "    {begins}with SessionLocal.begin() as session:\n        yield session",
        "    session = SessionLocal()\n    yield session\n    session.commit()",
        (
            "    session = SessionLocal()\n    try:\n        yield session\n        session.commit()\n"
            "    finally:\n        session.close()"
        ),
    ],
    ids=["begun", "committed", "closed"],
)
def test_a_loop_over_a_generator_of_sessions_is_in_its_transaction(helper: str, begins: str) -> None:
    scan = assert_touches(f"""{HEAD}
{begins}def sessions():
{helper.format(begins=begins)}

{begins}def placed():
    {begins}for session in sessions():  #> insert a, insert b
        session.add(A())
        session.add(B())

{begins}def looked():
    {begins}for session in sessions():
        session.query(A).all()  #= read a
""")
    assert {frozenset(one.bound_tables) for one in scan.transactions if one.bound_tables} == {frozenset({"a", "b"})}


def test_rows_that_are_given_one_by_one_each_in_a_transaction() -> None:
    assert_touches("""
def tags():
    for tag in Tag.objects.all():
        with transaction.atomic():
            yield tag

def run():
    for tag in tags():  #> update shop_tag, insert shop_log
        tag.save()
        Log.objects.create()
    Order.objects.create()
""")


WRAPPED = """
# file: shop/models.py
from sqlalchemy import Column, Integer
from sqlalchemy.orm import declarative_base
Base = declarative_base()
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
class Note(Base):
    __tablename__ = "notes"
    id = Column(Integer, primary_key=True)
# file: shop/db.py
from contextlib import contextmanager
from sqlalchemy.orm import scoped_session, sessionmaker
class Database:
    store = scoped_session(sessionmaker())
    def commit(self):
        self.store.commit()  #> insert orders | insert notes
db = Database()
@contextmanager
def transaction():
    try:
        yield
    except ValueError:
        db.store.rollback()
        raise
    else:
        db.commit()
@contextmanager
def outer():
    with transaction():
        yield db.store
# file: shop/services.py
from shop.db import db, outer, transaction
from shop.models import *
"""


@pytest.mark.parametrize(
    "code",
    [
        """
def buy():
    with transaction():  #> insert orders
        db.store.add(Order())
def note():
    with outer() as store:  #> insert notes
        store.add(Note())
""",
        """
@transaction()
def buy():
    db.store.add(Order())
@transaction()
def note():
    db.store.add(Note())
""",
    ],
)
def test_a_helper_that_commits_by_a_method_of_its_own(code: str) -> None:
    assert_touches(WRAPPED + code)
