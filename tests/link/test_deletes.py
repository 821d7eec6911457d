"""What a delete takes along: every form of on_delete, both ways of deleting."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

TWO = """
class Cart(models.Model): pass
class Item(models.Model):
    cart = models.ForeignKey(Cart, {on_delete})
"""


@pytest.mark.parametrize(
    ("on_delete", "expected"),
    [
        ("models.CASCADE", "delete shop_cart, delete shop_item"),
        ("on_delete=models.CASCADE", "delete shop_cart, delete shop_item"),
        ("models.SET_NULL, null=True", "delete shop_cart, update shop_item"),
        ("models.SET_DEFAULT, default=1", "delete shop_cart, update shop_item"),
        ("models.SET(1), null=True", "delete shop_cart, update shop_item"),
        ("on_delete=models.SET(lambda: 1)", "delete shop_cart, update shop_item"),
        ("models.PROTECT", "delete shop_cart"),
        ("models.RESTRICT", "delete shop_cart"),
        ("models.DO_NOTHING", "delete shop_cart"),
        ("on_delete=ON_DELETE", "delete shop_cart, delete shop_item"),
        ("on_delete=deletion.SET_NULL, null=True", "delete shop_cart, update shop_item"),
        ("on_delete=models.deletion.CASCADE", "delete shop_cart, delete shop_item"),
        ("on_delete=CASCADE", "delete shop_cart, delete shop_item"),
    ],
)
@pytest.mark.parametrize("call", ["cart.delete()", "Cart.objects.filter(pk=1).delete()"])
def test_on_delete(on_delete: str, expected: str, call: str) -> None:
    assert_touches(f"""
from django.db.models import CASCADE, deletion
ON_DELETE = models.CASCADE
{TWO.format(on_delete=on_delete)}
def drop(cart: Cart):
    with transaction.atomic():  #> {expected}
        {call}
""")


def test_cascades_go_on() -> None:
    assert_touches("""
def drop(customer: Customer):
    with transaction.atomic():  #> delete shop_customer, delete shop_order, delete shop_line, delete shop_order_tags
        customer.delete()
""")


def test_set_null_ends_a_cascade() -> None:
    assert_touches("""
class Cart(models.Model): pass
class Item(models.Model):
    cart = models.ForeignKey(Cart, models.SET_NULL, null=True)
class Note(models.Model):
    item = models.ForeignKey(Item, models.CASCADE)
def drop(cart: Cart):
    with transaction.atomic():  #> delete shop_cart, update shop_item
        cart.delete()
""")


def test_a_cascade_to_self_and_in_a_circle() -> None:
    assert_touches("""
class Node(models.Model):
    parent = models.ForeignKey("self", models.CASCADE)
    owner = models.ForeignKey("Owner", models.CASCADE)
class Owner(models.Model):
    root = models.ForeignKey(Node, models.CASCADE)
def drop(node: Node):
    with transaction.atomic():  #> delete shop_node, delete shop_owner
        node.delete()
""")


def test_a_cascade_runs_signals_but_no_overridden_delete() -> None:
    assert_touches("""
from django.db.models.signals import post_delete
from django.dispatch import receiver
class Cart(models.Model): pass
class Item(models.Model):
    cart = models.ForeignKey(Cart, models.CASCADE)
    def delete(self, *args, **kwargs):
        Tag.objects.create()
@receiver(post_delete, sender=Item)
def gone(instance, **kwargs):
    Log.objects.create(text="gone")
def drop(cart: Cart):
    with transaction.atomic():  #> delete shop_cart, delete shop_item, insert shop_log
        cart.delete()
""")


def test_a_foreign_key_of_an_abstract_model_cascades_for_each_child() -> None:
    assert_touches("""
class Owned(models.Model):
    owner = models.ForeignKey(Tag, models.CASCADE)
    class Meta:
        abstract = True
class Cart(Owned): pass
class Wish(Owned): pass
def drop(tag: Tag):
    with transaction.atomic():  #> delete shop_tag, delete shop_order_tags, delete shop_cart, delete shop_wish
        tag.delete()
