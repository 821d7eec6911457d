"""Packages that take everything from their modules, which take some of it from the package."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

LINE = """
class Line(Base):
    __tablename__ = "lines"
    id = Column(Integer, primary_key=True)
"""
LINES = {
    "for type checkers, from the package": f"""
if TYPE_CHECKING:
    from . import Order
{LINE}""",
    "for type checkers, by the package's name": f"""
if TYPE_CHECKING:
    from shop.rows import Order
{LINE}""",
    "by way of a module that takes everything, too": f"""
from shop.rows.all import Order
{LINE}
# file: shop/rows/all.py
from shop.rows import *
""",
    "by way of an import of the same name": f"""
from shop.rows.all import Order
{LINE}
# file: shop/rows/all.py
from shop.rows import Order
""",
}

SHOP = """
# file: shop/app.py
from sqlalchemy.orm import Session
from shop.rows import Line, Order
def work(session: Session):
    session.add(Order())
    session.add(Line())
    session.commit()  #> insert orders, insert lines
# file: shop/base.py
from sqlalchemy.orm import declarative_base
Base = declarative_base()
"""


@pytest.mark.parametrize("lines", LINES.values(), ids=LINES)
def test_what_a_module_takes_from_its_own_package_stands_in_a_later_one(lines: str) -> None:
    assert_touches(f"""{SHOP}# file: shop/rows/__init__.py
from .lines import *
from .orders import *
# file: shop/rows/lines.py
from typing import TYPE_CHECKING
from sqlalchemy import Column, Integer
from shop.base import Base
{lines}
# file: shop/rows/orders.py
from sqlalchemy import Column, Integer
from shop.base import Base
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
""")


def test_of_two_modules_with_one_name_the_last_one_wins() -> None:
    assert_touches("""
from shop.first import *
from shop.last import *
def work():
    with transaction.atomic():  #> insert shop_log
        store()
# file: shop/first.py
from shop.models import Tag
def store():
    Tag.objects.create()
# file: shop/last.py
from shop.models import Log
def store():
    Log.objects.create()
""")


def test_what_a_library_s_module_takes_from_its_own_package_stands_in_an_earlier_one() -> None:
    assert_touches("""
def work(pk):
    with transaction.atomic():  #> delete stock_item
        Item.objects.get(pk=pk).delete()
# file: shop/models.py
import stock.models
class Item(stock.models.ItemBase):
    pass
# file: site-packages/stock/__init__.py
# file: site-packages/stock/models/__init__.py
from stock.models.abstract import *
from stock.models.concrete import *
# file: site-packages/stock/models/abstract.py
from django.db import models
class ItemBase(models.Model):
    class Meta:
        abstract = True
        db_table = "stock_item"
# file: site-packages/stock/models/concrete.py
from stock.models import ItemBase
class Item(ItemBase):
    class Meta(ItemBase.Meta):
        abstract = False
""")


LISTED = {
    "a list": "__all__ = ['Line']",
    "a tuple": "__all__ = ('Line',)",
    "a sum": "__all__ = ['Line'] + ['Other']",
    "added to": "__all__ = []\n__all__ += ['Line']",
    "appended": "__all__ = ['Other']\n__all__.append('Line')",
    "extended": "__all__: list[str] = []\n__all__.extend(['Line'])",
}


@pytest.mark.parametrize("listed", LISTED.values(), ids=LISTED)
def test_what_a_module_does_not_list_is_not_taken(listed: str) -> None:
    assert_touches(f"""{SHOP}# file: shop/rows/__init__.py
from .orders import *
from .lines import *
# file: shop/rows/lines.py
from warehouse import Order
from sqlalchemy import Column, Integer
from shop.base import Base
{listed}
{LINE}
# file: shop/rows/orders.py
from sqlalchemy import Column, Integer
from shop.base import Base
class Order(Base):
    __tablename__ = "orders"
    id = Column(Integer, primary_key=True)
""")


@pytest.mark.parametrize(
    ("listed", "statement", "expected"),
    [
        ("__all__ = ['_Order']", "_Order.objects.create()", "insert shop_order"),
        ("__all__ = ['Order', 'orders']", "orders.Order.objects.create()", "insert shop_order"),
        ("", "Order.objects.create()", "insert shop_order"),
        ("__all__ = [name for name in globals()]", "Order.objects.create()", "insert shop_order"),
        ("__all__ = []\nfor name in names:\n    __all__.append(name)", "Order.objects.create()", "insert shop_order"),
        ("__all__ = ['Log', *others]", "Order.objects.create()", "insert shop_order"),
        ("__all__ = ['Log']\n__all__.remove('Log')", "Order.objects.create()", "insert shop_order"),
    ],
)
def test_what_is_listed_is_taken(listed: str, statement: str, expected: str) -> None:
    assert_touches(f"""
