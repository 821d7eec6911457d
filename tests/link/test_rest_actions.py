"""The action that a viewset answers with: what hangs on it is not what another one does."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches, divide, linked

ROUTER = """
# file: shop/urls.py
from rest_framework.routers import DefaultRouter
from shop.views import *
router = DefaultRouter()
router.register("orders", OrderView)
urlpatterns = router.urls
# file: shop/views.py"""
ASKED = [
    'self.action in ["approve", "create"]',
    'self.action == "create"',
    'self.action not in {"other", "update", "partial_update"}',
    'self.action and self.action.startswith("c")',
]


@pytest.mark.parametrize("asks", ASKED)
def test_a_serializer_for_an_action(asks: str) -> None:
    assert_touches(f"""{ROUTER}
from rest_framework import serializers, viewsets
from rest_framework.decorators import action
from shop.models import *
from django.db import transaction
class One(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["total"]
    def create(self, validated_data):
        Log.objects.create(text="one")
        return Order.objects.create(**validated_data)
class Two(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["total"]
    def create(self, validated_data):
        Stock.objects.create()
        return Order.objects.create(**validated_data)
class OrderView(viewsets.ModelViewSet):
    queryset = Order.objects.all()
    serializer_class = One
    def get_serializer_class(self):
        if {asks}:
            return One
        return Two
    def perform_create(self, serializer):
        with transaction.atomic():  #> insert shop_log, insert shop_order
            serializer.save()
    @action(detail=False, methods=["post"])
    def other(self, request):
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid()
        with transaction.atomic():  #> insert shop_stock, insert shop_order
            serializer.save()
""")


def test_a_view_that_does_not_ask_is_not_kept_apart() -> None:
    assert_touches(
        ROUTER
        + """
from django.db import transaction
from rest_framework import viewsets
from shop.models import *
class OrderView(viewsets.ModelViewSet):
    queryset = Order.objects.all()
    def create(self, request):
        with transaction.atomic():  #> insert shop_log
            self.note()
    def destroy(self, request, pk):
        with transaction.atomic():  #> insert shop_log
            self.note()
    def note(self):
        Log.objects.create(text=str(self))
"""
    )


DELETED = "delete shop_tag, delete shop_order_tags"
ROUTES = {
    "a map": ('TagView.as_view({"get": "list", "post": "make"})', "no transaction"),
    "two maps": ('TagView.as_view({"post": "make"}), TagView.as_view(actions={"delete": "destroy"})', DELETED),
    "a map that nobody knows": ("TagView.as_view(nobody_knows)", DELETED),
    "a map and a router": ('TagView.as_view({"post": "make"}), DefaultRouter().register("tags", TagView)', DELETED),
    "none": ("", DELETED),
}


@pytest.mark.parametrize(("routes", "destroyed"), ROUTES.values(), ids=ROUTES)
def test_the_actions_that_routes_name(routes: str, destroyed: str) -> None:
    assert_touches(f"""
# file: shop/urls.py
from rest_framework.routers import DefaultRouter
from shop.views import *
urlpatterns = [{routes}]
# file: shop/views.py
from rest_framework import mixins, viewsets
from shop.models import *
class Base(mixins.DestroyModelMixin, viewsets.GenericViewSet):
    def dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)  #> {destroyed}
class TagView(Base):
    queryset = Tag.objects.all()
    def make(self, request):
        Log.objects.create(text="made")
""")


@pytest.mark.parametrize("beside", ["", "router.register('tags', TagView)"], ids=["alone", "beside a router"])
def test_what_is_no_action_but_where_a_route_names_it(beside: str) -> None:
    assert_touches(f"""
# file: shop/urls.py
from rest_framework.routers import DefaultRouter
from shop.views import *
router = DefaultRouter()
{beside}
urlpatterns = [TagView.as_view({{"post": "make"}}), *router.urls]
# file: shop/views.py
from django.db import transaction
from rest_framework import viewsets
from shop.models import *
class TagView(viewsets.GenericViewSet):
    @transaction.atomic  #> insert shop_log
    def dispatch(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)
    def make(self, request):
        Log.objects.create(text="made")
    def unmake(self, request):
        Stock.objects.create()
""")


