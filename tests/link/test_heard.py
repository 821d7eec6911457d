"""A receiver that nothing in the project calls is handed a row of the model that it listens to."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CONNECTED = {
    "a decorator": "changed = receiver(post_save, sender=Doc)(changed)",
    "a call": "post_save.connect(changed, sender=Doc)",
    "a call for each": "for one in (Doc, Note):\n    post_save.connect(changed, sender=one)",
}


@pytest.mark.parametrize("connected", CONNECTED.values(), ids=CONNECTED)
def test_a_row_of_its_sender(connected: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from django.db import models
class Doc(models.Model):
    pass
class Note(models.Model):
    pass
class Entry(models.Model):
    doc = models.ForeignKey(Doc, related_name="written", on_delete=models.CASCADE)
# file: shop/signals.py
from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from shop.models import Doc, Note
def changed(sender, instance, created, **kwargs):
    with transaction.atomic():  #> insert shop_entry
        instance.written.create()
{connected}
""")


def test_a_row_of_either_end() -> None:
    assert_touches("""
# file: shop/models.py
from django.contrib.auth.models import Group
from django.db import models
class Doc(models.Model):
    groups = models.ManyToManyField(Group, related_name="docs")
# file: shop/signals.py
from django.db.models.signals import m2m_changed
from django.dispatch import receiver
from shop.models import Doc
@receiver(m2m_changed, sender=Doc.groups.through)
def changed(sender, instance, action, reverse, **kwargs):
    if reverse:
        return instance.docs.count()  #= read shop_doc
    return instance.groups.first()  #= read auth_group
""")


def test_anything_where_no_sender_is_known() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models
class Doc(models.Model):
    pass
# file: shop/signals.py
from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
@receiver(post_save)
def changed(sender, instance, **kwargs):
    with transaction.atomic():  #> nothing
        instance.save()
""")


@pytest.mark.parametrize(
    "body", ["function(sender, instance, **more)", "transaction.on_commit(lambda: function(sender, instance, **more))"]
)
def test_what_one_decorator_makes_of_two_receivers_hears_its_own(body: str) -> None:
    assert_touches(f"""
# file: shop/signals.py
from django.db import transaction
from django.db.models.signals import post_save
from django.dispatch import receiver
from shop.models import Order, Stock
def later(function):
    def inner(sender, instance, **more):
        {body}
    return inner
@receiver(post_save, sender=Order)
@later
def of_order(sender, instance, created, **kwargs):
    with transaction.atomic():  #> update shop_order
        type(instance).objects.filter(pk=1).update(total=1)
@receiver(post_save, sender=Stock)
@later
def of_stock(sender, instance, created, **kwargs):
    with transaction.atomic():  #> update shop_stock
        type(instance).objects.filter(pk=1).update(left=1)
""")
