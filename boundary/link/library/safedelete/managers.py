"""Which rows does a manager show?"""

from django.db import models
from safedelete.queryset import SafeDeleteQueryset


class SafeDeleteManager(models.Manager):
    def get_queryset(self):
        return SafeDeleteQueryset(self.model, using=self._db)

    def all_with_deleted(self):
        return self.get_queryset()

    def deleted_only(self):
        return self.get_queryset()


class SafeDeleteAllManager(SafeDeleteManager):
    pass


class SafeDeleteDeletedManager(SafeDeleteManager):
    pass
