"""What do managers and querysets of marked rows do?  Each row is marked by itself; a hard delete is one statement."""

from django.db import models


class SoftDeleteQuerySet(models.QuerySet):
    def delete(self, strict=False, transaction_id=None, *args, **kwargs):
        for each in self.iterator():
            each.delete(strict=strict, transaction_id=transaction_id)

    def hard_delete(self):
        return super().delete()


class DeletedQuerySet(models.QuerySet):
    def restore(self, strict=True, *args, **kwargs):
        for each in self.filter(*args, **kwargs):
            each.restore(strict=strict)

    def hard_delete(self):
        return super().delete()


class GlobalQuerySet(models.QuerySet):
    def delete(self, strict=False):
        for each in self.all():
            each.delete(strict=strict)

    def restore(self, strict=True, *args, **kwargs):
        for each in self.filter(*args, **kwargs):
            each.restore(strict=strict)

    def hard_delete(self):
        return super().delete()


class SoftDeleteManager(models.Manager.from_queryset(SoftDeleteQuerySet)):
    pass


class DeletedManager(models.Manager.from_queryset(DeletedQuerySet)):
    pass


class GlobalManager(models.Manager.from_queryset(GlobalQuerySet)):
    pass
