"""Jobs that settings name are entry points."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters

JOBS = """
# file: shop/jobs.py
from shop.models import Log
def tidy():
    Log.objects.all().delete()
def count():
    Log.objects.create()
class Tidy:
    def do(self):
        tidy()
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
"""


@pytest.mark.parametrize(
    ("settings", "entered"),
    [
        ('CRONJOBS = [("*/5 * * * *", "shop.jobs.tidy"), ("5 4 * * *", "shop.jobs.count", [1])]', ["tidy", "count"]),
        ('CRON_CLASSES = ["shop.jobs.Tidy"]', ["Tidy.do"]),
        ('WORKER = {"producers": {"task_schedule": {"shop.jobs.tidy": {"schedule": 60}}}}', ["tidy"]),
        ('BEAT = {"shop.jobs.tidy": {"task": "shop.jobs.tidy", "schedule": 60}}', []),
        ('NAMES = {"shop.jobs.tidy": {"label": "tidy"}}\nNAMED = ["shop.jobs.count"]', []),
    ],
)
def test_a_table_of_jobs(settings: str, entered: list[str]) -> None:
    assert_enters(JOBS + settings + "\n", *[f"cron shop.jobs.{name}" for name in entered])
