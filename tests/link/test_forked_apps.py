"""Apps of the project that stand for those of a library: what they take from it, and what is asked for by name."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

LIBRARY = """
# file: site-packages/market/loading.py
from django.apps import apps
def get_model(app_label, model_name):
    try:
        return apps.get_model(app_label, model_name)
    except LookupError:
        raise
def get_class(module_label, classname, module_prefix="market"):
    return get_classes(module_label, [classname], module_prefix)[0]
def get_classes(module_label, classnames, module_prefix="market"):
    return loader()(module_label, classnames, module_prefix)
def is_registered(app_label, model_name):
    try:
        apps.get_registered_model(app_label, model_name)
    except LookupError:
        return False
    return True
# file: site-packages/market/basket/abstract_models.py
from django.db import models
class AbstractBasket(models.Model):
    class Meta:
        abstract = True
        app_label = "basket"
    def add(self):
        self.lines.create()
class AbstractLine(models.Model):
    basket = models.ForeignKey("basket.Basket", models.CASCADE, related_name="lines")
    class Meta:
        abstract = True
        app_label = "basket"
class LineNote(models.Model):
    line = models.ForeignKey("basket.Line", models.CASCADE)
    class Meta:
        app_label = "basket"
# file: site-packages/market/basket/prices.py
class Prices:
    def note(self, basket):
        basket.lines.create()
# file: site-packages/market/basket/models.py
from market.basket.abstract_models import *
from market.basket.abstract_models import AbstractBasket, AbstractLine
from market.loading import is_registered
if not is_registered("basket", "Basket"):
    class Basket(AbstractBasket):
        pass
if not is_registered("basket", "Line"):
    class Line(AbstractLine):
        pass
"""
APPS = """
# file: config/settings.py
INSTALLED_APPS = ["market", "market.search", "shop.basket"]
# file: shop/basket/models.py
from django.db import models
from market.basket.abstract_models import AbstractBasket
class Basket(AbstractBasket):
    pass
class Note(models.Model):
    pass
from market.basket.models import *
# file: shop/basket/notes.py
class Notes:
    def write(self):
        get_model("basket", "Note").objects.create()
from market.loading import get_model
"""


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("basket.add()", "insert basket_line"),
        ("basket.lines.create()", "insert basket_line"),
        ("basket.lines.all().delete()", "delete basket_line, delete basket_linenote"),
        ("basket.delete()", "delete basket_basket, delete basket_line, delete basket_linenote"),
        ("Line.objects.create(basket=basket)", "insert basket_line"),
        ("get_model('basket', 'Line').objects.create()", "insert basket_line"),
        ("get_model('basket', 'Note').objects.create()", "insert basket_note"),
        ("get_class('basket.notes', 'Notes')().write()", "insert basket_note"),
        ("get_classes('basket.notes', ['Notes'])[0]().write()", "insert basket_note"),
        ("Prices().note(basket)", "insert basket_line"),
    ],
)
def test_an_app_that_stands_for_one_of_a_library(statement: str, expected: str) -> None:
    assert_touches(f"""
# file: shop/services.py
from django.db import transaction
from market.loading import get_class, get_classes, get_model
from shop.basket.models import Basket, Line
class Prices(get_class("basket.prices", "Prices")):
    pass
def work(basket: Basket):
    with transaction.atomic():  #> {expected}
        {statement}
{APPS}
{LIBRARY}
""")


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("get_model('basket', 'Note').objects.create()", "insert basket_note"),
        ("get_class('basket.notes', 'Notes')().write()", "insert basket_note"),
        ("get_class('basket.notes', 'Notes').write(None)", "insert basket_note"),
        ("get_class('basket.none', 'Notes')().write()", "nothing"),
        ("loader().get_class('basket.notes', 'Notes')().write()", "nothing"),
    ],
)
def test_a_library_that_is_not_read_finds_classes_by_name(statement: str, expected: str) -> None:
    assert_touches(f"""
# file: shop/services.py
from django.db import transaction
from market.loading import get_class, get_model, loader
def work():
    with transaction.atomic():  #> {expected}
        {statement}
{APPS}
""")
