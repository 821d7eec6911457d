"""Periodic tasks whose schedules are rows: a change of one tells the scheduler by another row."""

from __future__ import annotations

from tests.link.linking import assert_touches

TOLD = "lock {0}, insert {0}, update {0}".format("django_celery_beat_periodictasks")


def test_a_change_of_a_schedule_is_told() -> None:
    assert_touches(f"""
from django_celery_beat.models import IntervalSchedule, PeriodicTask
def run(seconds):
    with transaction.atomic():  #> insert django_celery_beat_intervalschedule, {TOLD}
        schedule, _ = IntervalSchedule.objects.get_or_create(every=seconds, period=IntervalSchedule.SECONDS)
    with transaction.atomic():  #> insert django_celery_beat_periodictask, read django_celery_beat_periodictask, {TOLD}
        PeriodicTask.objects.create(interval=schedule, task="shop.run")
    with transaction.atomic():  #> delete django_celery_beat_periodictask, {TOLD}
        PeriodicTask.objects.get(name="a").delete()
""")
