"""What does a tree of this kind keep in its table?"""

from django.db import models, transaction
from treebeard.models import Node, NodeManager


class MP_NodeQuerySet(models.QuerySet):
    @transaction.atomic
    def delete(self, *args, **kwargs):
        # Deleting a node deletes what is below it and corrects the counts of its parents.
        deleted = super().delete()
        self.model._default_manager.filter(path=__unknown__).update(numchild=__unknown__)
        return deleted


class MP_NodeManager(NodeManager.from_queryset(MP_NodeQuerySet)):
    pass


class MP_Node(Node):
    path = models.CharField(max_length=255, unique=True)
    depth = models.PositiveIntegerField()
    numchild = models.PositiveIntegerField(default=0)

    objects = MP_NodeManager()

    class Meta:
        abstract = True
