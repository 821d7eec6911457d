"""Jobs of django-apscheduler, which lie in tables."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    ("statement", "written"),
    {
        "DjangoJobExecution.objects.delete_old_job_executions(x)": "delete django_apscheduler_djangojobexecution",
        "DjangoJob.objects.all().delete()": (
            "delete django_apscheduler_djangojob, delete django_apscheduler_djangojobexecution"
        ),
    }.items(),
)
def test_what_is_tidied(statement: str, written: str) -> None:
    assert_touches(f"""
from django_apscheduler.models import DjangoJob, DjangoJobExecution
def work(x):
    with transaction.atomic():  #> {written}
        {statement}
""")
