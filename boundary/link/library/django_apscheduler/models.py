"""Which tables hold the jobs, and how they ended?"""

from django.db import models


class DjangoJob(models.Model):
    id = models.CharField(max_length=255, primary_key=True)
    next_run_time = models.DateTimeField(db_index=True, blank=True, null=True)
    job_state = models.BinaryField()

    class Meta:
        app_label = "django_apscheduler"


class DjangoJobExecutionManager(models.Manager):
    def delete_old_job_executions(self, max_age):
        self.filter(run_time__lte=__unknown__).delete()


class DjangoJobExecution(models.Model):
    job = models.ForeignKey(DjangoJob, on_delete=models.CASCADE)
    status = models.CharField(max_length=50)
    run_time = models.DateTimeField(db_index=True)
    exception = models.CharField(max_length=1000, null=True)

    objects = DjangoJobExecutionManager()

    class Meta:
        app_label = "django_apscheduler"
