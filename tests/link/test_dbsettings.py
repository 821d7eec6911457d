"""Settings of django-dbsettings, each a row of a table."""

from __future__ import annotations

from tests.link.linking import assert_touches


def test_settings_of_a_model_and_of_a_module() -> None:
    assert_touches("""
# file: shop/models.py
import dbsettings
from django.db import models
class Limits(dbsettings.Group):
    most = dbsettings.IntegerValue(default=3)
class Order(models.Model):
    limits = Limits("Limits")
    total = models.IntegerField()
# file: shop/services.py
import dbsettings
from dbsettings.loading import set_setting_value, setting_in_db
from django.db import transaction
from shop.models import Order
class Texts(dbsettings.Group):
    greeting = dbsettings.StringValue()
texts = Texts()
def work():
    with transaction.atomic():  #> insert shop_order, read dbsettings_setting
        Order.objects.create(total=Order.limits.most)
    with transaction.atomic():  #> write dbsettings_setting, write dbsettings_setting
        texts.greeting = "Hello"
    with transaction.atomic():  #> nothing, read dbsettings_setting
        setting_in_db("shop.services", "", "greeting")
    with transaction.atomic():  #> write dbsettings_setting, write dbsettings_setting
        set_setting_value("shop.services", "", "greeting", "Hi")
""")
