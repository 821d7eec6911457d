"""Which model stands in for one that may be swapped?"""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
import swapper
from django.db import models
class AbstractNote(models.Model):
    log = models.ForeignKey(swapper.get_model_name("shop", "Log"), on_delete=models.CASCADE)
    class Meta:
        abstract = True
class Note(AbstractNote):
    class Meta(AbstractNote.Meta):
        abstract = False
        swappable = swapper.swappable_setting("shop", "Note")
class LongNote(AbstractNote):
    pass
class Log(models.Model):
    class Meta:
        swappable = swapper.swappable_setting("shop", "Log")
# file: config/settings.py
INSTALLED_APPS = ["shop"]
SHOP_NOTE_MODEL = "shop.LongNote"
"""
WRITTEN = {
    "swapper.load_model('shop', 'Log')": "insert shop_log",
    "load_model('shop', 'Log')": "insert shop_log",
    "load('Log')": "insert shop_log",
    "load_model('shop', 'Note')": "insert shop_longnote",
    "load_model('shop', 'Note', require_ready=False)": "insert shop_longnote",
    "apps.get_model(swapper.get_model_name('shop', 'Note'))": "insert shop_longnote",
    "apps.get_model(swapper.get_model_name('shop', 'Log'))": "insert shop_log",
    "apps.get_model(name_of('Note'))": "insert shop_longnote",
    "apps.get_model(swapper.is_swapped('shop', 'Note') or 'shop.Note')": "insert shop_longnote",
}


@pytest.mark.parametrize("model", WRITTEN)
def test_a_model_that_may_be_swapped(model: str) -> None:
    assert_touches(f"""
import swapper
from django.apps import apps
from swapper import load_model
def load(model):
    return swapper.load_model("shop", model)
def name_of(model):
    return swapper.get_model_name("shop", model)
Model = {model}
def touch():
    with transaction.atomic():  #> {WRITTEN[model]}
        Model.objects.create()
def work():
    for row in Model.objects.all():
        pass
{MODELS}""")


def test_a_relation_to_what_may_be_swapped() -> None:
    assert_touches(f"""
def work(log: Log):
    with transaction.atomic():  #> delete shop_longnote, delete shop_log
        log.delete()
{MODELS}""")
