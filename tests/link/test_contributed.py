"""Fields, managers and methods that are added to models from outside."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

ADDED = """
# file: shop/apps.py
from django.apps import AppConfig
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models
class ShopConfig(AppConfig):
    name = "shop"
    def ready(self):
        from shop.models import Customer, Grant, Log, Order, Stock, Tag
        from shop.access import register
        {added}
# file: shop/access.py
from django.contrib.contenttypes.fields import GenericRelation
held = set()
def register(model):
    from shop.models import Grant
    if model not in held:
        held.add(model)
        model.add_to_class(name="grants", value=GenericRelation(to=Grant))
# file: shop/models.py
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
class Customer(models.Model):
    pass
class Tag(models.Model):
    pass
class Order(models.Model):
    pass
class Stock(models.Model):
    pass
class Log(models.Model):
    pass
class Grant(models.Model):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.IntegerField()
    held = GenericForeignKey()
"""
KEY = "models.ForeignKey(Customer, on_delete=models.CASCADE, related_name='orders')"


@pytest.mark.parametrize(
    ("added", "statement", "expected"),
    [
        (f"Order.add_to_class('customer', {KEY})", "Customer.objects.get(pk=1).delete()",
         "delete shop_customer, delete shop_order"),
        (f"Order.add_to_class(name='customer', value={KEY})", "Customer.objects.get(pk=1).orders.create()",
         "insert shop_order"),
        (f"{KEY}.contribute_to_class(Order, 'customer')", "Customer.objects.all().delete()",
         "delete shop_customer, delete shop_order"),
        (f"Order.add_to_class('customer', {KEY})", "Log.objects.create(text=Order.objects.get(pk=1).customer.pk)",
         "insert shop_log, read shop_customer"),
        ("Order.add_to_class('tags', models.ManyToManyField(Tag))", "Order.objects.get(pk=1).tags.set([])",
         "insert shop_order_tags, delete shop_order_tags"),
        ("Order.add_to_class('grants', GenericRelation(Grant))", "Order.objects.get(pk=1).delete()",
         "delete shop_order, delete shop_grant"),
        ("Order.add_to_class('note', lambda self: Log.objects.create())", "Order.objects.get(pk=1).note()",
         "insert shop_log"),
        ("register(Order)", "Order.objects.get(pk=1).delete()", "delete shop_order, delete shop_grant"),
    ],
)  # fmt: skip
def test_what_is_added_from_outside(added: str, statement: str, expected: str) -> None:
    assert_touches(f"""
def work():
    with transaction.atomic():  #> {expected}
        {statement}
{ADDED.format(added=added)}
""")


def test_a_field_puts_a_descriptor_on_the_model_that_it_points_at() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models
from django.db.models.fields.related_descriptors import ReverseOneToOneDescriptor
from django.db.transaction import atomic
class Making(ReverseOneToOneDescriptor):
    def __get__(self, instance, instance_type=None):
        model = self.related.related_model
        try:
            return super().__get__(instance, instance_type)
        except model.DoesNotExist:
            with atomic():  #> insert shop_colors | insert shop_fonts
                made, _ = model.objects.get_or_create(**{self.related.field.name: instance})
                return made
class AutoOneToOneField(models.OneToOneField):
    def contribute_to_related_class(self, cls, related):
        setattr(cls, related.get_accessor_name(), Making(related))
class Page(models.Model):
    pass
class Block(models.Model):
    page = AutoOneToOneField(Page, on_delete=models.CASCADE, related_name="%(class)s")
    class Meta:
        abstract = True
class Colors(Block):
    pass
class Fonts(Block):
    pass
# file: shop/services.py
from django.db import transaction
from shop.models import Page
def run(page: Page):
    with transaction.atomic():  #> insert shop_colors, update shop_colors
        page.colors.save()
    with transaction.atomic():  #> insert shop_fonts
        return page.fonts
""")


def test_rows_of_content_types_and_permissions_are_made() -> None:
    assert_touches("""
from django.apps import apps
from django.contrib.auth.management import create_permissions
from django.contrib.contenttypes.management import create_contenttypes
def renew():
    for config in apps.get_app_configs():
        create_contenttypes(config)  #= insert django_content_type, read django_content_type
        create_permissions(config)  #= insert auth_permission, read auth_permission, read django_content_type, \
insert django_content_type
""")


