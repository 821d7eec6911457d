"""What does a tree of this kind keep in its table?"""

from django.db import models, transaction
from treebeard.models import Node, NodeManager


class AL_NodeQuerySet(models.QuerySet):
    @transaction.atomic
    def delete(self, *args, **kwargs):
        # Deleting a node deletes what is below it and corrects the counts of its parents.
        deleted = super().delete()
        self.model._default_manager.filter(path=__unknown__).update(numchild=__unknown__)
        return deleted


class AL_NodeManager(NodeManager.from_queryset(AL_NodeQuerySet)):
    pass


class AL_Node(Node):
    objects = AL_NodeManager()

    class Meta:
        abstract = True
