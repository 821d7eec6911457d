"""Which tables tell of the jobs that ran?"""

from django.db import models


class CronJobLog(models.Model):
    code = models.CharField(max_length=64, db_index=True)
    start_time = models.DateTimeField(db_index=True)
    end_time = models.DateTimeField(db_index=True)
    is_success = models.BooleanField(default=False)
    message = models.TextField(default="", blank=True)
    ran_at_time = models.TimeField(null=True, blank=True)

    class Meta:
        app_label = "django_cron"


class CronJobLock(models.Model):
    job_name = models.CharField(max_length=200, unique=True)
    locked = models.BooleanField(default=False)

    class Meta:
        app_label = "django_cron"
