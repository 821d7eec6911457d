"""Habits of large applications: what is written often, in one place each."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

# --- models ---------------------------------------------------------------------------------------------------


def test_the_model_of_self() -> None:
    assert_touches("""
class Counted(models.Model):
    class Meta:
        abstract = True
    @transaction.atomic  #> update shop_cart | update shop_wish
    def count(self):
        self.__class__.objects.filter(pk=self.pk).update(n=1)
    @transaction.atomic  #> update shop_cart | update shop_wish
    def count_again(self):
        type(self)._default_manager.filter(pk=self.pk).update(n=1)
    @classmethod
    @transaction.atomic
    def make(cls):
        return cls.objects.create()
class Cart(Counted): pass
class Wish(Counted): pass
def touch(cart: Cart, wish: Wish):
    for one in (cart, wish):
        one.count()
        one.count_again()
    with transaction.atomic():  #> insert shop_wish
        Wish.make()
""")


def test_a_class_that_goes_by_the_name_of_what_it_extends() -> None:
    assert_touches("""
from shop.pages import Page, Logged
class Page(Logged, Page):
    @transaction.atomic  #> insert shop_log, insert shop_tag
    def answer(self):
        return super(Page, self).answer()
def touch():
    Page().answer()
# file: shop/pages.py
from shop.models import Log, Tag
class Page:
    def answer(self):
        Tag.objects.create()
class Logged(Page):
    def answer(self):
        Log.objects.create(text="a")
        return super().answer()
""")


def test_a_save_that_is_a_transaction() -> None:
    assert_touches("""
class Cart(models.Model):
    @transaction.atomic  #> write shop_cart, insert shop_log
    def save(self, *args, **kwargs):
        super().save(*args, **kwargs)
        Log.objects.create(text="a")
""")


def test_a_property_that_gives_rows() -> None:
    assert_touches("""
class Cart(models.Model):
    owner = models.ForeignKey(Customer, models.CASCADE)
    @property
    def orders(self):
        return self.owner.orders.filter(total=0)
    def items(self):
        return list(self.orders)
def touch(cart: Cart):
    with transaction.atomic():  #> update shop_order
        cart.orders.update(total=1)
    with transaction.atomic():  #> write shop_order
        cart.items()[0].save()
""")


def test_names_imported_one_by_one() -> None:
    assert_touches("""
from django.db.models import CASCADE, ForeignKey, Manager, Model
class Cart(Model):
    owner = ForeignKey(Customer, CASCADE, related_name="carts")
    tag = ForeignKey(Tag, CASCADE)
    objects = Manager()
def touch(customer: Customer):
    with transaction.atomic():  #> update shop_cart
        customer.carts.update(x=1)
    with transaction.atomic():  #> delete shop_cart, delete shop_tag, delete shop_order_tags
        Tag.objects.get(pk=1).delete()

""")


@pytest.mark.parametrize(
    "body",
    [
        """kwargs["to"] = "shop.Part"
        kwargs["on_delete"] = models.CASCADE
        super().__init__(*args, **kwargs)""",
        """kwargs.setdefault("to", Part)
        kwargs.setdefault("on_delete", models.CASCADE)
        super().__init__(*args, **kwargs)""",
        "super().__init__(Part, models.CASCADE, **kwargs)",
        "super().__init__(**{'to': Part, 'on_delete': models.CASCADE, **kwargs})",
        "super().__init__(to='shop.Part', on_delete=models.CASCADE, related_name=kwargs.pop('related_name', None))",
    ],
)
def test_a_foreign_key_of_a_class_of_its_own(body: str) -> None:
    assert_touches(f"""
class Part(models.Model): pass
class PartField(models.ForeignKey):
    def __init__(self, *args, **kwargs):
        {body}
class Cart(models.Model):
    owner = PartField(related_name="carts")
class Wish(models.Model):
    for_whom = PartField(related_name="wishes")
