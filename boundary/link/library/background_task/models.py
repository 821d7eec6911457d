"""Which tables hold tasks that wait, and those that are done?"""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class CreatedQuerySet(models.QuerySet):
    def created_by(self, creator):
        return self.filter(creator_content_type=ContentType.objects.get_for_model(creator))


class TaskManager(models.Manager):
    def get_queryset(self):
        return CreatedQuerySet(self.model, using=self._db)

    def created_by(self, creator):
        return self.get_queryset().created_by(creator)

    def get_task(self, task_name, args=None, kwargs=None):
        return self.get_queryset().filter(task_hash=__unknown__)

    def drop_task(self, task_name, args=None, kwargs=None):
        return self.get_task(task_name).delete()

    def new_task(self, task_name, remove_existing_tasks=False, **kwargs):
        if remove_existing_tasks:
            self.get_task(task_name).delete()
        return self.model(task_name=task_name)

    def find_available(self, queue=None):
        return self.get_queryset().filter(failed_at=None)

    def unlocked(self, now):
        return self.get_queryset().filter(locked_by=None)

    def locked(self, now):
        return self.get_queryset().exclude(locked_by=None)

    def failed(self):
        return self.get_queryset().exclude(failed_at=None)


class BaseTask(models.Model):
    task_name = models.CharField(max_length=190)
    task_params = models.TextField()
    task_hash = models.CharField(max_length=40)
    verbose_name = models.CharField(max_length=255, null=True)
    priority = models.IntegerField(default=0)
    run_at = models.DateTimeField()
    repeat = models.BigIntegerField(default=0)
    repeat_until = models.DateTimeField(null=True)
    queue = models.CharField(max_length=190, null=True)
    attempts = models.IntegerField(default=0)
    failed_at = models.DateTimeField(null=True)
    last_error = models.TextField(blank=True)
    locked_by = models.CharField(max_length=64, null=True)
    locked_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class Task(BaseTask):
    creator_content_type = models.ForeignKey(
        ContentType, null=True, related_name="background_task", on_delete=models.CASCADE
    )
    creator_object_id = models.PositiveIntegerField(null=True)
    creator = GenericForeignKey("creator_content_type", "creator_object_id")

    objects = TaskManager()

    class Meta:
        app_label = "background_task"
        db_table = "background_task"

    def lock(self, locked_by):
        type(self).objects.filter(pk=self.pk).update(locked_by=locked_by)
        return type(self).objects.get(pk=self.pk)

    def create_completed_task(self):
        done = CompletedTask(task_name=self.task_name)
        done.save()
        return done


class CompletedTask(BaseTask):
    creator_content_type = models.ForeignKey(
        ContentType, null=True, related_name="completed_background_task", on_delete=models.CASCADE
    )
    creator_object_id = models.PositiveIntegerField(null=True)
    creator = GenericForeignKey("creator_content_type", "creator_object_id")

    objects = CreatedQuerySet.as_manager()

    class Meta:
        app_label = "background_task"
