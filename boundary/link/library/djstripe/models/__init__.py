"""Which tables keep what Stripe knows, and what writes them?  Those that most applications work with.

A row is written by `sync_from_stripe_data`, with the rows that it points at; the applications only read them otherwise.
"""

from django.conf import settings
from django.db import models, transaction


class StripeManager(models.Manager):
    pass


class SubscriptionManager(StripeManager):
    def active(self):
        return self.filter(status="active")

    def canceled(self):
        return self.filter(status="canceled")


class StripeModel(models.Model):
    djstripe_owner_account = models.ForeignKey("djstripe.Account", on_delete=models.CASCADE, null=True)

    objects = StripeManager()

    class Meta:
        abstract = True

    @classmethod
    def _get_or_create_from_stripe_object(cls, data, *args, **kwargs):
        try:
            return cls.objects.get(id=__unknown__), False
        except cls.DoesNotExist:
            with transaction.atomic():
                row = cls(id=__unknown__)
                row.save(force_insert=True)
            return row, True

    @classmethod
    def sync_from_stripe_data(cls, data, **kwargs):
        row, created = cls._get_or_create_from_stripe_object(data)
        if not created:
            row.save()
        return row


class Account(StripeModel):
    class Meta:
        app_label = "djstripe"


class APIKey(StripeModel):
    class Meta:
        app_label = "djstripe"


class Product(StripeModel):
    default_price = models.ForeignKey("djstripe.Price", on_delete=models.SET_NULL, null=True, related_name="products")

    class Meta:
        app_label = "djstripe"


class Price(StripeModel):
    product = models.ForeignKey(Product, on_delete=models.CASCADE, related_name="prices")

    class Meta:
        app_label = "djstripe"


class Plan(StripeModel):
    product = models.ForeignKey(Product, on_delete=models.SET_NULL, null=True)

    class Meta:
        app_label = "djstripe"


class Coupon(StripeModel):
    class Meta:
        app_label = "djstripe"


class Customer(StripeModel):
    coupon = models.ForeignKey(Coupon, on_delete=models.SET_NULL, null=True)
    default_payment_method = models.ForeignKey(
        "djstripe.PaymentMethod", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    subscriber = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="djstripe_customers"
    )

    class Meta:
        app_label = "djstripe"

    @classmethod
    def get_or_create(cls, subscriber, **kwargs):
        try:
            return cls.objects.get(subscriber=subscriber), False
        except cls.DoesNotExist:
            return cls.create(subscriber), True

    @classmethod
    def create(cls, subscriber, **kwargs):
        row, created = cls.objects.get_or_create(id=__unknown__, defaults={"subscriber": subscriber})
        return row


class PaymentMethod(StripeModel):
    customer = models.ForeignKey(Customer, on_delete=models.SET_NULL, null=True, related_name="payment_methods")

    class Meta:
        app_label = "djstripe"


class Subscription(StripeModel):
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="subscriptions")
    default_payment_method = models.ForeignKey(PaymentMethod, on_delete=models.SET_NULL, null=True, related_name="+")
    latest_invoice = models.ForeignKey("djstripe.Invoice", on_delete=models.SET_NULL, null=True, related_name="+")
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, null=True, related_name="subscriptions")

    objects = SubscriptionManager()

    class Meta:
        app_label = "djstripe"


class SubscriptionItem(StripeModel):
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, null=True, related_name="subscription_items")
    price = models.ForeignKey(Price, on_delete=models.CASCADE, null=True, related_name="subscription_items")
    subscription = models.ForeignKey(Subscription, on_delete=models.CASCADE, related_name="items")

    class Meta:
        app_label = "djstripe"


class Invoice(StripeModel):
    charge = models.OneToOneField(
        "djstripe.Charge", on_delete=models.CASCADE, null=True, related_name="latest_invoice"
    )
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="invoices")
    subscription = models.ForeignKey(Subscription, on_delete=models.SET_NULL, null=True, related_name="invoices")

    class Meta:
        app_label = "djstripe"


class Charge(StripeModel):
    customer = models.ForeignKey(Customer, on_delete=models.SET_NULL, null=True, related_name="charges")
    invoice = models.ForeignKey(Invoice, on_delete=models.CASCADE, null=True, related_name="charges")

    class Meta:
        app_label = "djstripe"


class Event(StripeModel):
    class Meta:
        app_label = "djstripe"
