"""Earning and spending points."""

from decimal import ROUND_DOWN

from django.conf import settings
from django.db import transaction
from django.db.models import F

from shop.audit.trail import record
from shop.core.transactions import unit_of_work
from shop.loyalty.models import Card, Coupon, Entry, Tier


class NotEnoughPointsError(Exception):
    """There are fewer points on the card than were asked for."""


def open_account(customer):
    """Give a customer a card, once."""
    card, created = Card.objects.get_or_create(customer=customer, defaults={"tier": Tier.for_points(0)})
    if created:
        Entry.objects.create(card=card, points=0, reason="welcome")
    return card


def earn(card, points, reason):
    """Add points, or take them away again; the tier may change with it."""
    with transaction.atomic():
        Entry.objects.create(card=card, points=points, reason=reason)
        Card.objects.filter(pk=card.pk).update(points=F("points") + points)
        card.refresh_from_db()
        tier = Tier.for_points(card.points)
        if tier != card.tier:
            card.tier = tier
            card.save(update_fields=["tier"])
            record("tier", card, tier=str(tier))
    return card


def points_for(amount, card):
    factor = card.tier.factor if card.tier else 1
    return int((amount * settings.SHOP_POINTS_PER_EURO * factor).to_integral_value(ROUND_DOWN))


def swap_for_coupon(card, points):
    """Turn points into a coupon."""
    with unit_of_work("swap points"):
        card = Card.objects.select_for_update().get(pk=card.pk)
        if card.points < points:
            raise NotEnoughPointsError(f"{card.points} points, {points} asked for")
        earn(card, -points, "coupon")
        return Coupon.objects.create(
            code=f"P{card.pk}-{card.entries.count()}", amount=points * settings.SHOP_POINT_VALUE
        )
