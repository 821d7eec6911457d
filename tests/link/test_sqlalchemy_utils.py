"""What do the mixins of SQLAlchemy-Utils write?  `Timestamp` stamps each row that changes, if only in a collection."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    ("expected", "done"),
    [
        ("insert tokens, update users", "session.add(Token(user=user))"),
        ("insert tokens, update users", "user.tokens.append(Token())"),
        ("update users", "user.name = 'a'"),
        ("insert tokens", "session.add(Token())"),
    ],
)
@pytest.mark.parametrize(
    "imported", ["from sqlalchemy_utils import Timestamp", "from sqlalchemy_utils.models import Timestamp"]
)
def test_a_row_that_is_stamped(imported: str, expected: str, done: str) -> None:
    assert_touches(f"""
{imported}
from sqlalchemy_utils import EncryptedType, UUIDType
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, relationship, sessionmaker
session = sessionmaker()()
Base = declarative_base()
class User(Base, Timestamp):
    __tablename__ = "users"
    id = sa.Column(UUIDType, primary_key=True)
    name = sa.Column(EncryptedType(sa.String, "key"))
    tokens = relationship("Token", backref="user")
class Token(Base, Timestamp):
    __tablename__ = "tokens"
    id = sa.Column(sa.Integer, primary_key=True)
    user_id = sa.Column(sa.ForeignKey("users.id"))
def run(given):
    user = session.get(User, given)
    {done}
    session.commit()  #> {expected}
""")