""")


def test_a_through_model_is_deleted_by_its_foreign_keys() -> None:
    assert_touches("""
class Cart(models.Model):
    labels = models.ManyToManyField("Label", through="Marking")
class Label(models.Model): pass
class Marking(models.Model):
    cart = models.ForeignKey(Cart, models.CASCADE)
    label = models.ForeignKey(Label, models.CASCADE)
def drop(cart: Cart):
    with transaction.atomic():  #> delete shop_cart, delete shop_marking
        cart.delete()
""")


def test_what_points_at_a_parent_cascades_from_the_child() -> None:
    assert_touches("""
class Base(models.Model): pass
class Gift(Base): pass
class Note(models.Model):
    base = models.ForeignKey(Base, models.CASCADE)
def drop(gift: Gift):
    with transaction.atomic():  #> delete shop_gift, delete shop_base, delete shop_note
        gift.delete()
""")


def test_deleting_a_child_with_keep_parents() -> None:
    assert_touches("""
class Base(models.Model): pass
class Gift(Base): pass
def drop(gift: Gift):
    with transaction.atomic():  #> delete shop_gift
        gift.delete(keep_parents=True)
""")


def test_a_sibling_is_not_deleted() -> None:
    assert_touches("""
class Base(models.Model): pass
class Gift(Base): pass
class Coupon(Base): pass
def drop(gift: Gift):
    with transaction.atomic():  #> delete shop_gift, delete shop_base
        gift.delete()
""")


def test_a_sibling_that_hangs_on_the_row_is_deleted() -> None:
    assert_touches("""
class Base(models.Model):
    inside = models.ForeignKey("self", models.CASCADE, null=True)
class Gift(Base): pass
class Coupon(Base): pass
def drop(gift: Gift):
    with transaction.atomic():  #> delete shop_gift, delete shop_base, delete shop_coupon
        gift.delete()
""")


def test_a_sibling_whose_link_is_written_is_not_deleted() -> None:
    assert_touches("""
class Base(models.Model): pass
class Gift(Base): pass
class Coupon(Base):
    base = models.OneToOneField(Base, models.CASCADE, parent_link=True)
def drop(gift: Gift):
    with transaction.atomic():  #> delete shop_gift, delete shop_base
        gift.delete()
""")


def test_rows_that_extend_the_deleted_one_are_read() -> None:
    assert_touches("""
class Base(models.Model): pass
class Gift(Base): pass
def drop(base: Base):
    with transaction.atomic():  #> read shop_gift, delete shop_gift, delete shop_base
        base.delete()
""")


def test_deleting_through_a_proxy() -> None:
    assert_touches("""
class Rush(Order):
    class Meta:
        proxy = True
def drop(rush: Rush):
    with transaction.atomic():  #> delete shop_order, delete shop_line, delete shop_order_tags
        rush.delete()
""")


def test_a_cascade_in_the_database_alone_is_a_cascade() -> None:
    assert_touches(f"""
{TWO.format(on_delete="models.DB_CASCADE")}
def drop(cart: Cart):
    with transaction.atomic():  #> delete shop_cart, delete shop_item
        cart.delete()
""")


def test_a_library_that_is_touched_is_installed_whole() -> None:
    """What points at a row is known when it is deleted, whatever the code comes upon first."""
    assert_touches("""
from waffle.models import Flag
def touch():
    with transaction.atomic():  #> delete waffle_flag, delete waffle_flag_groups, delete waffle_flag_users
        Flag.objects.get(pk=1).delete()
""")
    assert_touches("""
from easy_thumbnails.models import Thumbnail
def touch():
    with transaction.atomic():  #> delete easy_thumbnails_thumbnail, delete easy_thumbnails_thumbnaildimensions
        Thumbnail.objects.get(pk=1).delete()
""")


def test_a_table_that_a_package_adds_points_at_what_is_deleted() -> None:
    assert_touches("""