@pytest.mark.parametrize(
    ("asks", "given"),
    [("return self.serializer_class", "Two"), ("return super().get_serializer_class()", "{'x': Two}['x']")],
)
def test_what_an_action_says_of_its_view(asks: str, given: str) -> None:
    assert_touches(f"""{ROUTER}
from rest_framework import permissions, serializers, viewsets
from rest_framework.decorators import action
from shop.models import *
from django.db import transaction
class One(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ["total"]
    def update(self, instance, validated_data):
        Stock.objects.create()
        return instance
class Two(One):
    def update(self, instance, validated_data):
        Log.objects.create(text="one")
        return instance
class OrderView(viewsets.ModelViewSet):
    queryset = Order.objects.all()
    serializer_class = One
    def get_serializer_class(self):
        {asks}
    @action(detail=True, methods=["post"], serializer_class={given})
    def join(self, request, pk=None):
        with transaction.atomic():  #> insert shop_log
            return self.partial_update(request)
    @action(detail=True, methods=["post"], permission_classes=[permissions.AllowAny])
    def touch(self, request, pk=None):
        with transaction.atomic():  #> insert shop_stock
            return self.partial_update(request)
""")


def test_methods_that_answer_for_an_action_by_its_verbs() -> None:
    scan = assert_touches(f"""{ROUTER}
from rest_framework import serializers, viewsets
from rest_framework.decorators import action
from django.db import transaction
from shop.models import *
class Logs(serializers.ModelSerializer):
    class Meta:
        model = Log
        fields = ["text"]
class Tags(serializers.ModelSerializer):
    class Meta:
        model = Tag
        fields = ["name"]
class Base(viewsets.GenericViewSet):
    @action(detail=True, methods=["get"], serializer_class=Tags)
    def tags(self, request, pk):
        ...
class OrderView(Base):
    queryset = Order.objects.all()
    serializer_class = Logs
    def check_permissions(self, request):
        Stock.objects.create()
    @Base.tags.mapping.delete
    def never(self, request, pk):
        ...
    @action(detail=True, serializer_class=Tags)
    def notes(self, request, pk):
        ...
    @notes.mapping.post
    def add_note(self, request, pk):
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid()
        with transaction.atomic():  #> insert shop_tag
            serializer.save()
    @notes.mapping.other
    def no_verb(self, request, pk):
        ...
""")
    views = [one for one in scan.entry_points if one.function == "shop.views.OrderView.dispatch"]
    written = {reach.table for one in views for reach in one.reaches if reach.op == "insert"}
    assert written == {"shop_stock", "shop_tag"}


@pytest.mark.parametrize(
    ("routed", "inserted"),
    [
        ("router.register('orders', Orders)", {"shop_log", "shop_order"}),
        ("Orders.as_view({'get': 'list'})", {"shop_order"}),
    ],
)
def test_a_method_that_is_called_like_a_verb(routed: str, inserted: set[str]) -> None:
    scan = linked(
        divide(f"""
# file: shop/urls.py
from django.urls import path
from rest_framework import viewsets
from rest_framework.routers import DefaultRouter
from shop.models import *
class Orders(viewsets.ViewSet):
    def list(self, request): pass
    def create(self, request): Log.objects.create()
    def tidy(self, request): Tag.objects.create()
    def patch(self, request): Order.objects.create()
router = DefaultRouter()
urlpatterns = [path("orders/", {routed})]
""")
    )
    assert {reach.table for one in scan.entry_points for reach in one.reaches if reach.op == "insert"} == inserted


@pytest.mark.parametrize(
    ("router", "inserted"),
    [
        ("self.routes[0].mapping.update({'delete': 'tidy'})", {"shop_log", "shop_tag"}),
        ("self.routes[0].mapping['delete'] = 'tidy'", {"shop_log", "shop_tag"}),
        (
            "self.routes[0] = Route('', {'get': 'list', 'delete': 'tidy'}, '', False, {})",
            {"shop_log", "shop_tag"},
        ),
        (
            "self.routes = [one._replace(mapping={**one.mapping, 'post': 'tidy'}) for one in self.routes]",
            {"shop_log", "shop_tag"},
        ),
        ("self.named = {'delete': 'tidy', 'other': 'tidy'}", {"shop_log"}),
    ],
)
def test_a_method_that_a_router_maps_a_verb_to(router: str, inserted: set[str]) -> None:
    scan = linked(
        divide(f"""
# file: shop/urls.py
from rest_framework import viewsets
from rest_framework.routers import DefaultRouter, Route
from shop.models import *
class Router(DefaultRouter):
    def __init__(self):
        super().__init__()
        {router}
class Orders(viewsets.ViewSet):
    def list(self, request): pass
    def create(self, request): Log.objects.create()
    def tidy(self, request): Tag.objects.create()
router = Router()
router.register("orders", Orders)
urlpatterns = router.urls
""")
    )
    assert {reach.table for one in scan.entry_points for reach in one.reaches if reach.op == "insert"} == inserted