def touch(cart: Cart, part: Part):
    with transaction.atomic():  #> write shop_part
        cart.owner.save()
    with transaction.atomic():  #> update shop_cart
        part.carts.update(x=1)
    with transaction.atomic():  #> delete shop_part, delete shop_cart, delete shop_wish
        part.delete()
""")


@pytest.mark.parametrize(
    "body",
    [
        "owner = models.ForeignKey(Customer, models.CASCADE)",
        "class Meta(BaseModel.Meta):\n        abstract = False\n        swappable = 'CART_MODEL'",
        "class Meta:\n        verbose_name = 'cart'\n        verbose_name_plural = 'carts'",
    ],
)
def test_a_base_model_of_a_package_that_is_not_there(body: str) -> None:
    assert_touches(f"""
from company_toolbox.models import BaseModel
class Cart(BaseModel):
    {body}
class CartForm(BaseModel):
    class Meta:
        model = Cart
        fields = ["owner"]
def other(form: CartForm):
    with transaction.atomic():  #> insert shop_log
        form.save()
        Log.objects.create(text="a")
def touch(cart: Cart):
    with transaction.atomic():  #> write shop_cart, insert shop_log
        cart.save()
        Log.objects.create(text="a")
    with transaction.atomic():  #> insert shop_cart
        Cart.objects.create()
""")


def test_fields_in_a_mixin_of_a_package_that_is_not_there() -> None:
    assert_touches("""
from company_toolbox.models import Mixin
class OwnedMixin(Mixin):
    owner = models.ForeignKey(Customer, models.CASCADE)
class Cart(OwnedMixin, models.Model):
    pass
class Special(Cart):
    pass
def touch(special: Special):
    with transaction.atomic():  #> write shop_cart, write shop_special
        special.save()
    with transaction.atomic():  #> write shop_customer
        special.owner.save()
""")


def test_a_mixin_of_a_package_that_is_not_there() -> None:
    assert_touches("""
from company_toolbox.models import Mixin
class Cart(Mixin, models.Model):
    pass
def touch(cart: Cart):
    with transaction.atomic():  #> write shop_cart
        cart.save()
    with transaction.atomic():  #> insert shop_cart
        Cart.objects.create()
""")


def test_several_models_in_a_loop() -> None:
    assert_touches("""
MODELS = [Log, Stock]
def touch():
    with transaction.atomic():  #> delete shop_log, delete shop_tag, delete shop_order_tags
        for model in (Log, Tag):
            model.objects.all().delete()
    with transaction.atomic():  #> update shop_log, update shop_stock
        for model in MODELS:
            model.objects.update(x=1)
""")


def test_all_models_of_an_application() -> None:
    assert_touches("""
# file: shop/models.py
from django.db import models
class Log(models.Model): pass
class Tag(models.Model): pass
# file: shop/services.py
from django.apps import apps
from django.db import transaction
def touch():
    with transaction.atomic():  #> update shop_log, update shop_tag
        for model in apps.get_app_config("shop").get_models():
            model.objects.update(x=1)
""")


def test_the_default_manager_has_another_name() -> None:
    assert_touches("""
class CartManager(models.Manager):
    def close(self):
        self.update(closed=True)
class Cart(models.Model):
    owner = models.ForeignKey(Customer, models.CASCADE, related_name="carts")
    everything = models.Manager()
    objects = CartManager()
    class Meta:
        default_manager_name = "objects"
def touch(customer: Customer):
    with transaction.atomic():  #> update shop_cart
        customer.carts.close()
    with transaction.atomic():  #> update shop_cart
        Cart.everything.update(x=1)
""")


def test_rows_in_chunks() -> None:
    assert_touches("""
def chunks(rows, size):
    for start in range(0, len(rows), size):
        yield rows[start:start + size]
def orders():
    for order in Order.objects.all():
        yield order
def touch():
    with transaction.atomic():  #> write shop_order
        for chunk in chunks(list(Order.objects.all()), 10):
            for order in chunk:
                order.save()
    with transaction.atomic():  #> write shop_order
        for order in orders():
            order.save()
