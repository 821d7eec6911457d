"""Triggers that models declare in Python: django-pgtrigger's, and django-pghistory's tables of events."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
import pghistory
import pgtrigger
from django.db import models
class Log(models.Model):
    pass
class Logged(pgtrigger.Trigger):
    when = pgtrigger.After
    operation = pgtrigger.Insert
    func = "INSERT INTO shop_log (id) VALUES (1); RETURN NEW;"
class Kept(models.Model):
    class Meta:
        abstract = True
        triggers = [Logged(name="kept")]
"""
ORDER = "class Order(models.Model):\n    state = models.CharField()\n    class Meta:\n        triggers = [{0}]\n"
CREATED, CHANGED, DELETED = "Order.objects.create()", "Order.objects.update(state='a')", "row.delete()"
FUNC = "func='INSERT INTO shop_log (id) VALUES (1); RETURN NEW;'"
IN_META = {
    f"pgtrigger.Trigger(name='a', operation=pgtrigger.Insert, {FUNC})": (CREATED, "insert shop_order, insert shop_log"),
    f"pgtrigger.Trigger(name='b', operation=pgtrigger.Update, {FUNC})": (CREATED, "insert shop_order"),
    f"pgtrigger.Trigger(name='c', operation=pgtrigger.Insert | pgtrigger.UpdateOf('state'), {FUNC})":
        (CHANGED, "update shop_order, insert shop_log"),
    "pgtrigger.Trigger(name='d', operation=pgtrigger.Delete, func=pgtrigger.Func('DELETE FROM shop_log; RETURN OLD;'))":
        (DELETED, "delete shop_order, delete shop_log"),
    "pgtrigger.Trigger(name='e', operation=pgtrigger.Delete, "
    "func=pgtrigger.Func('UPDATE {meta.db_table} SET state = 1; RETURN OLD;'))":
        (DELETED, "delete shop_order, update shop_order"),
    "Logged(name='f')": (CREATED, "insert shop_order, insert shop_log"),
    "Logged(name='g', operation=pgtrigger.Update)": (CREATED, "insert shop_order"),
    "pgtrigger.SoftDelete(name='h', field='state')": (DELETED, "delete shop_order, update shop_order"),
    "pgtrigger.Protect(name='i', operation=pgtrigger.Delete)": (CREATED, "insert shop_order"),
}  # fmt: skip
CLASS = "class Order(models.Model):\n    state = models.CharField()\n"
DECORATED = {
    f"@pgtrigger.register(pgtrigger.Trigger(name='a', operation=pgtrigger.Insert, {FUNC}))\n{CLASS}":
        (CREATED, "insert shop_order, insert shop_log"),
    f"@pghistory.track()\n{CLASS}": (CREATED, "insert shop_order, insert shop_orderevent"),
    f"@pghistory.track(pghistory.Snapshot())\n{CLASS}": (CHANGED, "update shop_order, insert shop_orderevent"),
    f"@pghistory.track(pghistory.UpdateEvent())\n{CLASS}": (CREATED, "insert shop_order"),
    f"@pghistory.track(pghistory.DeleteEvent(), model_name='Gone')\n{CLASS}":
        (DELETED, "delete shop_order, insert shop_gone"),
    f"@pghistory.track(pghistory.RowEvent(operation=pgtrigger.Delete), app_label='logs')\n{CLASS}":
        (DELETED, "delete shop_order, insert logs_orderevent"),
    f"@pghistory.track(pghistory.ManualEvent('a'))\n{CLASS}": (CREATED, "insert shop_order"),
    f"@pghistory.track(fields=['state'])\n{CLASS}": (CHANGED, "update shop_order, insert shop_orderstateevent"),
    "class Order(Kept):\n    state = models.CharField()\n": (CREATED, "insert shop_order, insert shop_log"),
    "class Order(Kept):\n    state = models.CharField()\n    class Meta:\n        ordering = ['state']\n":
        (CREATED, "insert shop_order"),
}  # fmt: skip
CASES = {**{ORDER.format(one): done for one, done in IN_META.items()}, **DECORATED}


@pytest.mark.parametrize("model", CASES)
def test_what_the_database_does_at_a_write(model: str) -> None:
    done, written = CASES[model]
    assert_touches(f"""
def work(row: Order):
    with transaction.atomic():  #> {written}
        {done}
{MODELS}{model}""")
