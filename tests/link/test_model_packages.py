"""Packages that write beside a model's own save and delete: hooks, histories, soft deletes, orders, trees, logs."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_statement_writes, assert_touches

LIFECYCLE = """
# file: shop/models.py
from django.db import models
from django_lifecycle import AFTER_CREATE, BEFORE_DELETE, LifecycleModel, LifecycleModelMixin, hook
class Log(models.Model):
    text = models.TextField()
class Mail(models.Model):
    pass
class Stock(models.Model):
    left = models.IntegerField(default=0)
class Tag(LifecycleModelMixin, models.Model):
    name = models.TextField()
    @hook(AFTER_CREATE)
    def log(self):
        Log.objects.create()
    @hook(BEFORE_DELETE, when="name", has_changed=True)
    def restock(self):
        Stock.objects.create()
class Order(LifecycleModel):
    @hook("after_save", on_commit=True)
    def mail(self):
        Mail.objects.create()
"""
HISTORY = """
# file: shop/models.py
from django.db import models
from simple_history.models import HistoricalRecords
class Own(HistoricalRecords):
    def create_historical_record(self, instance, history_type, using=None):
        if instance.total:
            super().create_historical_record(instance, history_type, using)
def made(excluded=None):
    class Made(models.Model):
        history = Own(inherit=True, excluded_fields=excluded or [])
        class Meta:
            abstract = True
    return Made
class Plain(models.Model):
    history = HistoricalRecords()
class Order(made(["a"])):
    total = models.IntegerField(default=0)
"""
SOFT = """
# file: shop/models.py
from django.db import models
from softdelete.models import SoftDeleteObject
class Doc(SoftDeleteObject):
    name = models.TextField()
class Page(SoftDeleteObject):
    doc = models.ForeignKey(Doc, on_delete=models.CASCADE)
class Note(models.Model):
    doc = models.ForeignKey(Doc, null=True, on_delete=models.SET_NULL)
"""
SAFE = """
# file: shop/models.py
from django.db import models
from safedelete import HARD_DELETE, SOFT_DELETE_CASCADE
from safedelete.models import SafeDeleteModel
class Doc(SafeDeleteModel):
    _safedelete_policy = SOFT_DELETE_CASCADE
class Page(SafeDeleteModel):
    doc = models.ForeignKey(Doc, on_delete=models.CASCADE)
class Plain(models.Model):
    doc = models.ForeignKey(Doc, on_delete=models.CASCADE)
class Gone(SafeDeleteModel):
    _safedelete_policy = HARD_DELETE
"""
ORDERED = """
# file: shop/models.py
from django.db import models
from ordered_model.models import OrderedModel, OrderedModelBase
class Base(models.Model):
    objects = models.Manager()
    class Meta:
        abstract = True
class Item(OrderedModel):
    pass
class Other(Base, OrderedModelBase):
    pass
class Box(models.Model):
    pass
class Shelf(models.Model):
    pass
class Place(OrderedModel):
    shelf = models.ForeignKey(Shelf, on_delete=models.CASCADE)
    box = models.ForeignKey(Box, on_delete=models.CASCADE)
    order_with_respect_to = "shelf"
class Part(OrderedModel):
    place = models.ForeignKey(Place, on_delete=models.CASCADE)
    box = models.ForeignKey(Box, on_delete=models.CASCADE)
    order_with_respect_to = ("place__shelf", "box")
"""
MARKED = """
# file: shop/models.py
from django.db import models
from django_softdelete.models import SoftDeleteModel
class Doc(SoftDeleteModel):
    pass
class Page(SoftDeleteModel):
    doc = models.ForeignKey(Doc, on_delete=models.CASCADE)
"""
TREE = """
# file: shop/models.py
from django.db import models
from treenode.models import TreeNodeModel
class Node(TreeNodeModel):
    pass
"""
ASKED = """
# file: shop/models.py
from annoying.fields import AutoOneToOneField
from django.contrib.auth.models import User
from django.db import models
class Preferences(models.Model):
    user = AutoOneToOneField(User, on_delete=models.CASCADE)