""")


def test_a_dict_of_rows() -> None:
    assert_touches("""
from collections import defaultdict
def touch():
    by_key = {order.pk: order for order in Order.objects.all()}
    grouped = defaultdict(list)
    for line in Line.objects.all():
        grouped[line.order_id].append(line)
    with transaction.atomic():  #> write shop_order
        by_key[1].save()
    with transaction.atomic():  #> write shop_line
        for key, lines in grouped.items():
            for line in lines:
                line.save()
""")


def test_a_named_tuple_and_a_dataclass() -> None:
    assert_touches("""
from dataclasses import dataclass, field
from typing import NamedTuple
class Pair(NamedTuple):
    order: Order
    stock: Stock
@dataclass
class Data:
    order: "Order"
    lines: list[Line] = field(default_factory=list)
def pairs() -> list[Pair]:
    return external()
def touch(data: Data):
    with transaction.atomic():  #> write shop_stock
        for pair in pairs():
            pair.stock.save()
    with transaction.atomic():  #> write shop_order, write shop_line
        data.order.save()
        for line in data.lines:
            line.save()
""")


# --- blocks -------------------------------------------------------------------------------------------------------


def test_what_happens_after_a_failed_transaction_is_outside() -> None:
    assert_touches("""
from django.db import IntegrityError
def touch(order: Order):
    try:
        with transaction.atomic():  #> write shop_order
            order.save()
    except IntegrityError:
        Log.objects.create(text="a")
    else:
        Tag.objects.create()
""")


def test_other_context_managers_beside_it() -> None:
    assert_touches("""
from contextlib import suppress
from elsewhere import lock
def touch(order: Order):
    with lock("x"), transaction.atomic(), suppress(ValueError):  #> write shop_order
        order.save()
    with suppress(ValueError):
        with transaction.atomic():  #> insert shop_log
            Log.objects.create(text="a")
""")


def test_a_loop_that_ends_with_break() -> None:
    assert_touches("""
def touch(order: Order):
    with transaction.atomic():  #> write shop_order, insert shop_log
        while True:
            if order.total:
                break
            order.save()
        Log.objects.create(text="a")
""")


def test_arguments_with_stars() -> None:
    assert_touches("""
def save_all(*rows, **named):
    for row in rows:
        row.save()
    for name, row in named.items():
        row.delete()
def touch(order: Order, log: Log):
    with transaction.atomic():  #> write shop_order, delete shop_log
        save_all(order, log=log)
    rows = [order]
    with transaction.atomic():  #> write shop_order
        save_all(*rows)
""")


def test_a_walk_over_a_tree() -> None:
    assert_touches("""
class Node(models.Model):
    parent = models.ForeignKey("self", models.CASCADE, related_name="children")
    def move(self):
        self.save()
        for child in self.children.all():
            child.move()
def touch(node: Node):
    with transaction.atomic():  #> write shop_node
        node.move()
""")


# --- services -------------------------------------------------------------------------------------------------------


def test_a_singleton_in_a_module() -> None:
    assert_touches("""
from shop.manager import get_manager, manager
def touch():
    with transaction.atomic():  #> insert shop_log
        manager.log()
    with transaction.atomic():  #> insert shop_log
        get_manager().log()
# file: shop/manager.py
from shop.models import Log
class Manager:
    _instance = None
    @classmethod
    def get(cls):
        if cls._instance is None:
            cls._instance = cls()
        return cls._instance
    def log(self):
        Log.objects.create(text="a")
manager = Manager()
def get_manager():
    return Manager.get()
""")


def test_plugins_run_one_after_the_other() -> None:
    assert_touches("""
from importlib import import_module
class Base:
    def pay(self, order, previous):
        return previous
class One(Base):
    def pay(self, order, previous):
        Log.objects.create(text="a")
class Two(Base):
    pass
