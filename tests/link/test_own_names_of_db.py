"""What is `db.Stamped` where the project extends Flask-SQLAlchemy's class?  What its own `__getattr__` gives for it."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize("base", ["Stamped", "db.Stamped"])
@pytest.mark.parametrize(
    "done",
    [
        "db.session.add(Part(user=user))",
        "with db.session.begin_nested():\n        db.session.add(Part(user=user, id=1))",
    ],
)
def test_a_mixin_that_listens(base: str, done: str) -> None:
    assert_touches(f"""
# file: shop/shared.py
import datetime
from flask_sqlalchemy import SQLAlchemy as Plain
from sqlalchemy import Column, DateTime, MetaData, event
class Stamped:
    updated = Column(DateTime)
@event.listens_for(Stamped, "before_update", propagate=True)
def stamp(mapper, connection, target):
    target.updated = datetime.datetime.now()
class SQLAlchemy(Plain):
    def __getattr__(self, name):
        if name == "Instant":
            return DateTime
        if name == "Stamped":
            return Stamped
        return super().__getattr__(name)
db = SQLAlchemy(metadata=MetaData())
# file: shop/models.py
from shop.shared import Stamped, db
class Part(db.Model, {base}):
    __tablename__ = "parts"
    id = db.Column(db.Integer, primary_key=True)
    at = db.Column(db.Instant)
    user_id = db.Column(db.ForeignKey("users.id"))
    user = db.relationship("User", backref="parts")
class User(db.Model, {base}):
    __tablename__ = "users"
    id = db.Column(db.Integer, primary_key=True)
# file: shop/services.py
from shop.models import Part, User
from shop.shared import db
def run(given):
    user = db.session.query(User).filter_by(id=given).one_or_none()
    {done}
    db.session.commit()  #> insert parts, update users
""")
