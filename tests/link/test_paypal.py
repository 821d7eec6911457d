"""django-paypal: a message of PayPal's is kept, and those who listen hear of it in its request."""

from __future__ import annotations

from tests.link.linking import assert_touches


def test_a_payment() -> None:
    assert_touches("""
from django.db import models
from django.dispatch import receiver
from paypal.standard.ipn.models import PayPalIPN
from paypal.standard.ipn.signals import invalid_ipn_received, valid_ipn_received
from shop.models import Log, Stock
class Payment(models.Model):
    ipns = models.ManyToManyField("ipn.PayPalIPN")
@receiver(valid_ipn_received)
def paid(sender, **kwargs):
    with transaction.atomic():  #> insert shop_log, insert shop_payment_ipns
        Payment.objects.get(pk=sender.custom).ipns.add(sender)
        Log.objects.create(text=sender.txn_id)
@receiver(invalid_ipn_received)
def flagged(sender, **kwargs):
    with transaction.atomic():  #> write paypal_ipn
        sender.clear_flag()
        sender.save()
def pay():
    with transaction.atomic():  #> insert paypal_ipn, insert shop_payment_ipns, insert shop_log
        ipn = PayPalIPN()
        ipn.verify()
        ipn.send_signals()
# file: shop/settings.py
INSTALLED_APPS = ["shop", "paypal.standard.ipn"]
""")


def test_what_points_at_it_by_name_says_that_it_is_installed() -> None:
    assert_touches("""
from paypal.standard.ipn.signals import valid_ipn_received
import paypal.standard.ipn.models
from shop.models import Payment
def paid(pk, ipn):
    with transaction.atomic():  #> insert shop_payment_ipns, read shop_payment
        Payment.objects.get(pk=pk).ipns.add(ipn)
    with transaction.atomic():  #> delete paypal_ipn, delete shop_payment_ipns
        Payment.objects.get(pk=pk).ipns.first().delete()
# file: shop/models.py
from django.db import models
class Payment(models.Model):
    ipns = models.ManyToManyField("ipn.paypalipn")
""")
