"""Packages that write many rows at once, upsert them, or log what happens to them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

UPSERT = "insert shop_log, update shop_log"
WRITTEN = {
    "bulk_sync(new_models=[Log()], key_fields=['text'], filters=None)": f"{UPSERT}, lock shop_log, delete shop_log",
    "bulk_sync([], ['text'], None, db_class=Log, skip_deletes=True)": f"{UPSERT}, lock shop_log",
    "Keyed.objects.bulk_update_or_create([Keyed()], ['a'], match_field='b')": (
        "insert shop_keyed, update shop_keyed, read shop_keyed"
    ),
    "pgbulk.upsert(Log, [Log()], ['text'])": UPSERT,
    "pgbulk.update(Log.objects.filter(pk=1), [Log()], ['text'])": "update shop_log",
    "pgbulk.copy(Log, [Log()])": "insert shop_log",
    "Extra.objects.upsert(conflict_target=['a'], fields={})": "insert shop_extra, update shop_extra",
    "Extra.objects.bulk_upsert(conflict_target=['a'], rows=[{}])": "insert shop_extra, update shop_extra",
    "Extra.objects.on_conflict(['a'], ConflictAction.UPDATE).insert(a=1)": "insert shop_extra, update shop_extra",
    "Extra.objects.on_conflict(['a'], ConflictAction.NOTHING).insert(a=1)": "insert shop_extra",
    "Extra.objects.get(pk=1).save_dirty_fields()": "update shop_extra",
    "Flow.objects.get(pk=1).finish()": "insert django_fsm_log_statelog",
}


@pytest.mark.parametrize("statement", WRITTEN)
def test_what_is_written_at_once(statement: str) -> None:
    assert_touches(f"""
import pgbulk
from bulk_sync import bulk_sync
from psqlextra.types import ConflictAction
def work():
    with transaction.atomic():  #> {WRITTEN[statement]}
        {statement}
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django_fsm_log", "django.contrib.contenttypes", "django.contrib.auth"]
# file: shop/models.py
import django_fsm_log.signals
from bulk_update_or_create import BulkUpdateOrCreateQuerySet
from dirtyfields import DirtyFieldsMixin
from django.db import models
from django_fsm import FSMField, transition
from psqlextra.models import PostgresModel
class Log(models.Model):
    text = models.TextField()
class Keyed(models.Model):
    objects = BulkUpdateOrCreateQuerySet.as_manager()
class Extra(DirtyFieldsMixin, PostgresModel):
    a = models.IntegerField()
class Flow(models.Model):
    state = FSMField(default="new")
    @transition(field=state, source="new", target="done")
    def finish(self):
        pass
""")
