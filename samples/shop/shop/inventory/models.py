"""What lies where: warehouses, stock, reservations, and what was ordered from suppliers."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Sum
from django.utils import timezone

from shop.catalogue.models import Product
from shop.core.models import AppendOnly, TimeStamped


class OutOfStockError(Exception):
    """There is not enough of a product."""

    def __init__(self, product, wanted):
        super().__init__(f"not enough of {product}: {wanted} wanted")
        self.product = product
        self.wanted = wanted


class Warehouse(models.Model):
    code = models.SlugField(unique=True)
    name = models.CharField(max_length=80)
    is_default = models.BooleanField(default=False)

    def __str__(self):
        return self.name

    @classmethod
    def default(cls):
        return cls.objects.filter(is_default=True).first() or cls.objects.first()


class StockQuerySet(models.QuerySet):
    def with_available(self):
        return self.annotate(available=F("on_hand") - F("reserved"))

    def low(self):
        return self.with_available().filter(available__lte=F("reorder_level"))

    def for_products(self, products):
        return self.filter(product__in=products).order_by("pk")


class Stock(TimeStamped):
    """How much of a product lies in a warehouse."""

    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="stock")
    warehouse = models.ForeignKey(Warehouse, on_delete=models.PROTECT, related_name="stock")
    on_hand = models.PositiveIntegerField(default=0)
    reserved = models.PositiveIntegerField(default=0)
    reorder_level = models.PositiveIntegerField(default=0)

    objects = StockQuerySet.as_manager()

    class Meta:
        db_table = "inv_stock"
        verbose_name_plural = "stock"
        constraints = [models.UniqueConstraint(fields=["product", "warehouse"], name="one_stock_per_place")]

    def __str__(self):
        return f"{self.on_hand} of {self.product_id} in {self.warehouse_id}"

    @property
    def free(self):
        return self.on_hand - self.reserved

    def move(self, quantity, reason):
        """Put goods in or take them out; every movement is written down."""
        self.on_hand += quantity
        self.save(update_fields=["on_hand", "updated_at"])
        return Movement.objects.create(stock=self, quantity=quantity, reason=reason)


class Movement(AppendOnly):
    stock = models.ForeignKey(Stock, on_delete=models.CASCADE, related_name="movements")
    quantity = models.IntegerField()
    reason = models.CharField(max_length=60)

    class Meta(AppendOnly.Meta):
        db_table = "inv_movement"

    def __str__(self):
        return f"{self.quantity:+} ({self.reason})"


class ReservationQuerySet(models.QuerySet):
    def open(self):
        return self.filter(closed_at__isnull=True)

    def expired(self):
        return self.open().filter(expires_at__lt=timezone.now())

    def quantity(self):
        return self.aggregate(total=Sum("quantity"))["total"] or 0


def reservation_expiry():
    return timezone.now() + timedelta(minutes=settings.SHOP_RESERVATION_MINUTES)


class Reservation(TimeStamped):
    """Goods set aside for an order, until it is shipped or falls through."""

    stock = models.ForeignKey(Stock, on_delete=models.CASCADE, related_name="reservations")
    reference = models.CharField(max_length=40, db_index=True)
    quantity = models.PositiveIntegerField()
    expires_at = models.DateTimeField(default=reservation_expiry)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = ReservationQuerySet.as_manager()

    class Meta:
        db_table = "inv_reservation"
        constraints = [models.CheckConstraint(condition=Q(quantity__gt=0), name="reserve_something")]

    def __str__(self):
        return f"{self.quantity} for {self.reference}"


class Supplier(TimeStamped):
    name = models.CharField(max_length=120, unique=True)
    email = models.EmailField(blank=True)
    products = models.ManyToManyField(Product, blank=True, related_name="suppliers")

    def __str__(self):
        return self.name


class PurchaseOrder(TimeStamped):
    class Status(models.TextChoices):
        DRAFT = "draft", "draft"
        SENT = "sent", "sent"
        RECEIVED = "received", "received"

    supplier = models.ForeignKey(Supplier, on_delete=models.PROTECT, related_name="purchase_orders")
    warehouse = models.ForeignKey(Warehouse, on_delete=models.PROTECT, related_name="purchase_orders")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAFT)

    class Meta:
        db_table = "inv_purchase"

    def __str__(self):
        return f"PO-{self.pk}"


class PurchaseLine(models.Model):
    purchase_order = models.ForeignKey(PurchaseOrder, on_delete=models.CASCADE, related_name="lines")
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="+")
    quantity = models.PositiveIntegerField()
    received = models.PositiveIntegerField(default=0)

    class Meta:
        db_table = "inv_purchase_line"

    def __str__(self):
        return f"{self.quantity} of {self.product_id}"
