"""Points, tiers, coupons and campaigns."""

from decimal import Decimal

from django.db import models
from django.utils import timezone

from shop.core.models import AppendOnly, Retiring, RetiringQuerySet, TimeStamped
from shop.customers.models import Customer


class Tier(models.Model):
    name = models.CharField(max_length=40)
    from_points = models.PositiveIntegerField(unique=True)
    factor = models.DecimalField(max_digits=3, decimal_places=1, default=1)

    class Meta:
        ordering = ["from_points"]

    def __str__(self):
        return self.name

    @classmethod
    def for_points(cls, points):
        return cls.objects.filter(from_points__lte=points).last()


class Card(TimeStamped):
    """A customer's loyalty card."""

    customer = models.OneToOneField(Customer, on_delete=models.PROTECT, related_name="loyalty_card")
    tier = models.ForeignKey(Tier, null=True, blank=True, on_delete=models.SET_NULL, related_name="cards")
    points = models.IntegerField(default=0)

    def __str__(self):
        return f"card of {self.customer}"


class Entry(AppendOnly):
    card = models.ForeignKey(Card, on_delete=models.CASCADE, related_name="entries")
    points = models.IntegerField()
    reason = models.CharField(max_length=80)

    class Meta(AppendOnly.Meta):
        db_table = "loyalty_points"
        verbose_name_plural = "entries"

    def __str__(self):
        return f"{self.points:+} {self.reason}"


class CouponQuerySet(RetiringQuerySet):
    def usable(self):
        now = timezone.now()
        return self.live().filter(valid_from__lte=now).exclude(valid_until__lt=now)


class Coupon(Retiring, TimeStamped):
    code = models.CharField(max_length=20, unique=True)
    percent = models.DecimalField(max_digits=4, decimal_places=1, default=0)
    amount = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    limit = models.PositiveIntegerField(default=1)
    used = models.PositiveIntegerField(default=0)
    valid_from = models.DateTimeField(default=timezone.now)
    valid_until = models.DateTimeField(null=True, blank=True)

    objects = CouponQuerySet.as_manager()

    def __str__(self):
        return self.code

    def discount_on(self, total):
        return min(total, self.amount + total * self.percent / Decimal(100)).quantize(Decimal("0.01"))


class Redemption(AppendOnly):
    coupon = models.ForeignKey(Coupon, on_delete=models.PROTECT, related_name="redemptions")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="redemptions")
    amount = models.DecimalField(max_digits=8, decimal_places=2)

    def __str__(self):
        return f"{self.coupon_id} by {self.customer_id}"


class Campaign(TimeStamped):
    """A mailing to some customers, perhaps with a coupon in it."""

    name = models.CharField(max_length=80)
    text = models.TextField()
    coupon = models.ForeignKey(Coupon, null=True, blank=True, on_delete=models.SET_NULL, related_name="campaigns")
    tiers = models.ManyToManyField(Tier, blank=True, related_name="campaigns")
    audience = models.ManyToManyField(Customer, through="Invitation", related_name="campaigns")
    sent_at = models.DateTimeField(null=True, blank=True)

    def __str__(self):
        return self.name


class Invitation(models.Model):
    campaign = models.ForeignKey(Campaign, on_delete=models.CASCADE, related_name="invitations")
    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="invitations")
    sent_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["campaign", "customer"], name="invited_once")]

    def __str__(self):
        return f"{self.customer_id} to {self.campaign_id}"
