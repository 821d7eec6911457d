"""What generic code does to rows: attributes and relationships whose names only a run can tell, rows after a commit."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Session, relationship, sessionmaker
SessionLocal = sessionmaker()

class Base(DeclarativeBase):
    @classmethod
    def create(cls, session, data, **links):
        values = dict(data)
        values.update(links)
        row = cls(**values)
        session.add(row)
        session.flush()
        return row

    def update(self, session, values):
        for name, value in values.items():
            setattr(self, name, value)

    def serialize(self, names):
        return {name: getattr(self, name) for name in names}

order_tags = sa.Table("order_tags", Base.metadata,
    sa.Column("order_id", sa.ForeignKey("orders.id")), sa.Column("tag_id", sa.ForeignKey("tags.id")))

class Customer(Base):
    __tablename__ = "customers"
    id = sa.Column(sa.Integer, primary_key=True)

class Tag(Base):
    __tablename__ = "tags"
    id = sa.Column(sa.Integer, primary_key=True)

class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
    total = sa.Column(sa.Integer)
    customer_id = sa.Column(sa.ForeignKey("customers.id"))
    agent_id = sa.Column(sa.ForeignKey("customers.id"))
    customer = relationship(Customer, foreign_keys=[customer_id])
    agent = relationship(Customer, foreign_keys=[agent_id])
    tags = relationship(Tag, secondary=order_tags)

# file: shop/services.py
from shop.models import *
"""
LINKS = {
    "a list of tags is the tags of an order": """
def run(session: Session, data):
    Order.create(session, data, **{data["name"]: [session.get(Tag, 1)]})
    session.commit()  #> insert orders, insert order_tags
""",
    "a list that it is set to": """
def run(session: Session, order_id, name):
    session.get(Order, order_id).update(session, {name: [session.get(Tag, 1)]})
    session.commit()  #> update orders, insert order_tags, delete order_tags
""",
    "one tag is no list of tags": """
def run(session: Session, data):
    Order.create(session, data, **{data["name"]: session.get(Tag, 1)})
    session.commit()  #> insert orders
""",
    "either of two relationships": """
def run(session: Session, data):
    Order.create(session, data, **{data["name"]: Customer()})
    session.commit()  #> insert orders
""",
}


@pytest.mark.parametrize("case", LINKS)
def test_a_relationship_without_a_name(case: str) -> None:
    assert_touches(MODELS + LINKS[case])


@pytest.mark.parametrize(
    ("before", "reads"),
    [("session.commit()", "read orders"), ("session.flush()", "no read orders"), ("pass", "no read orders")],
)
def test_a_row_that_is_handed_over_after_a_commit(before: str, reads: str) -> None:
    assert_touches(f"""{MODELS}
def total(order):
    return order.total  #= {reads}

def everything(order, names):
    return [getattr(order, name) for name in names]  #= {reads}

def run(names):
    session = SessionLocal()
    order = Order()
    session.add(order)
    {before}
    total(order), everything(order, names)
""")


@pytest.mark.parametrize(("how", "reads"), [("", "update orders, read orders"), (", load=False", "no read orders")])
def test_a_row_of_a_cache_is_merged(how: str, reads: str) -> None:
    assert_touches(f"""{MODELS}
KEPT = {{}}

def run(session: Session):
    KEPT["order"] = session.get(Order, 1)

def later(session: Session):
    session.merge(KEPT["order"]{how})  #= {reads}
""")


@pytest.mark.parametrize("count", [2, 12, 20])
@pytest.mark.parametrize(
    ("does", "op"),
    [
        ("session.query(model).delete()", "delete"),
        ("session.query(model).update({'note': ''})", "update"),
        ("session.execute(sa.delete(model))", "delete"),
    ],
)
def test_a_class_that_is_any_of_many(does: str, op: str, count: int) -> None:
    models = "\n".join(
        f"""
class Kind{one}(Base):
    __tablename__ = "kind{one}"
    id = sa.Column(sa.Integer, primary_key=True)
"""
        for one in range(count)
    )
    held = ", ".join(f"Kind{one}" for one in range(count))
    assert_touches(f"""{MODELS}{models}
def run(session: Session, name):
    model = {{one.__name__: one for one in ({held},)}}[name]
    {does}  #= {", ".join(f"{op} kind{one}" for one in range(count))}
""")


@pytest.mark.parametrize(
    ("does", "blind"),
    [
        ("session.query(model).delete()", True),
        ("session.query(model).update({'note': ''})", True),
        ("session.query(model).all()", True),
        ("session.execute(sa.select(model))", True),
        ("session.execute(model)", True),
        ("session.execute(sa.select(sa.func.now()))", False),
        ("session.query(Order, model).all()", False),
        ("session.query(Order).join(model).all()", True),
        ("session.execute(sa.select(Order).outerjoin(getattr(Order, model)))", True),
        ("session.query(Order).join(Tag, model == Tag.id).all()", False),
        ("session.query(Order).filter(model).all()", False),
    ],
)
def test_a_statement_of_which_no_table_is_known(does: str, *, blind: bool) -> None:
    scan = assert_touches(f"""{MODELS}
def run(session: Session, model):
    session.add(Tag())  #= insert tags
    {does}
    session.commit()
""")
    (found,) = scan.transactions
    assert bool(found.blind_spots) is blind, found.blind_spots
