"""Which rows does an operation on the tree rewrite? Others of the same table."""

from contextlib import contextmanager

from django.db import models
from mptt.querysets import TreeQuerySet
from mptt.signals import node_moved


class TreeManager(models.Manager.from_queryset(TreeQuerySet)):
    def _rewrite_others(self):
        self.model._default_manager.filter(lft__gte=__unknown__).update(lft=__unknown__, rght=__unknown__)

    def get_queryset_descendants(self, queryset, include_self=False):
        list(queryset)
        return queryset.all()

    def get_queryset_ancestors(self, queryset, include_self=False):
        list(queryset)
        return queryset.all()

    @contextmanager
    def disable_mptt_updates(self):
        yield

    @contextmanager
    def delay_mptt_updates(self):
        yield
        self.rebuild()

    def add_related_count(self, queryset, rel_model, rel_field, count_attr, cumulative=False, extra_filters=None, **kwargs):
        return queryset.annotate(count=__unknown__)

    def insert_node(self, node, target, position="last-child", save=False, **kwargs):
        if target is None:
            self._get_next_tree_id()
        else:
            self._create_space(2, __unknown__, __unknown__)
        if save:
            node.save()
        return node

    def move_node(self, node, target, position="last-child"):
        self._move_node(node, target, position=position)
        node.save()
        node_moved.send(sender=node.__class__, instance=node, target=target, position=position)

    def _move_node(self, node, target, position="last-child", save=True, refresh_target=True):
        if __unknown__:
            self._create_tree_space(__unknown__)
        elif __unknown__:
            self._move_child_to_new_tree(node, target, position)
        else:
            self._rewrite_others()
        if save:
            node.save()

    def _move_child_to_new_tree(self, node, target, position):
        self._rewrite_others()

    def _create_space(self, size, target, tree_id):
        self._rewrite_others()

    def _create_tree_space(self, target_tree_id, num_trees=1):
        self._rewrite_others()

    def _get_next_tree_id(self):
        return self.filter().aggregate(tree_id=__unknown__)

    def root_node(self, tree_id):
        return self.get(tree_id=tree_id)

    def root_nodes(self):
        return self.filter(parent__isnull=True)

    def rebuild(self, batch_size=1000, **filters):
        list(self.filter(**filters))
        self._rewrite_others()

    def partial_rebuild(self, tree_id, batch_size=1000, **filters):
        self.rebuild()

    def build_tree_nodes(self, data, target=None, position="last-child"):
        if target is None:
            self._get_next_tree_id()
        else:
            self._create_space(__unknown__, __unknown__, __unknown__)
        return [__instance__(self.model)]