def test_what_ready_patches_is_met_by_what_is_evaluated_first() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models
class Shop(models.Model):
    pass
class Note(models.Model):
    shop = models.ForeignKey(Shop, models.CASCADE, related_name="journal")
class Log(models.Model):
    pass
# file: shop/apps.py
from django.apps import AppConfig
class ShopConfig(AppConfig):
    def ready(self):
        from shop.journal import Journal
        from shop.models import Shop
        setattr(Shop, "journal", property(lambda self: Journal()))
# file: shop/journal.py
from shop.models import *
class Journal:
    def add(self, text):
        Log.objects.create()
# file: shop/urls.py
from django.db import transaction
from django.urls import path
from shop.models import *
def write(request):
    shop = Shop.objects.get()
    with transaction.atomic():  #> insert shop_log
        shop.journal.add("opened")
urlpatterns = [path("write", write)]
""")


@pytest.mark.parametrize("keep", ["HELD[name] = self", "HELD[model] = self", "HELD.update({id(model): self})"])
def test_an_object_of_the_project_that_hears_of_its_model(keep: str) -> None:
    assert_touches(f"""
# file: shop/watching.py
from django.db import models
from django.dispatch import receiver
HELD = {{}}
class Watcher(object):
    def __init__(self, kind=None):
        self.model, self.kind = None, kind
    def contribute_to_class(self, model, name):
        self.model = model
        setattr(model, name, self)
        {keep}
    @classmethod
    def tell_all(cls, function):
        for watcher in HELD.values():
            watcher.tell(function)
    def tell(self, function):
        @receiver(models.signals.post_save, sender=self.model, weak=False)
        def told(sender, instance, **kwargs):
            if self.model.objects.filter(pk=instance.pk).exists():
                function(instance)
# file: shop/models.py
from django.db import models
from shop.watching import Watcher
class Order(models.Model):
    watched = Watcher()
class Tag(models.Model):
    seen = Watcher()
class Stock(models.Model):
    pass
class Log(models.Model):
    pass
# file: shop/apps.py
from django.apps import AppConfig
class Shop(AppConfig):
    def ready(self):
        from shop.services import log
        from shop.watching import Watcher
        Watcher.tell_all(log)
# file: shop/services.py
from django.db import transaction
from shop.models import *
def log(row):
    Log.objects.create()
def work():
    with transaction.atomic():  #> insert shop_order, insert shop_log, read shop_order, no read shop_tag
        Order.objects.create()
    with transaction.atomic():  #> insert shop_tag, insert shop_log, read shop_tag, no read shop_order
        Tag.objects.create()
    with transaction.atomic():  #> insert shop_stock, no read shop_order
        Stock.objects.create()
""")


@pytest.mark.parametrize("making", ["connect(self.saved, cls, True)", "connect(self.saved, sender=cls)"])
def test_a_field_hears_of_the_rows_of_its_model_alone(making: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from django.db import models
class Log(models.Model):
    pass
class Watched(models.CharField):
    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        models.signals.post_save.{making}
    def saved(self, instance, **kwargs):
        Log.objects.create()
class Order(models.Model):
    code = Watched()
class Held(models.Model):
    code = Watched()
    class Meta:
        abstract = True
class Stock(Held):
    pass
class Tag(models.Model):
    code = models.CharField(max_length=9)
# file: shop/services.py
from django.db import transaction
from shop.models import *
def work():
    with transaction.atomic():  #> insert shop_order, insert shop_log
        Order.objects.create()
    with transaction.atomic():  #> insert shop_stock, insert shop_log
        Stock.objects.create()
    with transaction.atomic():  #> insert shop_tag
        Tag.objects.create()
""")


def test_a_field_orders_the_pairs_of_its_relation_alone() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models
class Tag(models.Model):
    pass
class Ordered(models.ManyToManyField):
    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)
        models.signals.m2m_changed.connect(self.order, sender=getattr(cls, name).through)
    def order(self, sender, instance, action, **kwargs):
        if action in ("post_add", "post_remove"):
            for place, pair in enumerate(sender.objects.order_by("id")):
                pair.position = place
                pair.save()
