"""Viewsets that routers route which are not Django REST framework's own: of packages, read or not, and unknown ones."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

ALL = "delete shop_tag, delete shop_order_tags"
NAMED = "nothing"
"""A route that names some actions is the only one."""


@pytest.mark.parametrize(
    ("routed", "written"),
    [
        ("rest_framework_extensions.routers.ExtendedSimpleRouter().register('tags', Tags)", ALL),
        ("rest_framework_extensions.routers.ExtendedDefaultRouter().register('a', Logs).register('tags', Tags)", ALL),
        ("Own().register('a', Logs).register('b', Logs, 'b', ['log']).register('tags', Tags)", ALL),
        ("rest_framework_nested.routers.NestedSimpleRouter(router, 'a', lookup='log').register('tags', Tags)", ALL),
        ("rest_framework_nested.routers.NestedDefaultRouter(router, 'a').register('tags', viewset=Tags)", ALL),
        ("rest_framework_nice.routers.NiceRouter().register('tags', Tags)", ALL),
        ("rest_framework_nice.routers.NiceRouter().register('tags', viewset=Tags)", ALL),
        ("found[0].register('tags', Tags)", ALL),
        ("found[0].keep('tags', Tags)", NAMED),
        ("rest_framework_nice.routers.NiceRouter().keep('tags', Tags)", NAMED),
        ("pass", NAMED),
    ],
)
def test_all_actions_are_routed(routed: str, written: str) -> None:
    assert_touches(f"""
# file: shop/urls.py
import nice, rest_framework_extensions.routers, rest_framework_nested.routers, rest_framework_nice.routers
from django.urls import path
from rest_framework.routers import DefaultRouter
from shop.views import Logs, Tags
class Own(rest_framework_extensions.routers.ExtendedDefaultRouter): ...
router = DefaultRouter()
router.register("a", Logs)
found = nice.routers()
{routed}
urlpatterns = [path("", Tags.as_view({{"get": "list"}}))]
# file: shop/views.py
from django.db import transaction
from rest_framework import viewsets
from shop.models import Log, Tag
class Logs(viewsets.ModelViewSet):
    queryset = Log.objects.all()
class Tags(viewsets.ModelViewSet):
    queryset = Tag.objects.all()
    def perform_destroy(self, instance):
        with transaction.atomic():  #> {written}
            instance.delete()
""")
