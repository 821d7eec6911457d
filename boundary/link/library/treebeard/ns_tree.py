"""What does a tree of this kind keep in its table?"""

from django.db import models, transaction
from treebeard.models import Node, NodeManager


class NS_NodeQuerySet(models.QuerySet):
    @transaction.atomic
    def delete(self, *args, **kwargs):
        # Deleting a node deletes what is below it and corrects the counts of its parents.
        deleted = super().delete()
        self.model._default_manager.filter(path=__unknown__).update(numchild=__unknown__)
        return deleted


class NS_NodeManager(NodeManager.from_queryset(NS_NodeQuerySet)):
    pass


class NS_Node(Node):
    lft = models.PositiveIntegerField(db_index=True)
    rgt = models.PositiveIntegerField(db_index=True)
    tree_id = models.PositiveIntegerField(db_index=True)
    depth = models.PositiveIntegerField(db_index=True)

    objects = NS_NodeManager()

    class Meta:
        abstract = True
