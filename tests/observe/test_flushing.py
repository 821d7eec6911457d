"""What a session of SQLAlchemy flushes is recorded as written by who added, changed or deleted the object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.observe.frames import Sources
from boundary.observe.rows import Recording
from boundary.observe.sqlalchemy import SqlAlchemyRecorder
from tests.observe.applications import loaded

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION = """
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, relationship, sessionmaker
from sqlalchemy.pool import StaticPool

engine = sa.create_engine("sqlite://", poolclass=StaticPool)
Base = declarative_base()
Session = sessionmaker(bind=engine)
between = sa.Table("between", Base.metadata, sa.Column("a", sa.ForeignKey("orders.id")),
                   sa.Column("b", sa.ForeignKey("tags.id")))

class Tag(Base):
    __tablename__ = "tags"
    id = sa.Column(sa.Integer, primary_key=True)

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    total = sa.Column(sa.Integer)
    tags = relationship(Tag, secondary=between)

class Log(Base):
    __tablename__ = "logs"
    id = sa.Column(sa.Integer, primary_key=True)

class Note(Base):
    __tablename__ = "notes"
    id = sa.Column(sa.Integer, primary_key=True)
    text = sa.Column(sa.Text)
    def __init__(self, text):
        self.text = text

class Long(Note):
    def __init__(self, text):
        super().__init__(text)
        self.text += text

class Box:
    def __init__(self, note):
        note.text = "boxed"

Base.metadata.create_all(engine)

def note(session):
    made = Long("a")
    session.add(made)
    return made

def keep(session, made):
    session.add(made)

def add(session):
    order = Order(total=1)
    session.add(order)
    return order

def change(order):
    order.total = 2

def tag(order):
    order.tags.append(Tag())

def delete(session, order):
    session.delete(order)

def ask(session):
    return session.query(Log).all()

def commit(session):
    session.commit()
"""
TESTS = """
def test_all(shop):
    session = shop.Session()
    session.add(shop.Log())  # what a test makes
    shop.ask(session)
    order = shop.add(session)
    shop.ask(session)
    shop.change(order)
    shop.ask(session)
    shop.tag(order)
    shop.commit(session)
    shop.delete(session, order)
    shop.note(session)
    shop.keep(session, shop.Note("b"))  # made by the test, added by the application
    shop.commit(session)
    shop.Box(session.query(shop.Note).first())
    shop.commit(session)
"""


def test_what_is_flushed_is_written_by_who_changed_it(tmp_path: Path) -> None:
    shop = loaded(tmp_path, APPLICATION)
    tests = loaded(tmp_path, TESTS, "test_shop")
    recording = Recording("shop")
    recorder = SqlAlchemyRecorder(Sources([tmp_path]), recording)
    recorder.install()
    try:
        tests.test_all(shop)
    finally:
        recorder.uninstall()
    rows = [*recording.outside.rows(), *(one for row in recording.transaction_rows() for one in row["statements"])]
    written = {(row["func"], row["op"], row["table"]) for row in rows if row["op"] != "select"}
    assert written == {
        ("add", "insert", "orders"), ("change", "update", "orders"), ("tag", "insert", "tags"),
        ("commit", "insert", "between"), ("commit", "delete", "between"), ("delete", "delete", "orders"),
        ("note", "insert", "notes"), ("keep", "insert", "notes"), ("Box.__init__", "update", "notes"),
    }  # fmt: skip
