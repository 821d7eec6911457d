"""That a manager of an unknown model writes rows is told of every transaction that comes to it."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

HELPER = """
from django.db import connection
def store(model, rows):
    {write}
def given(model):
    return model.storage.all()
def stale(model):
    return model.objects.filter(stale=True)
class Batch:
    def stale(self, model):
        rows = model.objects.filter(stale=True)
        return rows
    def load(self, given):
        store(given.model, given.rows)

@transaction.atomic  #> insert shop_log
def work(given):
    Log.objects.create()
    Batch().load(given)
"""
WRITES = {
    "rows that are made": "model.objects.bulk_create(rows)",
    "one that is made, or not": "model._default_manager.get_or_create(pk=1)",
    "rows that are found": "model.objects.filter(pk__in=rows).exclude(pk=1).update(a=1)",
    "rows that are taken away": "model.objects.all().delete()",
    "rows in a variable": "found = model.objects.all(); found = found.filter(pk=1); found.delete()",
    "each of them": "[None for _ in rows]\n    for row in model.objects.filter(pk__in=rows):\n        row.save()",
    "one of them": "row = model.objects.get(pk=1); row.save()",
    "one of several": "[row, *_] = model.objects.filter(pk=1); row.delete()",
    "rows that a function gives": "stale(model).delete()",
    "rows that a method gives": "batch = Batch(); batch.stale(model).update(a=1)",
}
OTHERS = {
    "a read": "model.objects.filter(pk__in=rows).exists()",
    "something else": "model.storage.create(rows)",
    "something else in a variable": "found = model.storage.all(); found.delete()",
    "what a function gives": "given(model).delete()",
    "what a row has": "row = model.objects.get(pk=1); row.__dict__.update(a=1)",
    "what a connection does by itself": "[connection.cursor().execute(one) "
    "for one in connection.ops.sequence_reset_sql(None, [model])]",
}


def _told(write: str) -> list[str]:
    scan = assert_touches(HELPER.format(write=write))
    return [spot.reason for one in scan.transactions for spot in one.blind_spots]


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_told(write: str) -> None:
    assert [one.endswith("writes rows of a model that is not known") for one in _told(write)] == [True]


@pytest.mark.parametrize("write", OTHERS.values(), ids=OTHERS)
def test_not_told(write: str) -> None:
    assert not _told(write)


def test_constraints_that_are_not_checked_for_a_while() -> None:
    scan = assert_touches("""
from django.db import connection
class Checks:
    def constraint_checks_disabled(self):
        Order.objects.create()
    check_constraints = constraint_checks_disabled

@transaction.atomic  #> insert shop_log
def work():
    with connection.constraint_checks_disabled():
        Log.objects.create()
    connection.check_constraints(table_names=["shop_log"])
""")
    assert not any(one.blind_spots for one in scan.transactions)
