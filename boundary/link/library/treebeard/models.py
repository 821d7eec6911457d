"""What does every kind of tree offer?

Up to version 6 the tree's operations are class methods of the node, from 7 on methods of its manager:
the node offers both here. They rewrite paths and counts of other nodes, all in the table of the tree.
"""

from django.db import models, transaction


class NodeManager(models.Manager):
    def add_root(self, create_kwargs=None, *, instance=None):
        return self.model._insert_root(instance, **(create_kwargs or {}))

    def add_child(self, target, create_kwargs=None, *, instance=None):
        return target.add_child(instance=instance, **(create_kwargs or {}))

    def add_sibling(self, target, pos=None, create_kwargs=None, *, instance=None):
        return target.add_sibling(pos, instance=instance, **(create_kwargs or {}))

    def move(self, node, target, pos=None):
        return node.move(target, pos)

    def load_bulk(self, bulk_data, parent=None, keep_ids=False):
        return self.model.load_bulk(bulk_data, parent, keep_ids)

    def fix_tree(self, fix_paths=False, parent=None):
        return self.model.fix_tree()


class Node(models.Model):
    class Meta:
        abstract = True

    @classmethod
    def _rewrite_others(cls):
        """Make room in the tree or close a gap."""
        cls._default_manager.filter(path__startswith=__unknown__).update(path=__unknown__)

    @classmethod
    @transaction.atomic
    def _insert_root(cls, instance=None, **kwargs):
        cls._default_manager.order_by("path").last()
        node = cls(**kwargs) if instance is None else instance
        cls._rewrite_others()
        node.save()
        return node

    @classmethod
    def add_root(cls, instance=None, **kwargs):
        return cls._insert_root(instance, **kwargs)

    @transaction.atomic
    def add_child(self, instance=None, **kwargs):
        parent = self.__class__._default_manager.select_for_update().get(pk=self.pk)
        node = self.__class__(**kwargs) if instance is None else instance
        self.__class__._rewrite_others()
        node.save()
        self.__class__._default_manager.filter(pk=parent.pk).update(numchild=__unknown__)
        return node

    @transaction.atomic
    def add_sibling(self, pos=None, instance=None, **kwargs):
        node = self.__class__(**kwargs) if instance is None else instance
        self.__class__._rewrite_others()
        node.save()
        return node

    @transaction.atomic
    def move(self, target, pos=None):
        self.__class__._rewrite_others()

    @classmethod
    @transaction.atomic
    def load_bulk(cls, bulk_data, parent=None, keep_ids=False):
        node = cls.add_root()
        node.add_child()
        return []

    @classmethod
    def dump_bulk(cls, parent=None, keep_ids=True):
        list(cls._default_manager.all())
        return []

    @classmethod
    def find_problems(cls):
        return [list(cls._default_manager.all())]

    @classmethod
    @transaction.atomic
    def fix_tree(cls, destructive=False, fix_paths=False, parent=None):
        list(cls._default_manager.all())
        cls._rewrite_others()

    @classmethod
    def get_tree(cls, parent=None):
        return cls._default_manager.all()

    @classmethod
    def get_annotated_list(cls, parent=None, max_depth=None):
        return [(node, {}) for node in cls._default_manager.all()]

    @classmethod
    def get_annotated_list_qs(cls, qs):
        return [(node, {}) for node in qs]

    @classmethod
    def get_root_nodes(cls):
        return cls._default_manager.filter(depth=1)

    @classmethod
    def get_first_root_node(cls):
        return cls.get_root_nodes().first()

    @classmethod
    def get_last_root_node(cls):
        return cls.get_root_nodes().last()

    @classmethod
    def get_descendants_group_count(cls, parent=None):
        return cls._default_manager.all()

    def _others(self):
        return self.__class__._default_manager.filter(path__startswith=__unknown__)

    def get_depth(self):
        return __unknown__

    def get_ancestors(self):
        return self._others()

    def get_children(self):
        return self._others()

    def get_children_count(self):
        return __unknown__

    def get_descendants(self, include_self=False):
        return self._others()

    def get_descendant_count(self):
        return self._others().count()

    def get_siblings(self):
        return self._others()

    def get_first_child(self):
        return self._others().first()

    def get_last_child(self):
        return self._others().last()

    def get_first_sibling(self):
        return self._others().first()

    def get_last_sibling(self):
        return self._others().last()

    def get_prev_sibling(self):
        return self._others().last()

    def get_next_sibling(self):
        return self._others().first()

    def get_parent(self, update=False):
        return self.__class__._default_manager.get(path=__unknown__)

    def get_root(self):
        return self.__class__._default_manager.get(path=__unknown__)

    def is_root(self):
        return __unknown__

    def is_leaf(self):
        return __unknown__

    def is_child_of(self, node):
        return __unknown__

    def is_sibling_of(self, node):
        return __unknown__

    def is_descendant_of(self, node):
        return __unknown__

    def delete(self, *args, **kwargs):
        return self.__class__._default_manager.filter(pk=self.pk).delete()
