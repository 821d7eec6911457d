"""SQLAlchemy: `User(**data)` and `setattr(user, name, value)` set whatever property has a setter."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
from sqlalchemy import Column, ForeignKey, Integer, String
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()

class Named:
    @property
    def title(self):
        return ""

    def _get(self):
        return self.local

    def _set(self, value):
        self.notes.append(Note())

    note = property(_get, _set)

class User(Named, Base):
    __tablename__ = "users"
    id = Column(Integer, primary_key=True)
    local = relationship("Local", uselist=False)
    notes = relationship("Note")

    @hybrid_property
    def name(self):
        return self.local.name

    @name.setter
    def name(self, value):
        self.local = Local(name=value)

    @name.expression
    def name(cls):
        return Local.name

    @classmethod
    def from_dict(cls, given):
        values = given.copy()
        values["extra"] = {key: values.pop(key) for key in given}
        return cls(**values)

class Local(Base):
    __tablename__ = "locals"
    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey("users.id"))
    name = Column(String)

class Note(Base):
    __tablename__ = "notes"
    id = Column(Integer, primary_key=True)
    user_id = Column(ForeignKey("users.id"))
# file: shop/api.py
from sqlalchemy.orm import Session
from shop.models import User
"""


@pytest.mark.parametrize(
    "code",
    [
        """
def make(session: Session, given: dict):
    with session.begin():  #> insert users, insert locals, insert notes
        session.add(User(**given))
""",
        """
def make(session: Session, given):
    with session.begin():  #> insert users, insert locals, insert notes
        user = User.from_dict(given)
        session.add(user)
""",
        """
def make(session: Session, given):
    with session.begin():  #> insert users, insert locals
        session.add(User(name=given))
""",
        """
def make(session: Session, given: dict):
    with session.begin():  #> insert users
        session.add(User(**{"id": given["id"]}))
""",
        """
def make(session: Session):
    with session.begin():  #> insert users, insert locals, insert notes
        user = User()
        session.add(user)
        for key, value in read().items():
            setattr(user, key, value)
""",
    ],
)
def test_what_has_a_setter_is_set(code: str) -> None:
    assert_touches(MODELS + code)
