"""Models that extend the user model, which `get_user_model()` gives."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    ("base", "meta", "setting", "expected"),
    [
        ("User", "proxy = True", "", "nothing, read auth_user"),
        ("get_user_model()", "proxy = True", "", "nothing, read auth_user"),
        ("User", "pass", "", "nothing, read auth_user, read shop_person"),
        ("User", "proxy = True", "AUTH_USER_MODEL = 'accounts.Member'", "nothing, read accounts_member"),
        ("apps.get_model('accounts.Member')", "proxy = True", "", "nothing, read accounts_member"),
        ("apps.get_model('accounts', 'Member')", "proxy = True", "", "nothing, read accounts_member"),
    ],
)
def test_a_model_that_extends_the_user(base: str, meta: str, setting: str, expected: str) -> None:
    assert_touches(f"""
# file: shop/settings.py
INSTALLED_APPS = ['django.contrib.auth', 'django.contrib.contenttypes', 'shop', 'accounts']
{setting}
# file: accounts/models.py
from django.db import models
class Member(models.Model):
    pass
# file: shop/people.py
from django.apps import apps
from django.contrib.auth import get_user_model
User = get_user_model()
class Person({base}):
    class Meta:
        app_label = "shop"
        {meta}
# file: shop/models.py
from django.db import models
class Order(models.Model):
    who = models.ManyToManyField("shop.Person")
# file: shop/services.py
from django.db import transaction
from shop.models import Order
def show(order: Order):
    with transaction.atomic():  #> {expected}, read shop_order_who
        list(order.who.all())
""")
