"""A class that is asked for while its base is being made has that base in the end."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize("asked", ["row.order.save()", "orders()[0].save()", "order = loaded[0]\n    order.save()"])
def test_what_the_base_is_made_of_asks_for_every_model(asked: str) -> None:
    assert_touches(f"""
# file: shop/db.py
from sqlalchemy import MetaData
from sqlalchemy.orm import registry
from shop.conf import setting
metadata = MetaData(schema=setting("schema", 1))
mapper_registry = registry(metadata=metadata)
Base = mapper_registry.generate_base()
# file: shop/conf.py
def setting(name, row):
    {asked}
    return name
def orders():
    return loaded
# file: shop/rows.py
from sqlalchemy.orm import Mapped, Session, mapped_column
from shop.db import Base
class Callback(Base):
    __tablename__ = "callback"
    id: Mapped[int] = mapped_column(primary_key=True)
class Executor(Callback):
    pass
def work(session: Session):
    session.add(Executor())  #= insert callback
""")


def test_a_decorator_that_makes_a_base_asks_for_no_model_before_all_are_found() -> None:
    assert_touches("""
# file: shop/access.py
from typing import Generic, TypeVar
T = TypeVar("T")
class Accessible(Generic[T]):
    pass
def register(name):
    def decorator(cls):
        for order in orders:
            order.names
        return cls
    return decorator
# file: shop/models.py
from django.db import models
from elsewhere.models import Label
from shop.access import Accessible, register
class Customer(models.Model):
    pass
@register("order")
class Order(models.Model):
    pass
class Report(Accessible[Order]):
    pass
class Tag(Label):
    order = models.ForeignKey("Order", on_delete=models.CASCADE, related_name="labels")
class Tagging(models.Model):
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="taggings")
# file: shop/services.py
from shop.models import *
def look(tagging: Tagging):
    tagging.tag.pk  #= read shop_tag
def drop(tag: Tag):
    tag.delete()  #= delete shop_tag, delete shop_tagging
""")
