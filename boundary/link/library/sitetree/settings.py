"""Which models do the settings name?"""

from django.conf import settings

MODEL_TREE = settings.SITETREE_MODEL_TREE or "sitetree.Tree"
MODEL_TREE_ITEM = settings.SITETREE_MODEL_TREE_ITEM or "sitetree.TreeItem"
CACHE_NAME = settings.SITETREE_CACHE_NAME or "default"
