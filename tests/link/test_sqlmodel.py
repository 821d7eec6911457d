"""SQLModel: what its relationships say by their annotations, and what it calls by names of its own."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
from typing import List, Optional, Union
from sqlmodel import Field, Relationship, SQLModel
class Tagged(SQLModel, table=True):
    order_id: int = Field(foreign_key="order.id", primary_key=True)
    tag_id: int = Field(foreign_key="tag.id", primary_key=True)
class Tag(SQLModel, table=True):
    id: int = Field(primary_key=True)
class Customer(SQLModel, table=True):
    id: int = Field(primary_key=True)
    orders: list["Order"] = Relationship(back_populates="customer", cascade_delete=True)
class Order(SQLModel, table=True):
    id: int = Field(primary_key=True)
    customer_id: int | None = Field(foreign_key="customer.id")
    customer: Optional[Customer] = Relationship(back_populates="orders")
    tags: List[Tag] = Relationship(link_model=Tagged)
    lines: list["Line"] = Relationship(back_populates="order")
    detail: Union["Detail", None] = Relationship(sa_relationship_kwargs={"cascade": "all, delete"})
class Line(SQLModel, table=True):
    id: int = Field(primary_key=True)
    order_id: int | None = Field(foreign_key="order.id")
    order: "Order" = Relationship(back_populates="lines")
class Detail(SQLModel, table=True):
    id: int = Field(primary_key=True)
    order_id: int = Field(foreign_key="order.id")
"""


@pytest.mark.parametrize(
    ("statement", "touched"),
    {
        "order.lines.append(Line())": "insert line, read line",
        "session.add(Line(order=order))": "insert line",
        "print(line.order.customer.id)": "read order, read customer",
        "print(order.detail)": "read detail",
        "order.tags.append(tag)": "insert tagged",
        "session.delete(tag)": "delete tag, no read order",
        "session.delete(customer)": (
            "delete customer, delete order, delete detail, delete tagged, update line, read order, read line"
        ),
    }.items(),
)
def test_relationships_lead_where_their_annotations_say(statement: str, touched: str) -> None:
    assert_touches(f"""{MODELS}
# file: shop/services.py
from sqlmodel import Session
from shop.models import Customer, Line, Order, Tag
def work(session: Session, customer: Customer, order: Order, line: Line, tag: Tag):
    {statement}
    session.commit()  #> {touched}
""")
