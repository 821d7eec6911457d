"""Which models are the trees and the items?"""

from django.apps import apps
from sitetree.settings import MODEL_TREE, MODEL_TREE_ITEM


def get_tree_model():
    return apps.get_model(MODEL_TREE)


def get_tree_item_model():
    return apps.get_model(MODEL_TREE_ITEM)
