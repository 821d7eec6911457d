"""Tables that stand beside their classes: `__table__ = orders`."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import Session, declarative_base, relationship
Base = declarative_base()
users = sa.Table("users", Base.metadata, sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String))
orders = sa.Table(
    "orders", Base.metadata, sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("user_id", sa.ForeignKey("users.id")), sa.Column("note", sa.String),
)

class User(Base):
    __table__ = users
    label = users.c.name
    shown = None

class Order(Base):
    __table__ = orders
    user = relationship(User, backref="orders", foreign_keys=[__table__.c.user_id])
"""
CHANGES = {
    "order.note = 'sold'": "update orders",
    "user.label = 'new'": "update users",
    "user.name = 'new'": "update users",
    "user.shown = True": "nothing",
    "setattr(order, 'note', 'sold')": "update orders",
    "order.user = user": "update orders",
    "user.orders.append(Order(note='new'))": "insert orders",
}
READS = [
    "sa.func.max(users.c.name)",
    "users.c['name']",
    "users.columns.name",
    "*[one for one in users.c]",
    "users.c.id",
]


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_a_column(change: str) -> None:
    assert_touches(f"""
def work(session: Session):
    order, user = session.get(Order, 1), session.get(User, 1)
    {change}
    session.commit()  #> {CHANGES[change]}
{MODELS}""")


@pytest.mark.parametrize("column", READS)
def test_columns_of_a_table_as_expressions(column: str) -> None:
    assert_touches(f"""
def work(session: Session):
    session.execute(sa.select({column})).all()  #= read users
{MODELS}""")
