"""Using coupons. Billing calls this inside its transaction: a coupon is spent with the invoice or not at all."""

from decimal import Decimal

from django.db.models import F

from shop.loyalty.models import Coupon, Redemption


def redeem(code, customer, total):
    """Spend a coupon; one that is not usable is worth nothing."""
    coupon = Coupon.objects.usable().select_for_update().filter(code__iexact=code, used__lt=F("limit")).first()
    if coupon is None:
        return Decimal(0)
    discount = coupon.discount_on(total)
    coupon.used += 1
    coupon.save(update_fields=["used"])
    Redemption.objects.create(coupon=coupon, customer=customer, amount=discount)
    return discount


def withdraw(codes):
    """Take coupons out of circulation. They stay in the table, for the redemptions."""
    return Coupon.objects.filter(code__in=codes).delete()


def throw_away_unused():
    return Coupon.objects.retired().filter(used=0).really_delete()
