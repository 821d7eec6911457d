"""Which tables hold results, schedules and what is queued?"""

from django.db import models


class TaskManager(models.Manager):
    pass


class Task(models.Model):
    id = models.CharField(max_length=32, primary_key=True)
    name = models.CharField(max_length=100)
    func = models.CharField(max_length=256)
    hook = models.CharField(max_length=256, null=True)
    group = models.CharField(max_length=100, null=True)
    started = models.DateTimeField()
    stopped = models.DateTimeField()
    success = models.BooleanField(default=True)

    objects = TaskManager()

    class Meta:
        app_label = "django_q"

    @staticmethod
    def get_result(task_id):
        return Task.objects.get(pk=task_id).result

    @staticmethod
    def get_task(task_id):
        return Task.objects.get(pk=task_id)

    @staticmethod
    def get_task_group(group_id, failures=True):
        return Task.objects.filter(group=group_id)

    @staticmethod
    def delete_group(group_id, objects=False):
        return Task.objects.filter(group=group_id).update(group=None)


class Success(Task):
    class Meta:
        app_label = "django_q"
        proxy = True


class Failure(Task):
    class Meta:
        app_label = "django_q"
        proxy = True


class Schedule(models.Model):
    ONCE = "O"
    MINUTES = "I"
    HOURLY = "H"
    DAILY = "D"
    WEEKLY = "W"
    BIWEEKLY = "BW"
    MONTHLY = "M"
    BIMONTHLY = "BM"
    QUARTERLY = "Q"
    YEARLY = "Y"
    CRON = "C"

    name = models.CharField(max_length=100, null=True)
    func = models.CharField(max_length=256)
    next_run = models.DateTimeField(null=True)

    class Meta:
        app_label = "django_q"


class OrmQ(models.Model):
    key = models.CharField(max_length=100)
    payload = models.TextField()
    lock = models.DateTimeField(null=True)

    class Meta:
        app_label = "django_q"
        db_table = "django_q_ormq"
