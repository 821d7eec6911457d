"""Names that a package offers by more than one path: each is the same thing."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches


@pytest.mark.parametrize(
    ("imports", "decorator"),
    [
        ("from celery import Celery\napp = Celery('shop')", "app.task"),
        ("from celery.app import Celery\napp = Celery('shop')", "app.task(bind=True)"),
        ("from celery.app.base import Celery\napp = Celery('shop')", "app.task"),
        ("from celery import current_app", "current_app.task"),
        ("from django_rq import job", "job"),
        ("from django_rq.decorators import job", "job('slow')"),
    ],
)
def test_what_makes_a_task(imports: str, decorator: str) -> None:
    assert_enters(f"{imports}\n@{decorator}\ndef tidy(*args): pass\n", "task shop.services.tidy")


def test_what_enqueues() -> None:
    assert_enters(
        "from django_rq.queues import get_queue\ndef tidy(): pass\nget_queue('slow').enqueue(tidy)\n",
        "task shop.services.tidy",
    )


@pytest.mark.parametrize("marks", ["action(detail=True)", "detail_route(methods=['post'])", "list_route()"])
def test_what_marks_an_action(marks: str) -> None:
    assert_touches(f"""
# file: shop/urls.py
from rest_framework.routers import DefaultRouter
from shop.views import *
router = DefaultRouter()
router.register("orders", Orders)
urlpatterns = router.urls
# file: shop/views.py
from django.db import transaction
from rest_framework import viewsets
from rest_framework.decorators import action, detail_route, list_route
from shop.models import *
class Orders(viewsets.ViewSet):
    @transaction.atomic  #> insert shop_log
    def dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)
    @{marks}
    def close(self, request, pk=None):
        Log.objects.create()
""")


@pytest.mark.parametrize("node", ["graphene.Node", "graphene.relay.Node"])
@pytest.mark.parametrize("mutation", ["graphene.ClientIDMutation", "graphene.relay.ClientIDMutation"])
def test_an_object_by_its_global_id(node: str, mutation: str) -> None:
    assert_touches(f"""
import graphene
from graphene_django import DjangoObjectType
class OrderNode(DjangoObjectType):
    class Meta:
        model = Order
        interfaces = ({node},)
class DeleteLog({mutation}):
    @classmethod
    def mutate_and_get_payload(cls, root, info, id):
        order = {node}.get_node_from_global_id(info, id, OrderNode)
        with transaction.atomic():  #> update shop_order
            order.save()
""")
