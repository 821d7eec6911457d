"""Carriers, their rates, and what is on its way."""

import secrets

from django.conf import settings
from django.db import models
from django.utils import timezone

from shop.core.models import AppendOnly, TimeStamped
from shop.orders.models import Order, OrderLine


class Carrier(models.Model):
    code = models.SlugField(primary_key=True)
    name = models.CharField(max_length=60)
    tracking_url = models.URLField(blank=True)

    def __str__(self):
        return self.name


class RateQuerySet(models.QuerySet):
    def for_parcel(self, country, grams):
        return self.filter(country=country, up_to_grams__gte=grams).order_by("price")


class Rate(models.Model):
    carrier = models.ForeignKey(Carrier, on_delete=models.CASCADE, related_name="rates")
    country = models.CharField(max_length=2)
    up_to_grams = models.PositiveIntegerField()
    price = models.DecimalField(max_digits=8, decimal_places=2)

    objects = RateQuerySet.as_manager()

    class Meta:
        unique_together = [("carrier", "country", "up_to_grams")]

    def __str__(self):
        return f"{self.carrier_id} {self.country} up to {self.up_to_grams} g"


class ShipmentQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(dispatched_at__isnull=True)

    def late(self, since):
        return self.filter(dispatched_at__lt=since, delivered_at__isnull=True)


class ShipmentManager(models.Manager.from_queryset(ShipmentQuerySet)):
    def for_order(self, order, carrier):
        """One shipment for an order; asking again gives the same one."""
        shipment, created = self.get_or_create(order=order, defaults={"carrier": carrier, "address": order.ship_to})
        return shipment, created


class Shipment(TimeStamped):
    order = models.OneToOneField(Order, on_delete=models.PROTECT, related_name="shipment")
    carrier = models.ForeignKey(Carrier, on_delete=models.PROTECT, related_name="shipments")
    address = models.TextField()
    cost = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    dispatched_at = models.DateTimeField(null=True, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)

    objects = ShipmentManager()

    def __str__(self):
        return f"shipment of {self.order}"

    @property
    def is_free(self):
        return self.order.total >= settings.SHOP_FREE_SHIPPING_FROM

    def arrived(self, moment=None):
        self.delivered_at = moment or timezone.now()
        self.save(update_fields=["delivered_at", "updated_at"])


class Parcel(TimeStamped):
    shipment = models.ForeignKey(Shipment, on_delete=models.CASCADE, related_name="parcels")
    tracking_code = models.CharField(max_length=40, unique=True, default=secrets.token_hex)
    grams = models.PositiveIntegerField(default=0)
    lines = models.ManyToManyField(OrderLine, through="Packed", related_name="parcels")

    def __str__(self):
        return self.tracking_code


class Packed(models.Model):
    """An order's line in a parcel."""

    parcel = models.ForeignKey(Parcel, on_delete=models.CASCADE, related_name="+")
    line = models.ForeignKey(OrderLine, on_delete=models.PROTECT, related_name="+")

    def __str__(self):
        return f"{self.line_id} in {self.parcel_id}"


class Scan(AppendOnly):
    """The carrier saw a parcel."""

    parcel = models.ForeignKey(Parcel, on_delete=models.CASCADE, related_name="scans")
    place = models.CharField(max_length=80)
    status = models.CharField(max_length=30)

    class Meta(AppendOnly.Meta):
        db_table = "shipping_tracking"

    def __str__(self):
        return f"{self.status} in {self.place}"
