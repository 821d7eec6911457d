"""What `many=True` makes of serializers that say how they are made."""

from __future__ import annotations

from tests.link.linking import assert_touches

VIEWS = """
from rest_framework import serializers, viewsets
class Many(serializers.ListSerializer):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.changes = []
    def update(self, queryset, data):
        with transaction.atomic():  #> write shop_order, insert shop_tag, insert shop_log
            for one in queryset:
                self.child.update(one, {})
            self.child.Meta.model.objects.bulk_update([], [])
            Log.objects.create(text="a")
class OrderSerializer(serializers.ModelSerializer):
    class Meta:
        model = Order
        fields = ("id",)
        list_serializer_class = Many
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.changes = []
    def update(self, instance, data):
        if getattr(self, "parent", None):
            Tag.objects.create()
        return instance
class OrderViewSet(viewsets.GenericViewSet):
    serializer_class = OrderSerializer
    def change(self, request):
        serializer = self.get_serializer(Order.objects.all(), data=[], many=True)
        serializer.is_valid()
        serializer.save()
# file: shop/urls.py
from django.urls import path
from shop.services import OrderViewSet
urlpatterns = [path("a", OrderViewSet.as_view({"post": "change"}))]
"""


def test_rows_are_handed_to_the_serializer_of_many() -> None:
    assert_touches(VIEWS)
