"""Tables whose names the base of the models makes, when a class is defined."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables

START = """
# file: shop/models.py
import sqlalchemy as sa
from pydantic_settings import BaseSettings
from sqlalchemy.orm import DeclarativeBase
class Settings(BaseSettings):
    prefix: str = "shop_"
settings = Settings()
def prefixed(name):
    return f"{settings.prefix}{name}"
class Names:
    def __init_subclass__(cls, **kwargs):
        cls.__tablename__ = prefixed(cls.__tablename__)
        super().__init_subclass__(**kwargs)
"""
MODELS = """
class Order(Base):
    __tablename__ = "orders"
    id = sa.Column(sa.Integer, primary_key=True)
class Gift(Order):
    __tablename__ = "gifts"
    id = sa.Column(sa.ForeignKey("shop_orders.id"), primary_key=True)
class Line(Base):
    __tablename__ = "lines"
    id = sa.Column(sa.Integer, primary_key=True)
"""


@pytest.mark.parametrize(
    "base",
    [
        """
class Base(DeclarativeBase):
    def __init_subclass__(cls):
        cls.__tablename__ = prefixed(cls.__tablename__)
        super().__init_subclass__()
""",
        """
class Base(DeclarativeBase):
    def __init_subclass__(cls) -> None:
        cls.__tablename__ = "shop_" + cls.__tablename__
""",
        "\nclass Base(Names, DeclarativeBase):\n    __tablename__ = ''\n",
    ],
)
def test_a_base_that_names_tables(base: str) -> None:
    assert_tables(f"{START}{base}{MODELS}", "shop_gifts", "shop_lines", "shop_orders")


def test_a_base_that_does_something_else() -> None:
    base = """
class Base(DeclarativeBase):
    def __init_subclass__(cls):
        cls.name = prefixed(cls.__name__)
"""
    assert_tables(f"{START}{base}{MODELS}", "gifts", "lines", "orders")


@pytest.mark.parametrize(
    "body",
    ['f"{settings.prefix}{name}"', "settings.prefix + name", '"%s_%s" % ("shop", name)', '"shop_%s" % name'],
)
def test_many_tables_named_by_a_helper(body: str) -> None:
    helper = f"def named(name):\n    return {body}\nclass Base(DeclarativeBase):\n    pass\n"
    key = "id = sa.Column(sa.Integer, primary_key=True)"
    models = "".join(f'class Order{n}(Base):\n    __tablename__ = named("orders_{n}")\n    {key}\n' for n in range(20))
    assert_tables(f"{START}{helper}{models}", *(f"shop_orders_{n}" for n in range(20)))
