"""Properties of django-queryable-properties, which ask what their annotations follow."""

from __future__ import annotations

from tests.link.linking import assert_touches

MODELS = """
# file: shop/models.py
from django.db import models
from django.db.models import Count, Exists, OuterRef, Sum
from queryable_properties.managers import QueryablePropertiesManager
from queryable_properties.properties import AggregateProperty, AnnotationProperty, RelatedExistenceCheckProperty
from queryable_properties.properties import queryable_property
class Order(models.Model):
    objects = QueryablePropertiesManager()
    total = AnnotationProperty(Sum("lines__price"))
    parcels = AggregateProperty(Count("parcel"))
    noted = RelatedExistenceCheckProperty("notes")
    @queryable_property(annotation_based=True)
    @classmethod
    def paid(cls):
        return Exists(Payment.objects.filter(order=OuterRef("pk")))
    @queryable_property
    def first(self):
        return self.lines.first()
    @first.annotater
    @classmethod
    def first(cls):
        return Count("notes")
class Line(models.Model):
    order = models.ForeignKey(Order, models.CASCADE, related_name="lines")
    price = models.IntegerField()
class Parcel(models.Model):
    order = models.ForeignKey(Order, models.CASCADE)
class Payment(models.Model):
    order = models.ForeignKey(Order, models.CASCADE)
class Note(models.Model):
    order = models.ForeignKey(Order, models.CASCADE, related_name="notes")
class Log(models.Model):
    text = models.TextField()
"""


def test_each_property_asks_what_its_annotation_follows() -> None:
    assert_touches(f"""{MODELS}
# file: shop/services.py
from django.db import transaction
from shop.models import Log, Order
def work(order: Order):
    with transaction.atomic():  #> insert shop_log, read shop_order, read shop_line
        Log.objects.create(text=order.total)
    with transaction.atomic():  #> insert shop_log, read shop_order, read shop_parcel
        Log.objects.create(text=order.parcels)
    with transaction.atomic():  #> insert shop_log, read shop_order
        Log.objects.create(text=order.noted)
    with transaction.atomic():  #> insert shop_log, read shop_order, read shop_payment
        Log.objects.create(text=order.paid)
    with transaction.atomic():  #> insert shop_log, read shop_line
        Log.objects.create(text=order.first.price)
""")


def test_selected_properties_are_a_part_of_the_query() -> None:
    assert_touches(f"""{MODELS}
# file: shop/services.py
from django.db import transaction
from shop.models import Log, Order
def work():
    with transaction.atomic():  #> update shop_order, read shop_order, read shop_line, read shop_payment
        for order in Order.objects.select_properties("total", "paid").filter(pk=1):
            order.save()
    with transaction.atomic():  #> update shop_order, read shop_order, read shop_note
        for order in Order.objects.all().select_properties("first"):
            order.save()
""")
