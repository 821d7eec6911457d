"""What is `self.query` of a row?  That of its class: models of Flask-SQLAlchemy ask and delete by it."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    ("expected", "done"),
    [
        ("delete parts", "self.query.filter_by(id=self.id).delete()"),
        ("update parts", "self.query.filter(Part.id > self.id).update({'id': 1})"),
        ("insert notes", "self.query.of_notes(self)"),
    ],
)
def test_a_method_of_a_model(expected: str, done: str) -> None:
    assert_touches(f"""
from flask_sqlalchemy import SQLAlchemy
from flask_sqlalchemy.query import Query
class Parts(Query):
    def of_notes(self, part):
        db.session.add(Note())
db = SQLAlchemy()
class Note(db.Model):
    __tablename__ = "notes"
    id = db.Column(db.Integer, primary_key=True)
class Part(db.Model):
    __tablename__ = "parts"
    query_class = Parts
    id = db.Column(db.Integer, primary_key=True)
    def remove(self):
        {done}
        return self
def run(given):
    part = db.session.query(Part).filter_by(id=given).one_or_none()
    part.remove()
    db.session.commit()  #> {expected}
""")


def test_a_column_of_that_name() -> None:
    assert_touches("""
from flask_sqlalchemy import SQLAlchemy
db = SQLAlchemy()
class Search(db.Model):
    __tablename__ = "searches"
    id = db.Column(db.Integer, primary_key=True)
    query = db.Column(db.String)
def run(given):
    search = db.session.get(Search, given)
    search.query.delete()
    db.session.commit()  #> nothing
""")
