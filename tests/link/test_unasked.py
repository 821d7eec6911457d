"""What a library does unasked to a table of its own, and what somebody asks it for."""

from __future__ import annotations

import msgspec
import pytest

from tests.link.linking import assert_touches

AUDITED = """
# file: shop/models.py
from auditlog.registry import auditlog
from django.db import models
class Order(models.Model):
    pass
auditlog.register(Order)
"""
ADMIN = """
# file: shop/admin.py
from django.contrib import admin
from shop.models import *
@admin.register(Stock)
class StockAdmin(admin.ModelAdmin):  #> write shop_stock, write django_admin_log | write shop_stock, write django_admin_log | delete shop_stock, write django_admin_log | delete shop_stock, write django_admin_log
    pass
"""  # noqa: E501 - one line has all transactions of an admin
LOGGED = """
from django.contrib.admin.models import LogEntry
def place(user, order):
    with transaction.atomic():  #> insert django_admin_log
        LogEntry.objects.log_action(user.pk, 1, order.pk, "order", 1)
"""
RECEIVED = """
from django.contrib.admin.models import LogEntry
from django.db.models.signals import post_save
from django.dispatch import receiver
@receiver(post_save, sender=Order)
def logged(instance, **kwargs):
    LogEntry.objects.log_action(1, 1, instance.pk, "order", 1)
def place():
    with transaction.atomic():  #> write shop_order, insert django_admin_log
        Order().save()
"""
SAVED = f"""
def place():
    with transaction.atomic():  #> write shop_order, insert auditlog_logentry
        Order().save()
{AUDITED}"""


@pytest.mark.parametrize(
    ("source", "table", "library"),
    [
        (SAVED, "auditlog_logentry", "auditlog"),
        (SAVED, "shop_order", None),
        (ADMIN, "django_admin_log", "django.contrib.admin"),
        (ADMIN, "shop_stock", None),
        (LOGGED, "django_admin_log", None),
        (RECEIVED, "django_admin_log", None),
    ],
)
def test_who_does_it(source: str, table: str, library: str | None) -> None:
    scan = assert_touches(source)
    held = [one for transaction in scan.transactions for one in transaction.accesses if one.table == table]
    assert {one.library for one in held if one.binds} == {msgspec.UNSET if library is None else library}
