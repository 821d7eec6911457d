"""Packages that load their modules when a name of them is first asked for."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

PACKAGES = {
    "told": """
import lazy_loader as lazy
__getattr__, __dir__, __all__ = lazy.attach(__name__, submod_attrs={"orders": ["Order"]})
""",
    "by position": """
import lazy_loader
__getattr__, __dir__, __all__ = lazy_loader.attach(__name__, {"orders"}, {"orders": ("Order",), "lines": ()})
""",
    "a stub": """
import lazy_loader as lazy
__getattr__, __dir__, __all__ = lazy.attach_stub(__name__, __file__)
""",
    "a stub, and the names": """
from lazy_loader import attach_stub
__getattr__, __dir__, __all__ = attach_stub(__name__, __file__)
__all__ = ["Order"]
""",
}


@pytest.mark.parametrize("listed", ["", '__all__ = ["Order"]'], ids=["", "listed"])
@pytest.mark.parametrize("package", PACKAGES.values(), ids=PACKAGES)
def test_names_that_a_package_takes_from_its_modules(package: str, listed: str) -> None:
    assert_touches(f"""
# file: shop/rows/base.py
from sqlalchemy.orm import DeclarativeBase
class Base(DeclarativeBase):
    pass
# file: shop/rows/orders.py
from sqlalchemy.orm import Mapped, mapped_column
from .base import Base
{listed}
class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
# file: shop/rows/__init__.py
{package}
# file: shop/app.py
from sqlalchemy.orm import Session
from .rows import Order
def work(session: Session):
    session.add(Order())
    session.commit()  #> insert orders
""")


def test_the_base_of_a_class_comes_from_such_a_package() -> None:
    assert_touches("""
# file: shop/rows/base.py
from sqlalchemy.orm import DeclarativeBase
class Base(DeclarativeBase):
    pass
# file: shop/rows/__init__.py
import lazy_loader
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
# file: shop/orders.py
from sqlalchemy.orm import Mapped, Session, mapped_column
from shop.rows import Base
class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
def work(session: Session):
    session.add(Order())
    session.commit()  #> insert orders
""")


PLUGGED = {
    "by their names": """
for found in pkgutil.iter_modules(shop.plugins.__path__, shop.plugins.__name__ + "."):
            importlib.import_module(found.name).run()""",
    "as tuples": """
for _, name, _ in pkgutil.iter_modules(shop.plugins.__path__):
            importlib.import_module(f"shop.plugins.{name}").run()""",
    "in the package itself": """
for run in shop.plugins.handlers():
            run()""",
}


@pytest.mark.parametrize("case", PLUGGED)
def test_modules_that_a_package_is_searched_for(case: str) -> None:
    assert_touches(f"""
import importlib, pkgutil
import shop.plugins
def work():
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        {PLUGGED[case].strip()}
# file: shop/plugins/__init__.py
import importlib, pkgutil
def handlers():
    found = []
    for one in pkgutil.walk_packages(__path__, prefix=__name__ + "."):
        found.append(importlib.import_module(one.name).run)
    return found
# file: shop/plugins/first.py
from shop.models import *
def run():
    Log.objects.create()
# file: shop/plugins/second.py
from shop.models import *
def run():
    Tag.objects.create()
# file: shop/others.py
from shop.models import *
def run():
    Stock.objects.create()
""")


LISTED = [
    '{"Base": "shop.rows.base"}',
    '{"Base": ".base"}',
    '{"Base": "shop.rows.base.Base"}',
    '{"Base": ("shop.rows.base", "Base", True)}',
    '{".base": ["Base", "Other"]}',
]


@pytest.mark.parametrize("listed", LISTED)
def test_what_a_function_of_the_package_looks_up_in_a_dict(listed: str) -> None:
    assert_touches(f"""
# file: shop/rows/base.py
from sqlalchemy.orm import DeclarativeBase
class Base(DeclarativeBase):
    pass
# file: shop/rows/__init__.py
import importlib
LATE = {listed}
def __getattr__(name):
    found = LATE.get(name)
    if not found:
        raise AttributeError(name)
    return loaded(found, name)
# file: shop/orders.py
from sqlalchemy.orm import Mapped, Session, mapped_column
from shop.rows import Base
class Order(Base):
    __tablename__ = "orders"
    id: Mapped[int] = mapped_column(primary_key=True)
class Rush(Order):
    pass
def work(session: Session):
    session.add(Rush())
    session.commit()  #> insert orders
""")
