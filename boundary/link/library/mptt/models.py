"""What does saving, moving and deleting a node of the tree rewrite?"""

from django.db import models
from mptt.fields import TreeForeignKey, TreeManyToManyField, TreeOneToOneField
from mptt.managers import TreeManager
from mptt.signals import node_moved


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

    @property
    def _managers(self):
        manager = self.__class__._default_manager
        return manager if isinstance(manager, TreeManager) else self.__class__._tree_manager

    def insert_at(self, target, position="first-child", save=False, **kwargs):
        self._managers.insert_node(self, target, position)
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
        self._managers.move_node(self, target, position)

    def save(self, *args, force_insert=False, **kwargs):
        if force_insert or self._state.adding:
            self.insert_at(__unknown__)
        else:
            self._managers._move_node(self, __unknown__, save=False)
            node_moved.send(sender=self.__class__, instance=self, target=__unknown__)
        super().save(*args, force_insert=force_insert, **kwargs)

    def delete(self, *args, **kwargs):
        self._rewrite_others()
        return super().delete(*args, **kwargs)