# file: shop/kept/__init__.py
from shop.models import Order
from shop.models import Order as _Order
{listed}
# file: shop/kept/orders.py
from shop.models import Order
# file: shop/services.py
from django.db import transaction
from shop.kept import *
def work():
    with transaction.atomic():  #> {expected}
        {statement}
""")


@pytest.mark.parametrize("stars", ["shown, orders", "orders, shown"])
@pytest.mark.parametrize("asked", ["[Shown, OrderPart.shown]", "[OrderPart.shown, Shown]"])
def test_what_a_class_holds_is_known_once_the_package_has_found_it(stars: str, asked: str) -> None:
    """The package asks `orders` for `Shown`, which has it of the package, and finds it in `shown`."""
    assert_touches(f"""
# file: shop/parts/__init__.py
{"".join(f"from .{name} import *{chr(10)}" for name in stars.split(", "))}
# file: shop/parts/shown.py
from shop.models import Order
class Shown:
    def show(self):
        return Order.objects.count()
# file: shop/parts/orders.py
from shop.parts import Shown
class OrderPart:
    shown = Shown()
    def work(self):
        return self.shown.show()
# file: shop/models.py
from django.db import models
class Order(models.Model):
    pass
# file: shop/services.py
from django.db import transaction
from shop.parts import OrderPart, Shown
PARTS = {asked}
def work():
    PARTS.append(None)
    with transaction.atomic():  #> nothing, read shop_order
        OrderPart().work()
""")


STARRED = {
    "dataclasses": "@dataclass\nclass Own:\n    models: list = field(default_factory=lambda: [Log])\n",
    "functools": "def made(model):\n    return model\n",
    "contextlib": "@contextmanager\ndef given():\n    yield Log\n",
    "enum": "class Kind(Enum):\n    LOG = Log\n",
}
USED = {
    "dataclasses": "Own().models[0].objects.create()",
    "functools": "partial(made, Log)().objects.create()",
    "itertools": "[one.objects.create() for one in chain([Log], [])]",
    "contextlib": "ExitStack().enter_context(given()).objects.create()",
    "collections": "OrderedDict([('a', Log)])['a'].objects.create()",
    "operator": "methodcaller('save')(Log())",
    "enum": "Kind.LOG.value.objects.create()",
    "copy": "deepcopy([Log])[0].objects.create()",
    "types": "SimpleNamespace(model=Log).model.objects.create()",
}


@pytest.mark.parametrize("package", USED)
def test_everything_of_a_module_of_python(package: str) -> None:
    assert_touches(f"""
from {package} import *
{STARRED.get(package, "")}
def work():
    with transaction.atomic():  #> insert shop_log
        {USED[package]}
""")


def test_the_language_comes_before_what_a_module_of_python_may_have() -> None:
    assert_touches("""
from os import *
def work():
    with transaction.atomic():  #> insert shop_log
        match list([Log]):
            case [model]:
                model.objects.create()
""")


def test_everything_of_a_library_that_is_read_in_part() -> None:
    assert_touches("""
# file: shop/services.py
from django.db.models import *
from shop.models import *
def work():
    list(Order.objects.annotate(n=Window(Sum("total"), partition_by=F("customer__name"))))  #= read shop_customer
""")


def test_what_another_module_binds_comes_before_what_is_not_read() -> None:
    assert_touches("""
# file: shop/rows.py
from shop.models import Log
def made():
    return Log()
# file: shop/common.py
from functools import *
from typing import *
# file: shop/services.py
from django.db import transaction
from shop.rows import *
from shop.common import *
def save(row):
    row.save()
def work():
    with transaction.atomic():  #> insert shop_log
        partial(save, made())()
""")


SET_LATER = """
# file: shop/extensions.py
store = None
# file: shop/core.py
from shop.models import *
{made}
class Store:
    def save(self):
        Order.objects.create()
def setup():
    global store
    store = Store()
# file: shop/services.py
from django.db import transaction
{imported}
"""
IN_TRANSACTION = "with transaction.atomic():  #> insert shop_order\n        "


@pytest.mark.parametrize(
    "made", ["from shop.extensions import *", "from shop.extensions import store", "store = None", ""]
)
@pytest.mark.parametrize(
    "imported",
    [
        f"from shop.core import store\ndef work():\n    {IN_TRANSACTION}store.save()",
        f"def work():\n    from shop.core import store\n    {IN_TRANSACTION}store.save()",
        f"from shop import core\ndef work():\n    {IN_TRANSACTION}core.store.save()",
        f"import shop.core\ndef work():\n    {IN_TRANSACTION}shop.core.store.save()",
    ],
)
def test_a_variable_that_a_function_sets_anew(made: str, imported: str) -> None:
    assert_touches(SET_LATER.format(made=made, imported=imported))
