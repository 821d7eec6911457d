"""What does a delete mark?  The row and those that point at it, in one transaction; the others are deleted or cleared."""

from django.db import models, transaction
from django.db.models.signals import pre_delete
from django_softdelete.managers import DeletedManager, GlobalManager, SoftDeleteManager
from django_softdelete.signals import post_hard_delete, post_restore, post_soft_delete


class SoftDeleteModel(models.Model):
    deleted_at = models.DateTimeField(blank=True, null=True)
    restored_at = models.DateTimeField(blank=True, null=True)
    transaction_id = models.UUIDField(blank=True, null=True)

    objects = SoftDeleteManager()
    deleted_objects = DeletedManager()
    global_objects = GlobalManager()

    class Meta:
        abstract = True

    def hard_delete(self, *args, **kwargs):
        deleted = super().delete(*args, **kwargs)
        post_hard_delete.send(sender=self.__class__, instance=self)
        return deleted

    def delete(self, strict=False, transaction_id=None, using=None, *args, **kwargs):
        pre_delete.send(sender=self.__class__, instance=self)
        with transaction.atomic():
            for each in __cascading__(self):
                each.delete()
            for each in __cleared__(self):
                each.save()
            self.save(update_fields=["deleted_at", "restored_at", "transaction_id"])
            post_soft_delete.send(sender=self.__class__, instance=self)

    def restore(self, strict=True, transaction_id=None, *args, **kwargs):
        with transaction.atomic():
            for each in __cascading__(self):
                if isinstance(each, SoftDeleteModel):
                    each.restore(strict=strict)
            self.save(update_fields=["deleted_at", "restored_at", "transaction_id"])
            post_restore.send(sender=self.__class__, instance=self)
