"""What does a queryset of a tree offer?"""

from django.db import models


class TreeQuerySet(models.QuerySet):
    def as_manager(cls):
        from mptt.managers import TreeManager

        return TreeManager.from_queryset(cls)()

    def get_descendants(self, *args, **kwargs):
        list(self)  # where each of its rows stands in the tree has to be known first
        return self.all()

    def get_ancestors(self, *args, **kwargs):
        list(self)
        return self.all()

    def get_cached_trees(self):
        return list(self)
