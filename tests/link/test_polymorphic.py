"""Rows of django-polymorphic: of a model or of one below it."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
from django.db import models
from polymorphic.models import PolymorphicModel
class Log(models.Model):
    pass
class Tag(models.Model):
    pass
class Job(PolymorphicModel):
    def go(self):
        pass
class Build(Job):
    def go(self):
        Log.objects.create()
class Deploy(Job):
    pass
class Step(models.Model):
    job = models.ForeignKey(Job, on_delete=models.CASCADE)
"""
ROWS = [
    "Job.objects.get(pk=x)",
    "Job.objects.filter(pk=x).first()",
    "Step.objects.get(pk=x).job",
    "list(Job.objects.all())[0]",
]


@pytest.mark.parametrize("row", ROWS)
def test_a_method_of_a_model_below(row: str) -> None:
    assert_touches(f"""
def work(x):
    job = {row}
    with transaction.atomic():  #> insert shop_log
        job.go()
{MODELS}""")


@pytest.mark.parametrize("row", ROWS)
def test_tests_of_the_class_of_a_row(row: str) -> None:
    assert_touches(f"""
def work(x):
    job = {row}
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        if type(job) is Build:
            Log.objects.create()
        elif isinstance(job, Deploy):
            Tag.objects.create()
{MODELS}""")


@pytest.mark.parametrize("row", ROWS)
@pytest.mark.parametrize("its_class", ["job.__class__", "type(job)"])
def test_the_class_of_a_row(row: str, its_class: str) -> None:
    assert_touches(f"""
def work(x):
    job = {row}
    with transaction.atomic():  #> insert shop_job, insert shop_build, insert shop_deploy
        {its_class}.objects.create()
    build = Build()
    with transaction.atomic():  #> insert shop_job, insert shop_build
        {its_class.replace("job", "build")}.objects.create()
{MODELS}""")


@pytest.mark.parametrize("row", ROWS)
def test_a_row_is_saved_as_what_it_is(row: str) -> None:
    assert_touches(f"""
def work(x):
    job = {row}
    job.save()  #> update shop_job, update shop_build, update shop_deploy
    build = Build(pk=x)
    build.save()  #> write shop_job, write shop_build
{MODELS}""")


@pytest.mark.parametrize("row", ROWS)
def test_a_row_is_completed_from_the_tables_below(row: str) -> None:
    assert_touches(f"""
def work(x):
    {row}  #= nothing, read shop_job, read shop_build, read shop_deploy, read django_content_type
{MODELS}""")


@pytest.mark.parametrize(
    "asked",
    ["Job.objects.filter(pk=x)", "Job.objects.count()", "Job.objects.filter(pk=x).exists()", "Build.objects.get()"],
)
def test_what_needs_no_table_below(asked: str) -> None:
    assert_touches(f"""
def work(x):
    {asked}  #= nothing, read shop_job, no read shop_deploy
{MODELS}""")


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("Build.objects.create()", "insert shop_job, insert shop_build, read django_content_type"),
        ("Job().save()", "insert shop_job, read django_content_type"),
        ("list(Job.objects.instance_of(Build, Deploy))", "nothing, read django_content_type"),
        ("Job.objects.not_instance_of(Build).update(pk=1)", "update shop_job, read django_content_type"),
        ("Job.objects.filter(pk=1).update(pk=2)", "update shop_job, no read django_content_type"),
    ],
)
def test_the_row_of_its_class_is_looked_up(statement: str, expected: str) -> None:
    assert_touches(f"""
def work(x):
    with transaction.atomic():  #> {expected}
        {statement}
{MODELS}""")


@pytest.mark.parametrize("asked", ["get_real_instance_class", "get_real_concrete_instance_class"])
def test_what_gives_the_class_of_a_row(asked: str) -> None:
    assert_touches(f"""
def work(x):
    row = Build.objects.get(pk=x)
    with transaction.atomic():  #> insert shop_job, insert shop_build
        row.{asked}().objects.create()
{MODELS}""")