"""
NOTIFIED = """
# file: shop/models.py
from django.contrib.auth.models import User
from notifications.signals import notify
"""
REGISTERED = """
# file: shop/models.py
from functools import partial
from django.contrib.auth.models import User
from django.db import models
from simple_history import register
from simple_history.models import HistoricalRecords
class Plain(models.Model):
    pass
class Extra(models.Model):
    class Meta:
        abstract = True
Records = partial(HistoricalRecords, bases=[Extra])
register(Plain)
register(User, app=__package__, records_class=Records)
"""
LOGGED = """
# file: shop/models.py
from auditlog.registry import auditlog
from django.db import models
class Tag(models.Model):
    pass
class Order(models.Model):
    tags = models.ManyToManyField(Tag)
auditlog.register(Order, m2m_fields={"tags"})
"""
TOLD = """
# file: shop/models.py
from django.db import models
class Tag(models.Model):
    pass
class Order(models.Model):
    tags = models.ManyToManyField(Tag)
class Log(models.Model):
    order = models.ForeignKey(Order, models.CASCADE)
    def __str__(self):
        return str(self.order)
# file: shop/settings.py
INSTALLED_APPS = ["auditlog.apps.AuditlogConfig", "shop"]
AUDITLOG_INCLUDE_TRACKING_MODELS = (%s)
"""
CHOSEN = TOLD % '"shop.Log", {"model": "shop.Order", "m2m_fields": {"tags"}, "exclude_fields": ["x"]}'
EVERY = """
# file: shop/settings.py
INSTALLED_APPS = ["auditlog.apps.AuditlogConfig", "shop"]
AUDITLOG_INCLUDE_ALL_MODELS = True
AUDITLOG_EXCLUDE_TRACKING_MODELS = ("shop.Tag", "sessions")
"""
ROWS = "update shop_doc, update shop_page, update shop_note, delete shop_doc, delete shop_page, "
RECORDS = "delete softdelete_changeset, delete softdelete_softdeleterecord"
DONE = [
    (LIFECYCLE, "Tag.objects.create()", "insert shop_tag, insert shop_log"),
    (LIFECYCLE, "Tag.objects.get(pk=x).save()", "update shop_tag"),
    (LIFECYCLE, "Tag(name=x).save(skip_hooks=True)", "insert shop_tag"),
    (LIFECYCLE, "Tag.objects.get(pk=x).delete()", "delete shop_tag, insert shop_stock"),
    (LIFECYCLE, "Tag.objects.filter(pk=x).delete()", "delete shop_tag"),
    (LIFECYCLE, "Order.objects.create()", "insert shop_order"),
    (HISTORY, "Plain.objects.create()", "insert shop_plain, insert shop_historicalplain"),
    (HISTORY, "Order.objects.create()", "insert shop_order, insert shop_historicalorder"),
    (HISTORY, "Plain().save_without_historical_record()", "insert shop_plain, insert shop_historicalplain"),
    (REGISTERED, "Plain.objects.create()", "insert shop_plain, insert shop_historicalplain"),
    (REGISTERED, "User.objects.get(pk=x).save()", "update auth_user, insert shop_historicaluser"),
    (HISTORY, "Plain.objects.get(pk=x).delete()", "delete shop_plain, insert shop_historicalplain"),
    (HISTORY, "Plain.history.filter(pk=x).delete()", "delete shop_historicalplain"),
    (HISTORY, "Plain.history.bulk_history_create([Plain()])", "insert shop_historicalplain"),
    (HISTORY, "Plain.history.first().instance.save()", "write shop_plain, insert shop_historicalplain"),
    (
        SOFT,
        "Page.objects.get(pk=x).hard_delete()",
        "delete shop_page",
    ),
    (
        SOFT,
        "Doc.objects.get(pk=x).delete()",
        ROWS + "insert softdelete_changeset, insert softdelete_softdeleterecord, " + RECORDS,
    ),
    (SAFE, "Page.objects.get(pk=x).delete()", "update shop_page"),
    (SAFE, "Page.objects.filter(pk=x).delete()", "update shop_page"),
    (SAFE, "Doc.objects.get(pk=x).delete()", "update shop_doc, update shop_page"),
    (SAFE, "Gone.objects.get(pk=x).delete()", "delete shop_gone"),
    (ORDERED, "Item.objects.get(pk=x).up()", "update shop_item"),
    (ORDERED, "Item.objects.get(pk=x).delete()", "update shop_item, delete shop_item"),
    (ORDERED, "Other.objects.filter(pk=x).delete()", "delete shop_other"),
    (ORDERED, "Place.objects.get(pk=x).to(3)", "update shop_place, read shop_shelf, no read shop_box"),
    (ORDERED, "Part.objects.get(pk=x).to(3)", "update shop_part, read shop_place, read shop_shelf, read shop_box"),
    (MARKED, "Doc.objects.get(pk=x).delete()", "update shop_doc, update shop_page, read shop_page"),
    (MARKED, "Doc.deleted_objects.filter(pk=x).hard_delete()", "delete shop_doc, delete shop_page"),
    (MARKED, "Doc.deleted_objects.filter(pk=x).restore()", "update shop_doc, update shop_page, read shop_page"),
    (TREE, "Node.objects.create()", "insert shop_node, update shop_node"),
    (ASKED, "User.objects.get(pk=x).preferences.name", "insert shop_preferences"),
    (NOTIFIED, "notify.send(x, recipient=User.objects.all(), verb='x')", "insert notifications_notification"),
    (LOGGED, "Order.objects.get(pk=x).tags.clear()", "delete shop_order_tags, insert auditlog_logentry"),
    (LOGGED, "Order(pk=x).save()", "write shop_order, insert auditlog_logentry"),
    (
        LOGGED,
        "from auditlog.signals import accessed; accessed.send(Order, instance=Order.objects.get(pk=x))",
        "insert auditlog_logentry",
    ),
    (
        LOGGED,
        "from auditlog.signals import accessed; accessed.send(Tag, instance=Tag.objects.get(pk=x))",
        "nothing",
    ),
    (
        CHOSEN,
        "Order.objects.get(pk=x).tags.set([])",
        "write shop_order_tags, delete shop_order_tags, insert auditlog_logentry",
    ),
    (CHOSEN, "Log.objects.create()", "insert shop_log, insert auditlog_logentry, read shop_order"),
    (CHOSEN, "Log.objects.get(pk=x).save()", "update shop_log, insert auditlog_logentry, read shop_log"),
    (CHOSEN, "Log.objects.filter(pk=x).update(order=x)", "update shop_log"),
    (CHOSEN, "Tag.objects.create()", "insert shop_tag"),
    (TOLD % '"shop",', "Tag.objects.create()", "insert shop_tag, insert auditlog_logentry"),
    (TOLD % "", "Tag.objects.create()", "insert shop_tag"),
    (EVERY, "Stock.objects.create()", "insert shop_stock, insert auditlog_logentry"),
    (EVERY, "Tag.objects.create()", "insert shop_tag"),
]


@pytest.mark.parametrize(("models", "statement", "written"), DONE, ids=[statement for _, statement, _ in DONE])
def test_what_a_statement_writes(models: str, statement: str, written: str) -> None:
    assert_statement_writes(statement, written, models)


def test_a_row_that_is_made_when_it_is_asked_for_is_a_transaction() -> None:
    assert_touches(f"""
