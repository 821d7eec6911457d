"""Names that seem to put a class below itself: no class is, and what stands above it is followed."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize("base", ["polymorphic.models.PolymorphicModel", "django.db.models.Model", "shop.base.Rows"])
def test_a_class_takes_the_name_of_what_it_is_below(base: str) -> None:
    module, _, name = base.rpartition(".")
    table = f"shop_{name.lower()}"
    assert_touches(f"""
# file: shop/base.py
from django.db import models
class Rows(models.Model):
    class Meta:
        abstract = True
# file: shop/articles.py
from django.db.models import ManyToManyField
from {module} import {name}
class Tag({name}):
    pass
class Paper({name}):
    pass
class {name}(Paper):
    tags = ManyToManyField(Tag)
def written():
    Paper.objects.all().delete()  #= delete shop_paper, delete {table}, delete {table}_tags
def tagged():
    row = {name}.objects.get()  #= read shop_paper, read {table}
    row.tags.clear()  #= delete {table}_tags
""")


def test_two_modules_that_take_each_other_s_class() -> None:
    assert_touches("""
# file: shop/first.py
from django.db import models
from shop.second import Second
class First(Second, models.Model):
    pass
# file: shop/second.py
from shop.first import First
class Second(First):
    pass
# file: shop/work.py
from shop.first import First
def written():
    First.objects.create()  #= insert shop_first
""")


def test_a_class_that_is_its_own_base_twice_removed() -> None:
    assert_touches("""
# file: shop/rows.py
from sqlalchemy import Column, Integer
from sqlalchemy.orm import declarative_base
import shop.rows as rows
Base = declarative_base()
class One(rows.Three, Base):
    __tablename__ = "one"
    id = Column(Integer, primary_key=True)
class Two(One):
    pass
class Three(Two):
    pass
def written(session):
    session.add(One())  #= insert one
    session.commit()
""")