class Plugins:
    def __init__(self, plugins):
        self.all_plugins = [plugin() for plugin in plugins]
    def __run_method(self, name, default, *args):
        value = default
        for plugin in self.all_plugins:
            value = getattr(plugin, name)(*args, previous=value)
        return value
    def pay(self, order):
        return self.__run_method("pay", None, order)
def touch(order: Order):
    with transaction.atomic():  #> insert shop_log
        Plugins([One, Two]).pay(order)
""")


def test_a_state_machine() -> None:
    assert_touches("""
class Order2(models.Model):
    def log(self):
        Log.objects.create(text="a")
    def tag(self):
        Tag.objects.create()
    ACTIONS = {"log": log, "tag": "tag"}
    def run(self, name):
        action = self.ACTIONS[name]
        if callable(action):
            return action(self)
        return getattr(self, action)()
def touch(order2: Order2):
    with transaction.atomic():  #> insert shop_log
        order2.run("log")
    with transaction.atomic():  #> insert shop_tag
        order2.run("tag")
""")


def test_a_method_that_is_put_into_a_table_by_name() -> None:
    assert_touches("""
class Importer:
    handlers = {"order": "import_order", "stock": "import_stock"}
    def import_order(self):
        Order.objects.create()
    def import_stock(self):
        Stock.objects.create()
    def run(self, kind):
        getattr(self, self.handlers[kind])()
def touch(kind):
    with transaction.atomic():  #> insert shop_order
        Importer().run("order")
    with transaction.atomic():  #> insert shop_order, insert shop_stock
        Importer().run(kind)
""")


def test_single_dispatch() -> None:
    assert_touches("""
from functools import singledispatch, singledispatchmethod
@singledispatch
def publish(row):
    raise TypeError
@publish.register
def _(row: Order):
    Log.objects.create(text="a")
@publish.register(Stock)
def _(row):
    Tag.objects.create()
class Publisher:
    @singledispatchmethod
    def publish(self, row): ...
    @publish.register
    def _(self, row: Order):
        Stock.objects.create()
def touch(order: Order, stock: Stock):
    with transaction.atomic():  #> insert shop_log
        publish(order)
    with transaction.atomic():  #> insert shop_tag
        publish(stock)
    with transaction.atomic():  #> insert shop_stock
        Publisher().publish(order)
""")


def test_a_command_bus() -> None:
    assert_touches("""
class Pay: pass
class Ship: pass
HANDLERS = {}
def handler(command):
    def decorator(cls):
        HANDLERS[command] = cls()
        return cls
    return decorator
@handler(Pay)
class PayHandler:
    def handle(self, command):
        Log.objects.create(text="a")
@handler(Ship)
class ShipHandler:
    def handle(self, command):
        Tag.objects.create()
def dispatch(command):
    with transaction.atomic():  #> insert shop_log | insert shop_tag
        HANDLERS[type(command)].handle(command)
def touch():
    dispatch(Pay())
    dispatch(Ship())
""")


def test_an_audit_log_of_anything() -> None:
    assert_touches("""
from django.contrib.contenttypes.models import ContentType
class Audit(models.Model):
    content_type = models.ForeignKey(ContentType, models.CASCADE)
class Audited:
    def log_action(self, action):
        Audit.objects.create(content_type=ContentType.objects.get_for_model(self))
class Cart(Audited, models.Model):
    def close(self):
        self.save()
        self.log_action("close")
def touch(cart: Cart):
    with transaction.atomic():  #> write shop_cart, insert shop_audit, read django_content_type
        cart.close()
""")


def test_fields_set_from_a_dict() -> None:
    assert_touches("""
def update(row, **values):
    for name, value in values.items():
        setattr(row, name, value)
    row.save(update_fields=list(values))
def touch(order: Order, stock: Stock):
    with transaction.atomic():  #> update shop_order
        update(order, total=1)
    with transaction.atomic():  #> update shop_stock
        update(stock, left=1)