from django.contrib.auth.models import User
def work(user: User):
    with transaction.atomic():  #> delete auth_user, delete auth_user_groups, delete auth_user_user_permissions, delete django_admin_log, update shop_historicalorder
        user.delete()
# file: shop/models.py
from django.db import models
from simple_history.models import HistoricalRecords
class Order(models.Model):
    history = HistoricalRecords()
""")  # noqa: E501 - one transaction


def test_an_app_that_is_installed_by_a_class_of_the_project() -> None:
    assert_touches("""
from django.contrib.auth.models import Permission
def work(pk):
    with transaction.atomic():  #> delete auth_user, delete auth_user_groups, delete auth_user_user_permissions, delete django_admin_log
        User.objects.get(pk=pk).delete()
# file: shop/models.py
from django.contrib.auth.models import User
# file: shop/site.py
from django.contrib.admin.apps import AdminConfig
class Own(AdminConfig):
    default_site = "shop.site.Site"
# file: config/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "shop.site.Own"]
""")  # noqa: E501 - one transaction


COLLECTOR = """
from django.db.models.deletion import CASCADE, Collector
class Cart(models.Model): pass
class Item(models.Model):
    cart = models.ForeignKey(Cart, on_delete=CASCADE)
"""


def test_a_collector_deletes_what_it_was_given() -> None:
    assert_touches(f"""{COLLECTOR}
def drop(cart: Cart):
    collector = Collector(using="default")
    collector.collect([cart])  #= read shop_item
    with transaction.atomic():  #> delete shop_cart, delete shop_item
        collector.delete()
def drop_tags():
    collector = Collector("default")
    collector.collect(Tag.objects.all())
    collector.delete()  #> delete shop_tag, delete shop_order_tags
""")


def test_a_mixin_that_deletes_with_a_collector_of_its_own() -> None:
    assert_touches(f"""{COLLECTOR}
class Careful(Collector):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.seen = set()
    def collect(self, objs, source=None, nullable=False):
        super().collect(objs, source=source, nullable=False)
class Deletes:
    def delete(self, using=None, keep_parents=False):
        collector = Careful(using=using, origin=self)
        collector.collect([self])
        return collector.delete()  #> delete shop_gift | delete shop_note
class Gift(Deletes, models.Model): pass
class Note(Deletes, models.Model): pass
def drop(gift: Gift):
    with transaction.atomic():  #> delete shop_gift
        gift.delete()
def drop_note():
    with transaction.atomic():  #> delete shop_note
        Note.objects.get(pk=1).delete()
""")


def test_a_collector_that_only_shows_what_it_would_delete() -> None:
    assert_touches("""
from django.contrib.admin.utils import NestedObjects
def preview(order: Order):
    with transaction.atomic():  #> nothing, read shop_line, read shop_order, read shop_order_tags
        collector = NestedObjects(using="default")
        collector.collect([order])
        return collector.nested()
""")


@pytest.mark.parametrize(
    ("method", "expected"),
    [("can_fast_delete(self, *args, **kwargs)", "read"), ("add_edge(self, source, target)", "no read")],
)
def test_a_collector_that_fetches_each_row(method: str, expected: str) -> None:
    assert_touches(f"""
from django.db.models.deletion import Collector
class Preview(Collector):
    def {method}:
        return False
def preview(tag: Tag):
    with transaction.atomic():  #> nothing, {expected} shop_order_tags
        Preview(using="default").collect([tag])
""")


def test_the_admin_shows_what_hangs_on_rows() -> None:
    assert_touches("""
from django.contrib.admin.utils import get_deleted_objects
def preview(request, site):
    with transaction.atomic():  #> nothing, read shop_tag, read shop_order_tags
        return get_deleted_objects(Tag.objects.filter(name="x"), request, site)
""")


@pytest.mark.parametrize(
    ("action", "more", "expected"),
    [
        ("CASCADE", "", "delete shop_clerk, no read"),
        ("CASCADE", "tags = models.ManyToManyField(Tag)", "delete shop_clerk, delete shop_clerk_tags, read"),
        ("PROTECT", "", "read"),
    ],
)
def test_what_hangs_on_a_row_is_asked_for_in_its_own_order(action: str, more: str, expected: str) -> None:
    assert_touches(f"""