def work(user: User):
    user.preferences  #> insert shop_preferences
{ASKED}""")


def test_a_save_with_hooks_is_a_transaction() -> None:
    assert_touches(f"""
def work():
    Tag().save()  #> insert shop_tag, insert shop_log
{LIFECYCLE}""")


GUARDED = """
# file: shop/models.py
from django.contrib.auth.models import Group, User
from django.db import models
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase
from guardian.shortcuts import *
from rest_framework import serializers
from rest_framework_guardian.serializers import ObjectPermissionsAssignmentMixin
class Stock(models.Model):
    class Meta:
        permissions = [("audit", "May audit")]
class Order(models.Model):
    pass
class OrderUserPermission(UserObjectPermissionBase):
    content_object = models.ForeignKey(Order, on_delete=models.CASCADE)
class OrderGroupPermission(GroupObjectPermissionBase):
    content_object = models.ForeignKey(Order, on_delete=models.CASCADE)
class OrderSerializer(ObjectPermissionsAssignmentMixin, serializers.ModelSerializer):
    class Meta:
        model = Order
    def get_permissions_map(self, created):
        return {"view_order": [User.objects.get()], "change_order": [Group.objects.get()]}
"""
GIVEN = [
    ("assign_perm('x', User.objects.get(), Stock.objects.get())", "insert guardian_userobjectpermission"),
    ("assign_perm('x', User.objects.get(), Order.objects.get())", "insert shop_orderuserpermission"),
    ("assign_perm('x', Group.objects.get(), Order.objects.get())", "insert shop_ordergrouppermission"),
    ("assign_perm('x', User.objects.get(), Order.objects.all())", "insert shop_orderuserpermission"),
    ("assign_perm('x', User.objects.all(), Order.objects.get())", "insert shop_orderuserpermission"),
    ("assign_perm('x', User.objects.get())", "insert auth_user_user_permissions"),
    ("assign_perm('x', User.objects.get(), x)", "insert guardian_userobjectpermission"),
    ("assign_perm('x', Group.objects.get(), obj=x)", "insert guardian_groupobjectpermission"),
    ("remove_perm('x', Group.objects.get(), x)", "delete guardian_groupobjectpermission"),
    ("remove_perm('x', Group.objects.get())", "delete auth_group_permissions"),
    ("remove_perm('x', Group.objects.get(), Order.objects.get())", "delete shop_ordergrouppermission"),
    ("remove_perm('x', User.objects.get(), Stock.objects.get())", "delete guardian_userobjectpermission"),
    (
        "list(get_objects_for_user(User.objects.get(), 'x', Order))",
        "read shop_orderuserpermission, read shop_ordergrouppermission, read auth_user_groups, read shop_order",
    ),
    (
        "list(get_objects_for_user(User.objects.get(), 'x', Stock, use_groups=False, accept_global_perms=False))",
        "no read auth_user_groups",
    ),
    ("list(get_objects_for_user(User.objects.get(), 'shop.view_order'))", "read shop_order, read auth_user_groups"),
    (
        "list(get_objects_for_user(User.objects.get(), ['shop.audit'], accept_global_perms=False))",
        "read shop_stock, no read auth_user_user_permissions",
    ),
    (
        "list(get_objects_for_user(User.objects.get(), 'shop.audit', any_perm=True))",
        "read shop_stock, read auth_user_user_permissions",
    ),
    (
        "list(get_users_with_perms(Order.objects.get(), only_with_perms_in=['view_order']))",
        "read shop_orderuserpermission, read shop_ordergrouppermission, read auth_user_groups, read auth_permission",
    ),
    ("list(get_users_with_perms(Order.objects.get(), with_group_users=False))", "no read shop_ordergrouppermission"),
    ("list(get_groups_with_perms(Order.objects.get()))", "read shop_ordergrouppermission, read auth_group"),
    ("list(get_perms_for_model(Order))", "read auth_permission, read django_content_type"),
    (
        "OrderSerializer(data={}).save()",
        "insert shop_order, insert shop_orderuserpermission, insert shop_ordergrouppermission",
    ),
]


@pytest.mark.parametrize(("statement", "touched"), GIVEN, ids=[statement for statement, _ in GIVEN])
def test_permissions_on_single_objects(statement: str, touched: str) -> None:
    assert_statement_writes(statement, touched, GUARDED)


ASKS = "nothing, read guardian_groupobjectpermission, read auth_permission, read auth_user_groups"


def test_permissions_on_single_objects_ask_for_groups() -> None:
    assert_touches(f"""
from django.contrib.auth.models import User
from guardian.core import ObjectPermissionChecker
def work(user: User, order: Order):
    with transaction.atomic():  #> {ASKS}
        ObjectPermissionChecker(user).has_perm("change_order", order)
""")


def test_pairs_that_are_kept_in_order() -> None:
    assert_touches("""
def work(stock: Stock, tags):
    with transaction.atomic():  #> insert shop_stock_tags, delete shop_stock_tags, read shop_tag
        stock.tags.set(Tag.objects.filter(pk__in=tags))
    Stock.objects.filter(tags__id=1).count()  #= read shop_stock_tags
# file: shop/models.py
from django.db import models
from sortedm2m.fields import SortedManyToManyField
class Tag(models.Model):
    pass
class Stock(models.Model):
    tags = SortedManyToManyField(Tag, blank=True, related_name="stocks")
""")