""")


def test_tests_of_what_is_cached() -> None:
    assert_touches("""
class Basket:
    _order = None
    @property
    def order(self):
        if self._order is None:
            self._order = Order.objects.get(pk=1)
        return self._order
    @property
    def stock(self):
        if not hasattr(self, "_stock"):
            self._stock = Stock.objects.first()
        return self._stock
def touch():
    with transaction.atomic():  #> write shop_order, write shop_stock
        basket = Basket()
        basket.order.save()
        basket.stock.save()
""")


# --- forms and sessions -----------------------------------------------------------------------------------------


def test_rows_from_a_form() -> None:
    assert_touches("""
from django import forms
class PickForm(forms.Form):
    order = forms.ModelChoiceField(queryset=Order.objects.all())
    stocks = forms.ModelMultipleChoiceField(Stock.objects.none())
def touch(request):
    form = PickForm(request.POST)
    if form.is_valid():
        with transaction.atomic():  #> write shop_order
            form.cleaned_data["order"].save()
        with transaction.atomic():  #> write shop_stock
            for stock in form.cleaned_data["stocks"]:
                stock.save()
""")


def test_the_instance_of_a_form() -> None:
    assert_touches("""
from django import forms
class OrderForm(forms.ModelForm):
    class Meta:
        model = Order
        fields = ["total"]
    @transaction.atomic  #> write shop_order, update shop_line
    def save(self, commit=True):
        self.instance.total = 1
        self.instance.lines.update(x=1)
        return super().save(commit)
""")


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("SESSION_ENGINE = 'django.contrib.sessions.backends.file'", "nothing"),
        ("if FOLDER:\n    SESSION_ENGINE = 'django.contrib.sessions.backends.file'", "delete django_session"),
        (
            """if FOLDER:
    SESSION_ENGINE = 'django.contrib.sessions.backends.file'
else:
    SESSION_ENGINE = 'django.contrib.sessions.backends.signed_cookies'
""",
            "nothing",
        ),
    ],
)
def test_an_engine_of_sessions_that_only_some_settings_name(setting: str, expected: str) -> None:
    assert_touches(f"""
# file: shop/settings.py
import os
INSTALLED_APPS = ["shop"]
FOLDER = os.environ.get("FOLDER")
{setting}
# file: shop/services.py
from django.db import transaction
from django.http import HttpRequest
def leave(request: HttpRequest):
    with transaction.atomic():  #> {expected}
        request.session.flush()
""")


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        ("logout(request)", "delete django_session"),
        ("user.set_password('x'); user.save()", "write auth_user"),
        ("user.groups.add(1)", "insert auth_user_groups"),
        ("user.user_permissions.clear()", "delete auth_user_user_permissions"),
        ("request.session.flush()", "delete django_session"),
        ("request.session.cycle_key()", "write django_session, delete django_session"),
        ("request.session['a'] = 1", "nothing, read django_session"),
        ("request.session.set_test_cookie()", "nothing, read django_session"),
        ("request.session.test_cookie_worked()", "nothing, read django_session"),
        ("request.session.delete_test_cookie()", "nothing, read django_session"),
        ("request.session.get('a')", "nothing, read django_session"),
        ("request.user.is_active", "nothing, read django_session, read auth_user"),
        ("User.objects.create_superuser('a')", "write auth_user"),
        ("Group.objects.get_or_create(name='a')", "insert auth_group"),
        ("Site.objects.get_current()", "nothing, read django_site"),
        ("request.user.delete()", "delete auth_user, delete auth_user_groups, delete auth_user_user_permissions"),
    ],
)
def test_users_and_sessions(call: str, expected: str) -> None:
    assert_touches(f"""
from django.contrib.auth import login, logout
from django.contrib.auth.models import Group, User
from django.contrib.sites.models import Site
from django.http import HttpRequest
def touch(request: HttpRequest, user: User):
    with transaction.atomic():  #> {expected}
        {call}
