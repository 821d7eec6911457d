"""What does a queryset of a tree offer?"""

from django.db import models


class TreeQuerySet(models.QuerySet):
    def as_manager(cls):
        from mptt.managers import TreeManager

        return TreeManager.from_queryset(cls)()

    def get_descendants(self, *args, **kwargs):
        return self.all()

    def get_ancestors(self, *args, **kwargs):
        return self.all()

    def get_cached_trees(self):
        return list(self)
