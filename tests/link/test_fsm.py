"""State machines of django-fsm: what runs around a transition."""

from __future__ import annotations

from tests.link.linking import assert_touches


def test_a_transition() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models, transaction
from django.dispatch import receiver
from django_fsm import FSMField, can_proceed, transition
from django_fsm.signals import post_transition
class Log(models.Model):
    pass
class Stock(models.Model):
    pass
class Tag(models.Model):
    pass
def in_stock(order):
    return Stock.objects.exists()
class Order(models.Model):
    state = FSMField(default="new")
    @transition(field=state, source="new", target="paid", conditions=[in_stock])
    def pay(self):
        Log.objects.create()
    @transition(field="state", source=["new", "paid"], target="closed")
    def close(self, by=None):
        self.on_close()
    @transaction.atomic  #> insert shop_stock, insert shop_tag
    @transition(field=state, source="*", target="counted")
    def count(self):
        Stock.objects.create()
    def on_close(self):
        Stock.objects.all().delete()
class Draft(models.Model):
    state = FSMField(default="new")
    @transition(field=state, source="new", target="old")
    def age(self):
        pass
@receiver(post_transition, sender=Order)
def tag(sender, instance, name, **kwargs):
    Tag.objects.create()
def work(order: Order, draft: Draft):
    with transaction.atomic():  #> insert shop_log, insert shop_tag, update shop_order, read shop_stock
        order.pay()
        order.save()
    with transaction.atomic():  #> delete shop_stock, insert shop_tag
        if can_proceed(order.close):
            order.close(by="me")
    with transaction.atomic():  #> nothing
        draft.age()
""")