class Place(models.Model):
    number = models.IntegerField()
class Shop(models.Model): pass
class Clerk(models.Model):
    shop = models.ForeignKey(Shop, on_delete=models.{action})
    place = models.ForeignKey(Place, on_delete=models.CASCADE)
    {more}
    class Meta:
        ordering = ["place__number"]
def close(shop: Shop):
    with transaction.atomic():  #> delete shop_shop, {expected} shop_place
        shop.delete()
""")


def test_what_hangs_on_a_row_is_read_with_what_it_extends() -> None:
    assert_touches("""
class Person(models.Model):
    name = models.CharField(max_length=9)
class Shop(models.Model): pass
class Clerk(Person):
    shop = models.ForeignKey(Shop, on_delete=models.CASCADE)
def close(shop: Shop):
    with transaction.atomic():  #> delete shop_shop, delete shop_clerk, delete shop_person, read shop_person
        shop.delete()
""")


@pytest.mark.parametrize(
    ("sender", "expected"),
    [("", "read shop_order_tags"), ("sender=Log", "no read shop_order_tags"), ("sender=None", "read shop_order_tags")],
)
def test_a_receiver_of_every_delete_wants_to_see_each_row(sender: str, expected: str) -> None:
    assert_touches(f"""
from django.db.models.signals import pre_delete
from django.dispatch import receiver
@receiver([pre_delete], {sender})
def gone(instance, **kwargs):
    print(instance)
def drop(tag: Tag):
    with transaction.atomic():  #> delete shop_tag, delete shop_order_tags, {expected}
        tag.delete()
""")


def test_what_may_be_of_one_model_or_of_another_is_deleted_in_one_transaction_or_another() -> None:
    tag = "delete shop_tag, delete shop_order_tags"
    customer = "delete shop_customer, delete shop_order, delete shop_order_tags, delete shop_line"
    assert_touches(f"""
def clear(kind):
    rows = (Tag if kind == "tag" else Customer).objects.all()
    rows.delete()  #> {tag} | {customer}
""")


def test_pairs_that_are_rows_of_a_model_are_deleted_like_any() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models
class Tag(models.Model):
    pass
class Log(models.Model):
    text = models.CharField()
class Order(models.Model):
    tags = models.ManyToManyField(Tag, through="Tagged", related_name="orders")
class Tagged(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE)
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE)
class Note(models.Model):
    tagged = models.ForeignKey(Tagged, on_delete=models.CASCADE)
# file: shop/services.py
from django.db import models, transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver
from shop.models import *
@receiver(post_delete, sender=Tagged)
def gone(sender, **kwargs):
    Log.objects.create(text="a")
def work(order: Order, tag: Tag):
    with transaction.atomic():  #> delete shop_tagged, delete shop_note, insert shop_log
        order.tags.remove(tag)
    with transaction.atomic():  #> delete shop_tagged, delete shop_note, insert shop_log
        tag.orders.clear()
    with transaction.atomic():  #> insert shop_tagged, delete shop_tagged, delete shop_note, insert shop_log
        order.tags.set([tag])
    with transaction.atomic():  #> insert shop_tagged
        order.tags.add(tag)
""")


@pytest.mark.parametrize(
    ("apps", "others"), [('"allauth"', ""), ('"allauth", "allauth.mfa.apps.MFAConfig"', ", delete mfa_authenticator")]
)
def test_an_app_inside_another_app_is_installed_by_itself(apps: str, others: str) -> None:
    assert_touches(f"""
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", {apps}]
# file: shop/services.py
from django.contrib.auth.models import User
from django.db import transaction
def work(user: User):  # all of a library is at hand, here what is spelled out: allauth.mfa.models
    with transaction.atomic():  #> delete auth_user, delete auth_user_groups, delete auth_user_user_permissions{others}
        user.delete()
""")
