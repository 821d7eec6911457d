"""What does a tree cost?  The cache, which holds all of them, then the items with their tree and what they ask for."""

from django.core.cache import caches
from sitetree.settings import CACHE_NAME
from sitetree.utils import get_tree_item_model


class Cache:
    def init(self):
        caches[CACHE_NAME].get("sitetrees_reset")
        caches[CACHE_NAME].get("sitetrees")

    def save(self):
        caches[CACHE_NAME].set("sitetrees", {})

    @classmethod
    def reset(cls):
        caches[CACHE_NAME].set("sitetrees_reset", True)

    def empty(self, **kwargs):
        caches[CACHE_NAME].delete("sitetrees")
        caches[CACHE_NAME].delete("sitetrees_reset")


class SiteTree:
    cache_cls = Cache

    def get_sitetree(self, alias):
        cache = self.cache_cls()
        cache.init()
        items = list(get_tree_item_model().objects.select_related("parent", "tree").filter(tree__alias=alias))
        for item in items:
            if item.access_restricted:
                list(item.access_permissions.select_related("content_type"))
        cache.save()
        return items

    def init_tree(self, tree_alias, context):
        return self.get_sitetree(tree_alias)

    def menu(self, tree_alias, tree_branches, context):
        return self.init_tree(tree_alias, context)

    def breadcrumbs(self, tree_alias, context):
        return self.init_tree(tree_alias, context)

    def tree(self, tree_alias, context):
        return self.init_tree(tree_alias, context)

    def get_current_page_attr(self, attr_name, tree_alias, context):
        return self.init_tree(tree_alias, context)


def get_sitetree():
    return SiteTree()
