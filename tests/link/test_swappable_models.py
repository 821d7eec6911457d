"""Which models have no table, since a setting names another one in their place?"""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

OWN = "delete accounts_account_groups"
BOTH = f"delete auth_user_groups, {OWN}"
SETTINGS = {
    'AUTH_USER_MODEL = "accounts.Account"': OWN,
    'import os\nAUTH_USER_MODEL = os.environ.get("ACCOUNTS", "accounts.Account")': BOTH,
    'if OWN_ACCOUNTS:\n    AUTH_USER_MODEL = "accounts.Account"': BOTH,
    "": BOTH,
}


@pytest.mark.parametrize("written", SETTINGS)
def test_a_model_that_is_swapped_out_is_taken_along_by_nothing(written: str) -> None:
    assert_touches(f"""
from django.contrib.auth.models import Group
def work():
    with transaction.atomic():  #> {SETTINGS[written]}, delete auth_group_permissions, delete auth_group
        Group.objects.all().delete()
# file: accounts/models.py
from django.contrib.auth.models import AbstractUser
class Account(AbstractUser):
    pass
# file: config/settings.py
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.contenttypes", "accounts", "shop"]
{written}
""")


@pytest.mark.parametrize("texts", ["", 'A, B, C, D = "a", "b", "c", "d"'])
def test_of_several_models_that_a_setting_names_relations_lead_to_the_last(texts: str) -> None:
    assert_touches(f"""
def touch():
    owner = Order.objects.get().owner
    with transaction.atomic():  #> update shop_member
        owner.save()
# file: shop/settings.py
import os
INSTALLED_APPS = ["shop"]
if os.environ.get("OTHER"):
    AUTH_USER_MODEL = "shop.Other"
else:
    {texts}
    AUTH_USER_MODEL = "shop.Member"
# file: shop/models.py
from django.conf import settings
from django.db import models
class Other(models.Model):
    pass
class Member(models.Model):
    pass
class Order(models.Model):
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
""")
