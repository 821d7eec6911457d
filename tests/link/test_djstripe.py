"""The tables of dj-stripe: written where Stripe's data is stored, and where the customer's user is deleted."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("djstripe.Customer.sync_from_stripe_data(data)", "insert djstripe_customer, update djstripe_customer"),
        ("djstripe.Subscription.objects.filter(customer__subscriber=user).first()",
         "nothing, read djstripe_subscription, read djstripe_customer"),
        ("[item.price for item in subscription.items.all()]",
         "nothing, read djstripe_subscriptionitem, read djstripe_price"),
        ("shop.delete()", "delete shop_shop"),
    ],
)  # fmt: skip
def test_what_stripe_knows(statement: str, expected: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from django.contrib.auth.models import User
from django.db import models
from djstripe import models as djstripe
class Shop(models.Model):
    customer = models.ForeignKey(djstripe.Customer, on_delete=models.SET_NULL, null=True)
# file: shop/services.py
from django.contrib.auth.models import User
from django.db import transaction
from djstripe import models as djstripe
from shop.models import Shop
def work(user: User, shop: Shop, subscription: djstripe.Subscription, data):
    with transaction.atomic():  #> {expected}
        {statement}
""")


@pytest.mark.parametrize(
    "decorator",
    [
        'event_handlers.djstripe_receiver("customer.updated")',
        'event_handlers.djstripe_receiver(["customer.updated", "customer.deleted"])',
        'webhooks.handler("customer")',
        "webhooks.handler_all",
        "webhooks.handler_all()",
    ],
)
def test_what_hears_of_events(decorator: str) -> None:
    assert_enters(
        f"""
from djstripe import event_handlers, webhooks
@{decorator}
def heard(sender, **kwargs): ...
""",
        "signal shop.services.heard",
    )
