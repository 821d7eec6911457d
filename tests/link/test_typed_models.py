"""Rows of django-typed-models: classes below another model share its table, and are told by a column of it."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables, assert_touches

MODELS = """
# file: shop/models.py
from django.db import models
from typedmodels.models import TypedModel, TypedModelManager
class Log(models.Model):
    pass
class Jobs(models.QuerySet):
    pass
class JobManager(TypedModelManager):
    def get_queryset(self):
        return self._filter_by_type(Jobs(self.model))
class Job(TypedModel):
    name = models.TextField()
    objects = JobManager()
    def go(self):
        pass
class Build(Job):
    logs = models.ManyToManyField(Log)
    def go(self):
        Log.objects.create()
class Nightly(Build):
    pass
"""


def test_one_table_for_all() -> None:
    assert_tables(MODELS, "shop_job", "shop_log")


@pytest.mark.parametrize(
    ("statement", "written"),
    [
        ("Job.objects.create(name='a')", "insert shop_job"),
        ("Nightly.objects.create(name='a')", "insert shop_job"),
        ("Nightly.objects.filter(pk=x).update(name='a')", "update shop_job"),
        ("Build.objects.get(pk=x).logs.add(x)", "insert shop_job_logs"),
        ("Job.objects.get(pk=x).go()", "insert shop_log"),
        ("Job.objects.filter(pk=x).first().go()", "insert shop_log"),
        ("Build.objects.get(pk=x).save()", "update shop_job"),
    ],
)
def test_what_is_written(statement: str, written: str) -> None:
    assert_touches(f"""
from shop.models import Build, Job, Nightly
def work(x):
    with transaction.atomic():  #> {written}
        {statement}
{MODELS}""")
