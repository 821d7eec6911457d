"""Jobs of django-cron, and the tables that tell of them."""

from __future__ import annotations

from tests.link.linking import assert_enters, assert_touches

JOB = """
from django_cron import CronJobBase, Schedule
from django_cron.models import CronJobLog
class Tidy(CronJobBase):
    schedule = Schedule(run_every_mins=5)
    code = "shop.tidy"
    def do(self):
        with transaction.atomic():  #> delete shop_log, delete django_cron_cronjoblog, read django_cron_cronjoblog
            Log.objects.all().delete()
            if self.get_prev_success_cron():
                CronJobLog.objects.filter(code=self.code).delete()
"""


def test_a_job_is_run() -> None:
    assert_enters(JOB, "cron shop.services.Tidy.do")


def test_what_it_touches() -> None:
    assert_touches(JOB)
