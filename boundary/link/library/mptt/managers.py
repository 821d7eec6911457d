"""Which rows does an operation on the tree rewrite? Others of the same table."""

from contextlib import contextmanager

from django.db import models
from mptt.querysets import TreeQuerySet


class TreeManager(models.Manager.from_queryset(TreeQuerySet)):
    def _rewrite_others(self):
        self.model._default_manager.filter(lft__gte=__unknown__).update(lft=__unknown__, rght=__unknown__)

    def get_queryset_descendants(self, queryset, include_self=False):
        return queryset.all()

    def get_queryset_ancestors(self, queryset, include_self=False):
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
        self._rewrite_others()
        if save:
            node.save()
        return node

    def move_node(self, node, target, position="last-child"):
        self._rewrite_others()
        node.save()

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
        self._rewrite_others()
        return []
