"""Models of packages whose source is not read: their tables are guessed at by their names."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

WRITTEN = {
    "AuthToken.objects.create(user=x)": "insert own_tokens_authtoken?",
    "Device.objects.filter(user=x).exclude(pk=1).delete()": "read otp_totp_device, delete otp_totp_device?",
    "one = Device.objects.get(pk=x)\n        one.on = True\n        one.save()": "update otp_totp_device?",
    "Device(user=x).save()": "insert otp_totp_device?",
    "Device.objects.update_or_create(pk=x)": "insert otp_totp_device?, update otp_totp_device?",
    "Device.objects.select_for_update().get(pk=x)": "lock otp_totp_device?",
    "Device.objects.register_for(x)": "insert otp_totp_device?",
    "Device.objects.filter(user=x).remove_expired()": "delete otp_totp_device?",
    "Device.objects.mark_used(x)": "update otp_totp_device?",
    "Device.objects.for_user(x)": "nothing",
    "x.models.Device.objects.create()": "nothing",
    "Device.send(x)": "nothing",
    "Gone.objects.create()": "nothing",
}


@pytest.mark.parametrize("statement", WRITTEN)
def test_what_is_written(statement: str) -> None:
    assert_touches(f"""
from spare_otp.plugins.otp_totp.models import Device
from own_tokens.models import AuthToken
from shop.gone.models import Gone
def work(x):
    with transaction.atomic():  #> {WRITTEN[statement]}
        {statement}
""")


@pytest.mark.parametrize(
    ("operations", "table"),
    [
        ('CreateModel(name="Order", fields=[], options={"verbose_name": "order", "db_table": "orders"})', "orders"),
        ('CreateModel("Order", [], {"db_table": "orders"})', "orders"),
        (
            'CreateModel("Bill", [], {"db_table": "bills"}), migrations.RenameModel("Bill", "Order")',
            "bills",
        ),
        (
            'CreateModel(name="Order", fields=[]), migrations.AlterModelTable(name="order", table="all_orders")',
            "all_orders",
        ),
        ('CreateModel(name="Order", fields=[], options={})', "shop_order"),
    ],
)
def test_what_migrations_call_the_table_of_a_model_below_one_that_is_not_read(operations: str, table: str) -> None:
    assert_touches(f"""
from shop.models import Order
def work(pk):
    with transaction.atomic():  #> delete {table}, update shop_bill
        Order.objects.get(pk=pk).delete()
        Bill.objects.update(paid=True)
# file: shop/models.py
from django.db import models
from stock.models import Kept
class Order(Kept, models.Model):
    name = models.TextField()
class Bill(models.Model):
    paid = models.BooleanField()
# file: shop/migrations/0001_initial.py
from django.db import migrations, models
class Migration(migrations.Migration):
    operations = [
        migrations.{operations},
    ]
""")


POINTING = {
    "Bill.objects.get(pk=x).payments.add(y)": "read shop_bill, insert shop_bill_payments",
    "Bill.objects.get(pk=x).payments.get(pk=y).delete()": "delete ipn_payment?, delete shop_bill_payments",
    "list(Bill.objects.prefetch_related('payments'))": "read shop_bill, read shop_bill_payments, read ipn_payment",
    "list(Bill.objects.select_related('card'))": "read shop_bill, read cards_card",
    "Bill.objects.get(pk=x).card.save()": "read shop_bill, read cards_card, update cards_card?",
    "Bill.objects.get(pk=x).card.charge(y)": "read shop_bill, read cards_card",
    "Bill.objects.get(pk=x).gone.save()": "read shop_bill",  # an application of the project has no such model
}


@pytest.mark.parametrize("statement", POINTING)
def test_what_points_at_models_of_packages_that_are_not_read(statement: str) -> None:
    assert_touches(f"""
from shop.models import Bill
def work(x, y):
    with transaction.atomic():  #> {POINTING[statement]}
        {statement}
# file: shop/models.py
from django.db import models
from spare.cards.models import Card
class Bill(models.Model):
    payments = models.ManyToManyField("ipn.Payment", related_name="bills")
    card = models.ForeignKey(Card, on_delete=models.CASCADE)
    gone = models.ForeignKey("shop.Gone", on_delete=models.CASCADE)
""")
