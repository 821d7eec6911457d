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


PLAIN = """
# file: shop/models.py
from typing import ClassVar
from sqlalchemy import JSON, Column
from sqlalchemy.ext.mutable import MutableDict
from sqlmodel import Field, Relationship, SQLModel
class Named(SQLModel):
    name: str
    note: str | None = None
class Customer(SQLModel, table=True):
    id: int = Field(primary_key=True)
class Order(Named, table=True):
    id: int = Field(primary_key=True)
    title: str
    version: str | None = None
    paid: bool = False
    extra: dict = Field(default_factory=dict, sa_column=Column(MutableDict.as_mutable(JSON)))
    kinds: ClassVar[list[str]] = []
    customer_id: int = Field(foreign_key="customer.id")
    customer: Customer = Relationship()
class Parcel(SQLModel, table=True):
    id: int = Field(primary_key=True)
    customer_id: int = Field(foreign_key="customer.id")
    customer: Customer = Relationship()
    @classmethod
    def model_validate(cls, obj, **kwargs):
        made = super().model_validate(obj, **kwargs)
        made.customer = Customer()
        return made
class OrderIn(Named):
    urgent: bool = False
class CustomerOut(SQLModel):
    id: int
class OrderOut(Named):
    customer: CustomerOut | None = None
class Entry(SQLModel, table=True):
    id: int = Field(primary_key=True)
    title: str
"""


@pytest.mark.parametrize(
    ("statement", "touched"),
    {
        "order.title = 'x'": "update order",
        "order.note = 'x'": "update order",
        "order.kinds = []": "nothing",
        "if order.version is not None: session.add(Entry())": "insert entry",
        "if order.paid: session.add(Entry())": "insert entry",
        "if data.urgent: session.add(Entry())": "insert entry",
        "if data.note: session.add(Entry())": "insert entry",
        "session.exec(select(Order).where(Order.title.in_(['x']), Order.version.is_(None)))": "read order",
        "session.add(Order(**data.model_dump()))": "insert order",
        "session.add(Order(**order.model_dump(exclude={'id'})))": "insert order, no read customer",
        "session.add(Order.model_validate(data))": "insert order",
        "session.add(Order.model_validate(data, update={'note': 'x'}))": "insert order",
        "session.add(Parcel.model_validate({}))": "insert parcel, insert customer",
        "OrderOut.model_validate(order)": "read customer",
        "order.sqlmodel_update(data.model_dump(exclude_unset=True))": "update order",
        "print(order.model_dump_json())": "nothing",
        "session.add(Order.model_construct(title='x'))": "insert order",
        "order.extra['x'] = 1": "update order",
        "for one in session.exec(select(Order)): one.title = 'x'": "update order",
        "for one, other in session.exec(select(Order, Entry)): other.title = 'x'": "update entry",
        "session.exec(select(Order.id, Entry)).one()[1].title = 'x'": "update entry",
    }.items(),
)
def test_fields_are_columns_whatever_they_begin_with(statement: str, touched: str) -> None:
    assert_touches(f"""{PLAIN}
# file: shop/services.py
from sqlmodel import Session, select
from shop.models import Entry, Order, OrderIn, OrderOut, Parcel
def work(session: Session, order: Order, data: OrderIn):
    {statement}
    session.commit()  #> {touched}
""")
