"""What does a node of a tree bring?"""

from django.db import models
from tree_queries.fields import TreeNodeForeignKey
from tree_queries.query import TreeQuerySet


class TreeNode(models.Model):
    parent = TreeNodeForeignKey("self", null=True, related_name="children", on_delete=models.CASCADE)

    objects = TreeQuerySet.as_manager()

    class Meta:
        abstract = True

    def ancestors(self, **kwargs):
        return self.__class__._default_manager.ancestors(self, **kwargs)

    def descendants(self, **kwargs):
        return self.__class__._default_manager.descendants(self, **kwargs)

    def clean(self):
        super().clean()
        self.__class__._default_manager.ancestors(self.parent, include_self=True).filter(pk=self.pk).exists()


class OrderableTreeNode(TreeNode):
    position = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if __unknown__:
            self.position = self.__class__._default_manager.filter(parent=self.parent).aggregate(p=__unknown__)["p"]
        super().save(*args, **kwargs)
