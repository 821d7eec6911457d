"""What pydantic's models read of the rows that they are made from."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.mapped import MODELS

OUT = """
from pydantic import BaseModel
class CustomerOut(BaseModel):
    id: int
class Out(BaseModel):
    id: int
class OrderOut(Out):
    customer: CustomerOut | None = None
    tags: list[Out] = []
class LineOut(BaseModel):
    order: OrderOut
class PlainOut(BaseModel):
    id: int
class ToldOut(BaseModel):
    number: int
    def model_dump(self, **kwargs):
        return super().model_dump(**kwargs) | {"told": True}
    def dict(self):
        return super().model_dump()
"""
READ = {
    "OrderOut.model_validate(order)": "read orders, read customers, read links, read tags",
    "OrderOut.from_orm(order)": "read orders, read customers, read links, read tags",
    "[OrderOut.model_validate(one) for one in [order]]": "read orders, read customers, read links, read tags",
    "LineOut(order=order)": "read orders, read customers, read links, read tags",
    "LineOut.model_validate(session.get(Line, 1))": "read lines, read orders, read customers, read links, read tags",
    "PlainOut.model_validate(order)": "read orders, no read customers, no read tags",
    "OrderOut.model_validate({'id': 1})": "read orders, no read customers, no read tags",
}


@pytest.mark.parametrize("statement", READ)
def test_the_fields_are_read(statement: str) -> None:
    assert_touches(f"""{OUT}
def work(session: Session):
    order = session.get(Order, 1)
    {statement}
    session.commit()  #> {READ[statement]}
{MODELS}""")


DUMPED = {
    "Order(**data.model_dump(exclude={'tags'}))": "insert orders",
    "order = Order()\n    for name in data.dict():\n        if name == 'tags': setattr(order, name, [Tag()])":
        "insert orders, insert links, insert tags",
    "order = Order()\n    for name in data.dict(include={'id'}):\n        if name == 'tags': order.tags = [Tag()]":
        "insert orders",
    "order = Order(tags=[Tag(**one) for one in data.model_copy().model_dump()['tags']])":
        "insert orders, insert links, insert tags",
    "order = Order()\n    for name, value in data.model_dump().items():\n        if name == 'customer':\n"
    "            setattr(order, name, Customer(**value))": "insert orders, insert customers",
    "order = Order()\n    for name in ToldOut(number=1).dict():\n        if name == 'tags': order.tags = [Tag()]":
        "insert orders",
}  # fmt: skip


@pytest.mark.parametrize("statement", DUMPED)
def test_the_fields_are_the_keys_of_a_dump(statement: str) -> None:
    code = statement if statement.startswith("order") else f"order = {statement}"
    assert_touches(f"""{OUT}
def work(session: Session, data: OrderOut):
    {code}
    session.add(order)
    session.commit()  #> {DUMPED[statement]}
{MODELS}""")


@pytest.mark.parametrize(
    "validator",
    [
        '@field_validator("number")\n    @classmethod\n    def check(cls, value):',
        '@model_validator(mode="before")\n    @classmethod\n    def check(cls, data):',
        '@validator("number")\n    def check(cls, value):',
        "@root_validator\n    def check(cls, values):",
        "def model_post_init(self, context):",
    ],
)
@pytest.mark.parametrize("made", ["Number(number=1)", "Number.model_validate({})", "Below(number=1)"])
def test_validators_run_where_an_object_is_made(validator: str, made: str) -> None:
    assert_touches(f"""
from pydantic import BaseModel, field_validator, model_validator, root_validator, validator
class Number(BaseModel):
    number: int
    {validator}
        Log.objects.create()
class Below(Number):
    pass
def work():
    with transaction.atomic():  #> insert shop_log
        {made}
""")