""")


def test_a_method_of_a_class_that_may_be_an_object() -> None:
    assert_touches("""
class Plain:
    def save(self):
        Log.objects.create()
class Made:
    def save(self):
        Tag.objects.create()
def touch(order: Order):
    one = Plain if order.total else Made()
    with transaction.atomic():  #> insert shop_tag
        one.save()
    with transaction.atomic():  #> insert shop_log
        Plain.save(order)
""")


def test_a_class_that_cannot_be_made_is_one_below_it() -> None:
    assert_touches("""
import abc

class Payment(abc.ABC):
    def __init__(self, order):
        self.order = order

    @classmethod
    def load(cls, order):
        return cls(order)

    @abc.abstractmethod
    def lines(self):
        pass

    def pay(self):
        if self.lines():
            Log.objects.create()

class Card(Payment):
    def lines(self):
        return list(self.order.lines.all())

class Base:
    def names(self):
        pass

def work(order):
    with transaction.atomic():  #> insert shop_log
        Payment.load(order).pay()
    with transaction.atomic():  #> nothing
        if Base().names():
            Log.objects.create()
""")


def test_a_class_that_makes_one_below_it() -> None:
    assert_touches("""
class Payment:
    def __new__(cls, order, *args):
        chosen = CHOSEN[order.kind] if cls is Payment else cls
        return super().__new__(chosen)

    def __init__(self, order):
        self.order = order

    def pay(self):
        raise NotImplementedError

class Card(Payment):
    def pay(self):
        self.order.lines.update(paid=True)

class Cash(Payment):
    def __init__(self, order):
        super().__init__(order)
        Log.objects.create()

    def pay(self):
        pass

class Only:
    held = None

    def __new__(cls):
        if cls.held is None:
            cls.held = super().__new__(cls)
        return cls.held

    def pay(self):
        Log.objects.create()

CHOSEN = {"card": Card, "cash": Cash}

def work(order: Order):
    with transaction.atomic():  #> insert shop_log, update shop_line
        Payment(order).pay()
    with transaction.atomic():  #> update shop_line
        Card(order).pay()
    with transaction.atomic():  #> insert shop_log
        Only().pay()
""")


def test_rows_turned_into_columns() -> None:
    assert_touches("""
def work(x):
    pairs = [(order, order.customer) for order in Order.objects.all()]
    (orders, customers) = zip(*pairs)
    with transaction.atomic():  #> update shop_customer
        for customer in customers:
            customer.save()
    with transaction.atomic():  #> update shop_order
        for order in orders:
            order.save()
    keys, names = zip(*x.pairs())
    with transaction.atomic():  #> insert shop_log
        if names:
            Log.objects.create()
    with transaction.atomic():  #> update shop_stock
        for number, stock in zip(range(3), *[Stock.objects.all()]):
            stock.save()
""")


def test_an_annotation_that_allows_none_keeps_the_branch_for_it() -> None:
    assert_touches("""
import typing
class Issue(models.Model):
    root: typing.Optional["Issue"]
    root = models.ForeignKey("Issue", null=True, default=None, on_delete=models.SET_NULL)
    above: "Issue"
    above = models.ForeignKey("Issue", on_delete=models.CASCADE)
    def attach(self, other: "Issue"):
        if other.root is None:
            Tag.objects.create()  #= insert shop_tag
        else:
            other.root.save()  #= update shop_issue, read shop_issue
    def detach(self, other: "Issue"):
        if other.above is None:
            Tag.objects.create()  #= nothing
""")


def test_a_class_that_the_environment_may_name() -> None:
    assert_touches("""
import importlib, os
def store():
    module, name = os.environ.get("STORE", "shop.stores.Store").rsplit(".", 1)
    return getattr(importlib.import_module(module), name)()
def touch():
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        store().put()
        if os.getenv("MODE", "plain") != "plain":
            Tag.objects.create()
# file: shop/stores.py
from shop.models import Log
class Store:
    def put(self):
        Log.objects.create()
""")
