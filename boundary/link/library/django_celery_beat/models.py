"""What does a change of a periodic task write? The task, its schedule, and the row that tells the scheduler so."""

from django.db import models


class PeriodicTasks(models.Model):
    ident = models.SmallIntegerField(default=1, primary_key=True, unique=True)
    last_update = models.DateTimeField()

    class Meta:
        app_label = "django_celery_beat"

    @classmethod
    def changed(cls, instance, **kwargs):
        if not instance.no_changes:
            cls.update_changed()

    @classmethod
    def update_changed(cls, **kwargs):
        cls.objects.update_or_create(ident=1, defaults={"last_update": __unknown__})

    @classmethod
    def last_change(cls):
        return cls.objects.get(ident=1).last_update


class Schedule(models.Model):
    class Meta:
        abstract = True

    @classmethod
    def from_schedule(cls, schedule):
        try:
            return cls.objects.get(__unknown__)
        except cls.DoesNotExist:
            return cls()

    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        PeriodicTasks.update_changed()

    def delete(self, *args, **kwargs):
        PeriodicTasks.update_changed()
        return super().delete(*args, **kwargs)


class SolarSchedule(Schedule):
    class Meta:
        app_label = "django_celery_beat"


class IntervalSchedule(Schedule):
    DAYS = "days"
    HOURS = "hours"
    MINUTES = "minutes"
    SECONDS = "seconds"
    MICROSECONDS = "microseconds"

    class Meta:
        app_label = "django_celery_beat"


class ClockedSchedule(Schedule):
    class Meta:
        app_label = "django_celery_beat"


class CrontabSchedule(Schedule):
    class Meta:
        app_label = "django_celery_beat"


class PeriodicTaskManager(models.Manager):
    def enabled(self):
        return self.filter(enabled=True).select_related("interval", "crontab", "solar", "clocked")


class PeriodicTask(models.Model):
    name = models.CharField(max_length=200, unique=True)
    interval = models.ForeignKey(IntervalSchedule, on_delete=models.CASCADE, null=True)
    crontab = models.ForeignKey(CrontabSchedule, on_delete=models.CASCADE, null=True)
    solar = models.ForeignKey(SolarSchedule, on_delete=models.CASCADE, null=True)
    clocked = models.ForeignKey(ClockedSchedule, on_delete=models.CASCADE, null=True)

    objects = PeriodicTaskManager()
    no_changes = __unknown__

    class Meta:
        app_label = "django_celery_beat"

    def save(self, *args, **kwargs):
        self.validate_unique()
        super().save(*args, **kwargs)
        PeriodicTasks.changed(self)

    def delete(self, *args, **kwargs):
        found = super().delete(*args, **kwargs)
        PeriodicTasks.changed(self)
        return found
