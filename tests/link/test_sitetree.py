"""django-sitetree: tags of templates that read trees, and keep them in the cache."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

TREES = "read sitetree_tree, read sitetree_treeitem"
SHOP = """
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "sitetree"]
LIBRARIES = ["sitetree.templatetags.sitetree", "sitetree.signals"]
CACHES = {{"default": {{"BACKEND": "django.core.cache.backends.{backend}", "LOCATION": "kept"}}}}
# file: shop/views.py
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import render
from sitetree.models import Tree, TreeItem
def page(request: HttpRequest):
    with transaction.atomic():  #> {expected}
        return render(request, "shop/page.html")
def change(item: TreeItem):
    with transaction.atomic():  #> {changed}
        item.save()
# file: shop/urls.py
from django.urls import path
from shop.views import page
urlpatterns = [path("x", page)]
# file: shop/templates/shop/page.html
{{% load sitetree %}}{template}
"""


@pytest.mark.parametrize(
    "template",
    [
        "{% sitetree_menu from 'main' include 'trunk' %}",
        "{% sitetree_breadcrumbs from 'main' %}",
        "{% sitetree_tree from 'main' template 'shop/tree.html' %}",
        "{% sitetree_page_title from 'main' %}",
    ],
)
def test_a_page_that_shows_a_tree(template: str) -> None:
    assert_touches(
        SHOP.format(
            backend="locmem.LocMemCache",
            template=template,
            expected=f"nothing, {TREES}, no read kept",
            changed="update sitetree_treeitem",
        )
    )


def test_trees_in_a_cache_that_is_a_table() -> None:
    assert_touches(
        SHOP.format(
            backend="db.DatabaseCache",
            template="{% sitetree_menu from 'main' include 'trunk' %}",
            expected=f"insert kept, update kept, delete kept, {TREES}, read kept",
            changed="update sitetree_treeitem, delete kept",
        )
    )
