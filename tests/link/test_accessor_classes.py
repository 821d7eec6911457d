"""Foreign keys that look their rows up in a way of their own."""

from __future__ import annotations

from tests.link.linking import assert_touches


def test_a_foreign_key_that_asks_the_manager_of_its_target() -> None:
    assert_touches("""
# file: shop/fields.py
from django.db import models
from django.db.models.fields import related_descriptors
class Forward(related_descriptors.ForwardManyToOneDescriptor):
    def get_queryset(self, **hints):
        return self.field.remote_field.model.objects.db_manager(hints=hints).all()
class OwnKey(models.ForeignKey):
    forward_related_accessor_class = Forward
# file: shop/models.py
from django.db import models
from model_utils.managers import InheritanceManager
from shop.fields import OwnKey
class Kind(models.Model):
    pass
class ItemManager(InheritanceManager):
    def get_queryset(self):
        return super().get_queryset().select_related("kind").select_subclasses()
class Item(models.Model):
    kind = models.ForeignKey(Kind, on_delete=models.CASCADE)
    objects = ItemManager()
class Book(Item):
    def sell(self):
        self.save()
class Line(models.Model):
    item = OwnKey(Item, on_delete=models.CASCADE)
    plain = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="+")
class Stock(models.Model):
    pass
# file: shop/services.py
from django.db import transaction
from shop.models import Line, Stock
def run(line: Line):
    with transaction.atomic():  #> insert shop_stock, read shop_item, read shop_book, read shop_kind
        Stock.objects.create(pk=line.item.pk)
    with transaction.atomic():  #> update shop_item, update shop_book
        line.item.sell()
    with transaction.atomic():  #> insert shop_stock, read shop_item, no read shop_book, no read shop_kind
        Stock.objects.create(pk=line.plain.pk)
""")
