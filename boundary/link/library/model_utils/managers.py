"""Which rows do the managers see?"""

from django.db import models


class InheritanceQuerySetMixin:
    def select_subclasses(self, *subclasses):
        return __with_subclasses__(self.all(), *subclasses)

    def instance_of(self, *models):
        return self.all()

    def get_subclass(self, *args, **kwargs):
        return self.select_subclasses().get(*args, **kwargs)


class InheritanceQuerySet(InheritanceQuerySetMixin, models.QuerySet):
    pass


class InheritanceManagerMixin:
    pass


class InheritanceManager(models.Manager.from_queryset(InheritanceQuerySet)):
    pass


class QueryManager(models.Manager):
    def __init__(self, *args, **kwargs):
        super().__init__()

    def get_queryset(self):
        return super().get_queryset().filter()


class SoftDeletableQuerySet(models.QuerySet):
    def delete(self):
        self.update(is_removed=True)


class SoftDeletableManager(models.Manager.from_queryset(SoftDeletableQuerySet)):
    def get_queryset(self):
        return super().get_queryset().filter(is_removed=False)
