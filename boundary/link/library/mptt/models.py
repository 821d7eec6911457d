"""What does saving, moving and deleting a node of the tree rewrite?"""

from django.db import models
from mptt.fields import TreeForeignKey, TreeManyToManyField, TreeOneToOneField
from mptt.managers import TreeManager


class MPTTModelBase(type):
    pass


class MPTTModel(models.Model):
    lft = models.PositiveIntegerField(editable=False)
    rght = models.PositiveIntegerField(editable=False)
    tree_id = models.PositiveIntegerField(db_index=True, editable=False)
    level = models.PositiveIntegerField(editable=False)

    objects = TreeManager()
    _tree_manager = TreeManager()

    class Meta:
        abstract = True

    def _others(self):
        return self.__class__._tree_manager.filter(tree_id=__unknown__)

    def _rewrite_others(self):
        self._others().update(lft=__unknown__, rght=__unknown__)

    def get_ancestors(self, ascending=False, include_self=False):
        return self._others()

    def get_family(self):
        return self._others()

    def get_children(self):
        return self._others()

    def get_descendants(self, include_self=False):
        return self._others()

    def get_descendant_count(self):
        return __unknown__

    def get_leafnodes(self, include_self=False):
        return self._others()

    def get_next_sibling(self, *filter_args, **filter_kwargs):
        return self._others().first()

    def get_previous_sibling(self, *filter_args, **filter_kwargs):
        return self._others().first()

    def get_root(self):
        return self._others().get()

    def get_siblings(self, include_self=False):
        return self._others()

    def get_level(self):
        return self.level

    def insert_at(self, target, position="first-child", save=False, **kwargs):
        self._rewrite_others()
        if save:
            self.save()

    def is_child_node(self):
        return __unknown__

    def is_leaf_node(self):
        return __unknown__

    def is_root_node(self):
        return __unknown__

    def is_descendant_of(self, other, include_self=False):
        return __unknown__

    def is_ancestor_of(self, other, include_self=False):
        return __unknown__

    def move_to(self, target, position="first-child"):
        self._rewrite_others()
        self.save()

    def save(self, *args, **kwargs):
        self._rewrite_others()
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        self._rewrite_others()
        return super().delete(*args, **kwargs)
