"""Managers and querysets of packages that are not read."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MADE = {
    "TreeishManager()": "",
    "Everything()": "class Everything(TreeishManager): pass",
    "Stored()": "class Stored(TreeishManager):\n  def get_queryset(self):\n    return super().get_queryset().all()",
    "Inner()": "class Outer(TreeishManager): pass\nclass Inner(Outer): pass",
    "TreeishManager.from_queryset(TreeishQuerySet)()": "",
    "TreeishManager.from_queryset(Rows)()": "class Rows(TreeishQuerySet): pass",
    "Rows.as_manager()": "class Rows(TreeishQuerySet): pass",
    "TreeishQuerySet.as_manager()": "",
}


@pytest.mark.parametrize("made", MADE)
def test_a_model_has_its_rows_by_any_name(made: str) -> None:
    assert_touches(f"""
from treeish.models import TreeishManager, TreeishQuerySet
{MADE[made]}
class Row(models.Model):
    objects = models.Manager()
    everything = {made}

def work():
    with transaction.atomic():  #> lock shop_row, delete shop_row
        Row.everything.select_for_update().get(pk=1).delete()
""")


def test_a_manager_of_querysets_has_their_methods() -> None:
    assert_touches("""
from treeish.models import TreeishManager, TreeishQuerySet
class Rows(TreeishQuerySet):
    def noted(self):
        Log.objects.create()
class Row(models.Model):
    objects = models.Manager()
    everything = TreeishManager.from_queryset(Rows)()

def work():
    with transaction.atomic():  #> insert shop_log
        Row.everything.noted()
""")


def test_what_only_manages_something_is_no_manager_of_rows() -> None:
    assert_touches("""
from locks import LockManager
class Guard:
    lock = LockManager()
class Row(models.Model):
    pass

def work():
    with transaction.atomic():  #> nothing
        Guard.lock.create()
        Guard().lock.all().delete()
""")
