"""What becomes of schedules that are due?  Each makes a task, and its row says when the next one is."""

from django import db
from django_q.models import Schedule
from django_q.tasks import async_task


def scheduler(broker=None):
    with db.transaction.atomic(using=db.router.db_for_write(Schedule)):
        for due in Schedule.objects.select_for_update().exclude(repeats=0).filter(next_run__lt=__unknown__):
            due.task = async_task(due.func)
            if __unknown__:
                due.delete()
                continue
            due.save()