class Order(models.Model):
    tags = Ordered(Tag, through="shop.OrderTag")
class OrderTag(models.Model):
    order = models.ForeignKey(Order, models.CASCADE)
    tag = models.ForeignKey(Tag, models.CASCADE)
    position = models.IntegerField()
class Stock(models.Model):
    tags = models.ManyToManyField(Tag)
# file: shop/services.py
from django.db import transaction
from shop.models import *
def work(order: Order, stock: Stock, tag: Tag):
    with transaction.atomic():  #> insert shop_ordertag, update shop_ordertag
        order.tags.add(tag)
    with transaction.atomic():  #> insert shop_stock_tags
        stock.tags.add(tag)
""")


@pytest.mark.parametrize(
    ("uid", "expected"),
    [
        ("dispatch_uid='codes'", "insert shop_order, insert shop_code"),
        ("dispatch_uid=name", "insert shop_order, insert shop_code, insert shop_number"),
        ("weak=False", "insert shop_order, insert shop_code, insert shop_number"),
    ],
)
def test_the_first_of_the_fields_that_listen_under_one_id(uid: str, expected: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from django.db import models
class Code(models.Model):
    pass
class Number(models.Model):
    pass
class Watched(models.CharField):
    def contribute_to_class(self, cls, name):
        super().contribute_to_class(cls, name)
        models.signals.post_save.connect(self.saved, cls, {uid})
    def saved(self, instance, **kwargs):
        if self.name == "code":
            Code.objects.create()
        else:
            Number.objects.create()
class Order(models.Model):
    code = Watched()
    number = Watched()
# file: shop/services.py
from django.db import transaction
from shop.models import *
def work():
    with transaction.atomic():  #> {expected}
        Order.objects.create()
""")


def test_what_a_field_puts_in_its_own_place_is_still_the_field() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models
from sortedm2m.fields import SortedManyToManyDescriptor, SortedManyToManyField
class Tag(models.Model):
    pass
class Held(SortedManyToManyDescriptor):
    def related_manager_cls(self):
        return made(self.rel)
class Ordered(SortedManyToManyField):
    def contribute_to_class(self, cls, name, **kwargs):
        self.prepare(cls, name)
        setattr(cls, name, Held(self))
class Tagged(models.Model):
    tags = Ordered(Tag)
    class Meta:
        abstract = True
class Order(Tagged):
    pass
# file: shop/services.py
from django.db import transaction
from shop.models import *
def work(order: Order, tag: Tag):
    with transaction.atomic():  #> insert shop_order_tags, delete shop_order_tags
        order.tags.set([tag], clear=True)
""")


def test_fields_that_stand_for_others_until_the_model_is_there() -> None:
    """Of all names of a class, those of methods and properties are no fields, whatever is not known of them."""
    assert_touches("""
class Later:
    def __init__(self, to):
        self.to = to
class Builder(models.base.ModelBase):
    def __new__(cls, name, bases, attrs):
        made = super().__new__(cls, name, bases, attrs)
        for attribute in dir(made):
            member = getattr(made, attribute, None)
            if isinstance(member, Later):
                field = models.ManyToManyField(member.to)
                field.contribute_to_class(made, attribute)
        return made
class Parcel(models.Model, metaclass=Builder):
    tags = Later(Tag)
    def label(self):
        return unknown(self)
    @property
    def weight(self):
        return unknown(self)
def drop(parcel: Parcel):
    with transaction.atomic():  #> delete shop_parcel, delete shop_parcel_tags
        parcel.delete()
""")


@pytest.mark.parametrize("beside", ["", "import waffle", "import reversion", "import six\nimport taggit"])
def test_a_property_that_is_made_of_two_functions(beside: str) -> None:
    assert_touches(f"""
{beside}
def work(x):
    with transaction.atomic():  #> insert shop_log
        order = Order.objects.get(pk=1)
        order.paid = x
@property
def paid(order):
    return order.pk
@paid.setter
def paid(order, value):
    Log.objects.create()
Order.add_to_class("paid", paid)
""")
