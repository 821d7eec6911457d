"""What do the queries of a tree read?  The rows of the same table."""

from django.db import models


class TreeManager(models.Manager):
    pass


class TreeQuerySet(models.QuerySet):
    @classmethod
    def as_manager(cls, *, with_tree_fields=False):
        return TreeManager.from_queryset(cls)()

    def with_tree_fields(self, tree_fields=True):
        return self

    def without_tree_fields(self):
        return self

    def order_siblings_by(self, *order_by):
        return self

    def tree_filter(self, *args, **kwargs):
        return self.filter(*args, **kwargs)

    def tree_exclude(self, *args, **kwargs):
        return self.exclude(*args, **kwargs)

    def tree_fields(self, **tree_fields):
        return self

    def ancestors(self, of, *, include_self=False):
        self.get(pk=of)
        return self.filter(pk__in=[])

    def descendants(self, of, *, include_self=False):
        return self.filter(pk__in=[])
