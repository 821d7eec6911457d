"""What does a soft delete write?

The row itself, which is saved with a date, a record of it in a change set, and what a real delete would take with it,
one row at a time. A row that was deleted before is deleted for good.
"""

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models.signals import post_delete, pre_delete
from django.utils import timezone
from softdelete.signals import post_soft_delete, post_undelete, pre_soft_delete, pre_undelete


def _change_set(instance):
    if __unknown__:
        return ChangeSet.objects.create(content_type=ContentType.objects.get_for_model(instance))
    return SoftDeleteRecord.objects.latest("created_date").changeset


def _record(instance, changeset):
    SoftDeleteRecord.objects.get_or_create(
        changeset=changeset or _change_set(instance), content_type=ContentType.objects.get_for_model(instance)
    )


class SoftDeleteQuerySet(models.QuerySet):
    def all_with_deleted(self):
        return self.all()

    def delete(self, using="default", *args, **kwargs):
        for each in self:
            _record(each, kwargs.get("changeset"))
            each.delete(using, *args, **kwargs)

    def undelete(self, using="default", *args, **kwargs):
        for each in self:
            each.undelete(using)


class SoftDeleteManager(models.Manager):
    def get_queryset(self):
        return SoftDeleteQuerySet(self.model, using=self._db)

    def all_with_deleted(self):
        return self.get_queryset()

    def deleted_set(self):
        return self.get_queryset()


class SoftDeleteObject(models.Model):
    deleted_at = models.DateTimeField(null=True)

    objects = SoftDeleteManager()

    class Meta:
        abstract = True

    def hard_delete(self, *args, **kwargs):
        with transaction.atomic():
            super().delete(*args, **kwargs)

    def delete(self, *args, **kwargs):
        if __unknown__:
            changeset = ChangeSet.objects.get(content_type=ContentType.objects.get_for_model(self))
            changeset.delete()
            super().delete(*args, **kwargs)
            return
        pre_delete.send(sender=self.__class__, instance=self)
        pre_soft_delete.send(sender=self.__class__, instance=self)
        _record(self, kwargs.get("changeset"))
        self.deleted_at = timezone.now()
        self.save()
        for each in __cascading__(self):
            each.delete()
        for each in __cleared__(self):
            each.save()
        post_delete.send(sender=self.__class__, instance=self)
        post_soft_delete.send(sender=self.__class__, instance=self)

    def _do_undelete(self, using="default"):
        pre_undelete.send(sender=self.__class__, instance=self)
        self.deleted_at = None
        self.save()
        post_undelete.send(sender=self.__class__, instance=self)

    def undelete(self, using="default", *args, **kwargs):
        changeset = SoftDeleteRecord.objects.latest("created_date").changeset
        self._do_undelete(using)
        for each in __cascading__(self):
            each._do_undelete(using)
        changeset.delete()


class ChangeSet(models.Model):
    created_date = models.DateTimeField(default=timezone.now)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.CharField(max_length=100)


class SoftDeleteRecord(models.Model):
    changeset = models.ForeignKey(ChangeSet, related_name="soft_delete_records", on_delete=models.CASCADE)
    created_date = models.DateTimeField(default=timezone.now)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.CharField(max_length=100)
