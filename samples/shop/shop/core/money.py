"""Money as the shop counts it."""

from decimal import ROUND_HALF_UP, Decimal

from django.conf import settings

CENT = Decimal("0.01")


def cents(amount):
    """Round to cents, half up, as invoices do."""
    return Decimal(amount).quantize(CENT, rounding=ROUND_HALF_UP)


def vat_in(gross, rate=None):
    """The value added tax that a gross amount contains."""
    rate = settings.SHOP_VAT_RATE if rate is None else rate
    return cents(gross - gross / (1 + rate))


def share_out(amount, weights):
    """Divide an amount by weights without losing a cent."""
    total = sum(weights)
    if not total:
        return [Decimal(0) for _ in weights]
    shares = [cents(amount * weight / total) for weight in weights]
    shares[-1] += amount - sum(shares)
    return shares
