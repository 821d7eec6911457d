"""Carts and the orders that become of them."""

import secrets
from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import F, Sum
from django.urls import reverse

from shop.catalogue.models import Product
from shop.core.models import AppendOnly, TimeStamped
from shop.core.money import cents
from shop.customers.models import Customer


class CartQuerySet(models.QuerySet):
    def open(self):
        return self.filter(order__isnull=True)

    def abandoned(self, before):
        return self.open().filter(updated_at__lt=before)

    def filled(self):
        return self.annotate(pieces=Sum("lines__quantity")).filter(pieces__gt=0)


class Cart(TimeStamped):
    token = models.CharField(max_length=40, unique=True, default=secrets.token_urlsafe)
    customer = models.ForeignKey(Customer, null=True, blank=True, on_delete=models.PROTECT, related_name="carts")
    coupon_code = models.CharField(max_length=20, blank=True)

    objects = CartQuerySet.as_manager()

    def __str__(self):
        return f"cart {self.pk}"

    @property
    def total(self):
        return sum((line.total for line in self.lines.select_related("product")), Decimal(0))

    def add(self, product, quantity=1):
        line, created = self.lines.get_or_create(product=product, defaults={"quantity": quantity})
        if not created:
            self.lines.filter(pk=line.pk).update(quantity=F("quantity") + quantity)
            line.refresh_from_db()
        self.save(update_fields=["updated_at"])
        return line

    def merge(self, other):
        """Take over the lines of another cart, which is then gone."""
        for line in other.lines.select_related("product"):
            self.add(line.product, line.quantity)
        other.delete()


class CartLine(models.Model):
    cart = models.ForeignKey(Cart, on_delete=models.CASCADE, related_name="lines")
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="+")
    quantity = models.PositiveIntegerField(default=1)

    class Meta:
        db_table = "orders_cart_line"
        constraints = [models.UniqueConstraint(fields=["cart", "product"], name="one_line_per_product")]

    def __str__(self):
        return f"{self.quantity} x {self.product}"

    @property
    def total(self):
        return cents(self.product.price * self.quantity)


class OrderQuerySet(models.QuerySet):
    def open(self):
        return self.exclude(status__in=[Order.Status.SHIPPED, Order.Status.CANCELLED])

    def unpaid(self):
        return self.filter(status=Order.Status.PLACED)

    def of(self, customer):
        return self.filter(customer=customer).prefetch_related("lines")


class OrderManager(models.Manager):
    def get_queryset(self):
        return OrderQuerySet(self.model, using=self._db)

    def open(self):
        return self.get_queryset().open()

    def of(self, customer):
        return self.get_queryset().of(customer)

    def create_from_cart(self, cart, customer, address):
        """Freeze a cart: later changes to products and addresses leave the order alone."""
        order = self.create(customer=customer, cart=cart, ship_to=address, coupon_code=cart.coupon_code)
        OrderLine.objects.bulk_create(
            OrderLine(
                order=order,
                product=line.product,
                name=line.product.name,
                unit_price=line.product.price,
                quantity=line.quantity,
            )
            for line in cart.lines.select_related("product")
        )
        order.total = order.lines.aggregate(total=Sum(F("unit_price") * F("quantity")))["total"] or 0
        order.save(update_fields=["total"])
        return order


def order_number():
    return f"O-{secrets.token_hex(5).upper()}"


class Order(TimeStamped):
    class Status(models.TextChoices):
        PLACED = "placed", "placed"
        PAID = "paid", "paid"
        SHIPPED = "shipped", "shipped"
        CANCELLED = "cancelled", "cancelled"

    number = models.CharField(max_length=20, unique=True, default=order_number, editable=False)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="orders")
    cart = models.OneToOneField(Cart, null=True, blank=True, on_delete=models.SET_NULL, related_name="order")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PLACED)
    ship_to = models.TextField()
    coupon_code = models.CharField(max_length=20, blank=True)
    total = models.DecimalField(max_digits=12, decimal_places=2, default=0)
    products = models.ManyToManyField(Product, through="OrderLine", related_name="orders")

    objects = OrderManager()

    class Meta:
        ordering = ["-created_at"]

    def __str__(self):
        return self.number

    def get_absolute_url(self):
        return reverse("orders:order", kwargs={"number": self.number})

    def note(self, text, user=None):
        return Event.objects.create(order=self, text=text, user=user)

    def transition(self, status, *, by=None):
        """Move on to another status and write down when."""
        before, self.status = self.status, status
        self.save(update_fields=["status", "updated_at"])
        self.note(f"{before} to {status}", by)


class OrderLine(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="order_lines")
    name = models.CharField(max_length=160)
    unit_price = models.DecimalField(max_digits=10, decimal_places=2)
    quantity = models.PositiveIntegerField()

    class Meta:
        db_table = "orders_order_line"

    def __str__(self):
        return f"{self.quantity} x {self.name}"

    @property
    def total(self):
        return cents(self.unit_price * self.quantity)


class Event(AppendOnly):
    """What happened to an order."""

    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="events")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    text = models.CharField(max_length=200)

    class Meta(AppendOnly.Meta):
        db_table = "orders_event"

    def __str__(self):
        return self.text
