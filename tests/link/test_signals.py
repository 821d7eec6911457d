"""Which receivers run when, and what they do inside the transaction."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches

HEAD = """
from django.db.models.signals import m2m_changed, post_delete, post_init, post_save, pre_delete, pre_save
from django.dispatch import Signal, receiver
"""


@pytest.mark.parametrize(
    "connected",
    [
        "@receiver(post_save, sender=Order)",
        "@receiver(pre_save, sender=Order)",
        "@receiver(signal=post_save, sender=Order)",
        "@receiver([post_save, post_delete], sender=Order)",
        "@receiver(post_save, sender='shop.Order')",
        "@receiver(post_save)",
        "@receiver(post_save, sender=Order, dispatch_uid='x')",
        "@receiver(post_save, sender=Tag)\n@receiver(post_save, sender=Order)",
    ],
)
def test_a_receiver_by_decorator(connected: str) -> None:
    assert_touches(f"""{HEAD}
{connected}
def saved(sender, instance, **kwargs):
    Log.objects.bulk_create([])
def touch(order: Order):
    with transaction.atomic():  #> write shop_order, insert shop_log
        order.save()
""")


@pytest.mark.parametrize(
    "connect",
    [
        "post_save.connect(saved, sender=Order)",
        "post_save.connect(saved, Order)",
        "post_save.connect(receiver=saved, sender=Order)",
        "post_save.connect(saved)",
        "post_save.connect(Holder.method, sender=Order)",
        "post_save.connect(Holder().bound, sender=Order)",
        "for model in (Order, Tag):\n    post_save.connect(saved, sender=model)",
        "signals.post_save.connect(saved, sender=Order)",
        "def ready():\n    post_save.connect(saved, sender=Order)\nready()",
        "post_save.connect(lambda **kwargs: saved(None, None), sender=Order)",
        "post_save.connect(partial(saved, None, None), sender=Order)",
    ],
)
def test_a_receiver_by_call(connect: str) -> None:
    assert_touches(f"""{HEAD}
from functools import partial
from django.db.models import signals
def saved(sender, instance, **kwargs):
    Log.objects.bulk_create([])
class Holder:
    @staticmethod
    def method(sender, instance, **kwargs):
        saved(sender, instance)
    def bound(self, sender, instance, **kwargs):
        saved(sender, instance)
{connect}
def touch(order: Order):
    with transaction.atomic():  #> write shop_order, insert shop_log
        order.save()
""")


def test_a_receiver_that_an_app_connects() -> None:
    assert_touches("""
def touch(order: Order):
    with transaction.atomic():  #> write shop_order, insert shop_log
        order.save()
# file: shop/apps.py
from django.apps import AppConfig
from django.db.models.signals import post_save
class ShopConfig(AppConfig):
    name = "shop"
    def ready(self):
        from shop import receivers
        post_save.connect(receivers.saved, sender=self.get_model("Order"))
# file: shop/receivers.py
from shop.models import Log
def saved(sender, instance, **kwargs):
    Log.objects.create(text="a")
""")


def test_signals_without_a_name_of_their_own() -> None:
    """Which of them it is is not known: all that listen to one of them are heard."""
    assert_touches("""
from django.dispatch import Signal
SIGNALS = {"placed": Signal(), "closed": Signal()}
named = Signal()
def log(**kwargs):
    Log.objects.create()
SIGNALS["placed"].connect(log)
def work(name):
    with transaction.atomic():  #> insert shop_log
        SIGNALS[name].send(sender=None)
    with transaction.atomic():  #> nothing
        named.send(sender=None)
""")


def test_a_receiver_for_another_model_does_not_run() -> None:
    assert_touches(f"""{HEAD}
@receiver(post_save, sender=Tag)
def saved(sender, instance, **kwargs):
    Log.objects.create(text="a")
def touch(order: Order):
    with transaction.atomic():  #> write shop_order
        order.save()
""")


def test_a_receiver_of_deletes_does_not_run_on_save() -> None:
    assert_touches(f"""{HEAD}
@receiver(post_delete, sender=Order)
def gone(sender, instance, **kwargs):
    Log.objects.create(text="a")
def touch(order: Order):
    with transaction.atomic():  #> write shop_order
        order.save()
""")


@pytest.mark.parametrize("call", ["Order.objects.update(x=1)", "Order.objects.bulk_create([Order()])"])
def test_bulk_calls_send_no_signals(call: str) -> None:
    assert_touches(f"""{HEAD}
@receiver(post_save, sender=Order)
def saved(sender, instance, **kwargs):
    Log.objects.create(text="a")
def touch():
    with transaction.atomic():  #> write shop_order
        {call}
""")


def test_deletes_of_a_queryset_send_signals() -> None:
    assert_touches(f"""{HEAD}
@receiver(pre_delete, sender=Tag)
def going(sender, instance, **kwargs):
    Log.objects.create(text="a")
def touch():
    with transaction.atomic():  #> delete shop_tag, delete shop_order_tags, insert shop_log
        Tag.objects.all().delete()
""")


def test_the_instance_is_the_senders() -> None:
    assert_touches(f"""{HEAD}
@receiver(post_save, sender=Order)
@receiver(post_save, sender=Stock)
def saved(sender, instance, **kwargs):
    instance.audits.create()
    sender.objects.update(x=1)
class OrderAudit(models.Model):
    order = models.ForeignKey(Order, models.CASCADE, related_name="audits")
class StockAudit(models.Model):
    stock = models.ForeignKey(Stock, models.CASCADE, related_name="audits")
def touch(order: Order, stock: Stock):
    with transaction.atomic():  #> write shop_order, insert shop_orderaudit
        order.save()
    with transaction.atomic():  #> write shop_stock, insert shop_stockaudit
        stock.save()
""")


def test_a_receiver_of_a_parent_class_does_not_run_for_the_child() -> None:
    assert_touches(f"""{HEAD}
class Gift(Order): pass
@receiver(post_save, sender=Order)
def saved(sender, instance, **kwargs):
    Log.objects.create(text="a")
def touch(gift: Gift):
    with transaction.atomic():  #> write shop_gift, write shop_order
        gift.save()
""")


def test_a_receiver_that_tests_its_sender() -> None:
    assert_touches(f"""{HEAD}
@receiver(post_save)
def saved(sender, instance, **kwargs):
    if sender is Stock:
        Log.objects.bulk_create([])
    if isinstance(instance, Line):
        Tag.objects.bulk_create([])
    if not issubclass(sender, Order):
        return
    Customer.objects.bulk_create([])
def touch(order: Order, stock: Stock):
    with transaction.atomic():  #> write shop_order, insert shop_customer
        order.save()
    with transaction.atomic():  #> write shop_stock, insert shop_log
        stock.save()
""")


def test_created() -> None:
    assert_touches(f"""{HEAD}
@receiver(post_save, sender=Order)
def saved(sender, instance, created, **kwargs):
    if created:
        Log.objects.create(text="new")
    else:
        Tag.objects.create()
def touch(pk):
    with transaction.atomic():  #> insert shop_order, insert shop_log
        Order.objects.create()
    with transaction.atomic():  #> write shop_order, insert shop_tag
        Order.objects.get(pk=pk).save()
""")


def test_a_save_of_some_fields_makes_no_row() -> None:
    assert_touches("""
from django.db.models.signals import post_save
from django.dispatch import receiver
@receiver(post_save, sender=Order)
def saved(sender, instance, created, **kwargs):
    if created:
        Log.objects.create(text="a")
    else:
        Tag.objects.create()
def touch(order: Order, some):
    with transaction.atomic():  #> update shop_order, insert shop_tag
        order.save(update_fields=["total"])
    with transaction.atomic():  #> update shop_order, insert shop_tag
        order.save(force_update=True)
    with transaction.atomic():  #> update shop_order, insert shop_tag
        Order(total=1).save(update_fields=("total",))
    with transaction.atomic():  #> update shop_order, insert shop_tag, insert shop_log
        order.save(update_fields=None)
    with transaction.atomic():  #> update shop_order, insert shop_tag, insert shop_log
        order.save(update_fields=some)
""")


def test_receivers_are_told_the_fields_that_are_saved() -> None:
    assert_touches("""
from django.db.models.signals import post_save, pre_save
from django.dispatch import receiver
@receiver(pre_save, sender=Order)
def before(sender, instance, raw, update_fields, **kwargs):
    if raw or (update_fields and "customer" not in update_fields):
        return
    Stock.objects.create()
@receiver(post_save, sender=Order)
def after(sender, instance, **kwargs):
    if kwargs["raw"]:
        Tag.objects.create()
    if "total" in (kwargs["update_fields"] or ()):
        Log.objects.create(text="a")
def touch(order: Order, some):
    with transaction.atomic():  #> update shop_order, insert shop_log
        order.save(update_fields=["total"])
    with transaction.atomic():  #> update shop_order, insert shop_stock
        order.save(update_fields=("customer",))
    with transaction.atomic():  #> update shop_order, insert shop_stock, insert shop_log
        order.save(update_fields={"customer", "total"})
    with transaction.atomic():  #> update shop_order, insert shop_stock, insert shop_log
        order.save(update_fields=some)
    with transaction.atomic():  #> update shop_order, insert shop_stock, insert shop_log
        order.save(update_fields=["customer", *some])
    with transaction.atomic():  #> update shop_order, insert shop_stock, insert shop_log
        order.save()
""")


def test_created_through_keywords() -> None:
    assert_touches(f"""{HEAD}
@receiver(post_save, sender=Order)
def saved(sender, **kwargs):
    if kwargs["created"]:
        kwargs["instance"].lines.create()
    if not kwargs.get("created"):
        return
    Tag.objects.create()
def touch(pk):
    with transaction.atomic():  #> insert shop_order, insert shop_line, insert shop_tag
        Order.objects.create()
    with transaction.atomic():  #> write shop_order
        Order.objects.get(pk=pk).save()
""")


@pytest.mark.parametrize("call", ["order.tags.add(1)", "order.tags.clear()", "order.tags.set([])"])
def test_m2m_changed(call: str) -> None:
    assert_touches(
        f"""{HEAD}
@receiver(m2m_changed, sender=Order.tags.through)
def changed(sender, instance, action, **kwargs):
    Log.objects.create(text=action)
def touch(order: Order):
    with transaction.atomic():  #> insert shop_log, {"insert" if "clear" not in call else "delete"} shop_order_tags
        {call}
""".replace("insert shop_order_tags", "insert shop_order_tags" + (", delete shop_order_tags" if "set" in call else ""))
    )


def test_m2m_changed_of_another_relation_does_not_run() -> None:
    assert_touches(f"""{HEAD}
class Cart(models.Model):
    labels = models.ManyToManyField(Tag)
@receiver(m2m_changed, sender=Cart.labels.through)
def changed(sender, instance, action, **kwargs):
    Log.objects.create(text=action)
def touch(order: Order, cart: Cart):
    with transaction.atomic():  #> insert shop_order_tags
        order.tags.add(1)
    with transaction.atomic():  #> insert shop_cart_labels, insert shop_log
        cart.labels.add(1)
""")


def test_m2m_changed_of_a_through_model() -> None:
    assert_touches(f"""{HEAD}
class Cart(models.Model):
    labels = models.ManyToManyField(Tag, through="Marking")
class Marking(models.Model):
    cart = models.ForeignKey(Cart, models.CASCADE)
    tag = models.ForeignKey(Tag, models.CASCADE)
@receiver(m2m_changed, sender=Marking)
def changed(sender, instance, action, **kwargs):
    Log.objects.create(text=action)
def touch(cart: Cart):
    with transaction.atomic():  #> insert shop_marking, insert shop_log
        cart.labels.add(1)
""")


def test_m2m_changed_of_a_row_that_extends_another() -> None:
    """The row has a table more than the model that the relation is of; from the other end, its model is that one."""
    assert_touches(f"""{HEAD}
class Rush(Order):
    fee = models.IntegerField()
@receiver(m2m_changed, sender=Order.tags.through)
def changed(sender, instance, action, reverse, **kwargs):
    if not reverse:
        instance.save()
def touch(order: Order, rush: Rush, tag: Tag):
    with transaction.atomic():  #> insert shop_order_tags, update shop_order
        order.tags.add(1)
    with transaction.atomic():  #> insert shop_order_tags, update shop_order, update shop_rush
        rush.tags.add(1)
    with transaction.atomic():  #> insert shop_order_tags
        tag.tagged.add(1)
""")


# --- signals of the project ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "send",
    ["paid.send(sender=Order)", "paid.send(Order, order=1)", "paid.send_robust(sender=None)", "send_it(paid)"],
)
def test_a_signal_of_the_project(send: str) -> None:
    assert_touches(f"""{HEAD}
paid = Signal()
refunded = Signal()
@receiver(paid)
def on_paid(sender, **kwargs):
    Log.objects.create(text="paid")
@receiver(refunded)
def on_refunded(sender, **kwargs):
    Tag.objects.create()
def send_it(signal):
    signal.send(sender=None)
def touch():
    with transaction.atomic():  #> insert shop_log
        {send}
""")


def test_what_is_sent_arrives() -> None:
    assert_touches(f"""{HEAD}
paid = Signal()
@receiver(paid)
def on_paid(sender, order, **kwargs):
    order.lines.update(x=1)
    kwargs["thing"].delete()
def touch(order: Order, log: Log):
    with transaction.atomic():  #> update shop_line, delete shop_log
        paid.send(sender=None, order=order, thing=log)
""")


def test_a_signal_with_a_sender() -> None:
    assert_touches(f"""{HEAD}
paid = Signal()
class Card: pass
class Cash: pass
@receiver(paid, sender=Card)
def on_card(sender, **kwargs):
    Log.objects.create(text="paid")
@receiver(paid, sender=Cash)
def on_cash(sender, **kwargs):
    Tag.objects.create()
def touch():
    with transaction.atomic():  #> insert shop_log
        paid.send(sender=Card)
    with transaction.atomic():  #> insert shop_tag
        paid.send(sender=Cash)
""")


def test_a_signal_in_a_class_and_in_another_module() -> None:
    assert_touches("""
from shop.events import Events, paid
def touch():
    with transaction.atomic():  #> insert shop_log
        paid.send(sender=None)
    with transaction.atomic():  #> insert shop_tag
        Events.gone.send(sender=None)
# file: shop/events.py
from django.dispatch import Signal
paid = Signal()
class Events:
    gone = Signal()
# file: shop/receivers.py
from django.dispatch import receiver
from shop import events
from shop.models import Log, Tag
@receiver(events.paid)
def one(sender, **kwargs):
    Log.objects.create(text="a")
@receiver(events.Events.gone)
def other(sender, **kwargs):
    Tag.objects.create()
""")


def test_a_subclass_of_signal() -> None:
    assert_touches(f"""{HEAD}
class EventSignal(Signal):
    def send(self, sender, **named):
        Tag.objects.create()
        return super().send(sender, **named)
paid = EventSignal()
gone = EventSignal()
@receiver(paid)
def on_paid(sender, **kwargs):
    Log.objects.create(text="paid")
def touch():
    with transaction.atomic():  #> insert shop_tag, insert shop_log
        paid.send(sender=None)
    with transaction.atomic():  #> insert shop_tag
        gone.send(sender=None)
""")


def test_signals_that_are_unpacked() -> None:
    assert_touches(f"""{HEAD}
paid, gone = Signal(), Signal()
@receiver(paid)
def on_paid(sender, **kwargs):
    Log.objects.create(text="paid")
def touch():
    with transaction.atomic():  #> insert shop_log
        paid.send(sender=None)
    with transaction.atomic():  #> nothing
        gone.send(sender=None)
""")


def test_answers_of_receivers_are_used() -> None:
    assert_touches(f"""{HEAD}
collect = Signal()
@receiver(collect)
def give(sender, **kwargs):
    return Log
def touch():
    with transaction.atomic():  #> insert shop_log
        for _, model in collect.send(sender=None):
            model.objects.create()
""")


def test_a_receiver_that_defers_is_outside() -> None:
    assert_touches(f"""{HEAD}
@receiver(post_save, sender=Order)
def saved(sender, instance, **kwargs):
    transaction.on_commit(lambda: Log.objects.create(text="a"))
def touch(order: Order):
    with transaction.atomic():  #> write shop_order
        order.save()
""")


def test_a_receiver_is_an_entry_point() -> None:
    assert_enters(
        f"""{HEAD}
@receiver(post_save, sender=Order)
def saved(sender, instance, **kwargs): pass
""",
        "signal shop.services.saved",
    )


def test_a_login_sends_its_signal() -> None:
    assert_touches("""
from django.contrib.auth import login
from django.contrib.auth.models import User
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
@receiver(user_logged_in)
def on_login(sender, request, user, **kwargs):
    Log.objects.create(text="in")
def enter(request, user: User):
    with transaction.atomic():  #> insert shop_log, write auth_user, write django_session, delete django_session
        login(request, user)
""")


def test_one_more_receiver_than_a_value_has_alternatives() -> None:
    heard = "def heard{0}(**kwargs): pass\npost_save.connect(heard{0}, sender=Stock)\n"
    assert_touches(f"""
from django.db.models.signals import post_save
def last(**kwargs):
    Log.objects.create()
def connect_one_more():
    post_save.connect(last, sender=Stock)
{"".join(map(heard.format, range(40)))}
def touch():
    with transaction.atomic():  #> insert shop_stock, insert shop_log
        Stock.objects.create()
""")


GONE = "delete shop_tag, delete shop_order_tags, delete shop_stock, insert django_admin_log"


def test_a_receiver_that_was_connected_before_hears_of_another_sender() -> None:
    assert_touches(f"""
# file: shop/apps.py
from django.apps import AppConfig
from shop import receivers
class FirstConfig(AppConfig):
    def ready(self):
        from django.db.models.signals import pre_delete
        from shop.models import Log
        pre_delete.connect(receivers.gone, sender=Log)
# file: shop/admin.py
from django.contrib import admin
from shop.models import Log, Tag
@admin.register(Tag)
class TagAdmin(admin.ModelAdmin):
    def delete_view(self, request, object_id, extra_context=None):
        return super().delete_view(request, object_id)  #> {GONE}
# file: shop/zapps.py
from django.apps import AppConfig
from shop import receivers
class SecondConfig(AppConfig):
    def ready(self):
        from django.db.models.signals import pre_delete
        from shop.models import Tag
        pre_delete.connect(receivers.gone, Tag)
# file: shop/receivers.py
from shop.models import Stock
def gone(sender, **kwargs):
    Stock.objects.all().delete()
""")


def test_a_signal_of_the_project_s_own_calls_its_receivers() -> None:
    assert_touches("""
from django.dispatch import Signal, receiver
class PluginSignal(Signal):
    def send(self, sender, **named):
        responses = []
        for heard in self._live_receivers(sender)[0]:
            if self.is_active(heard):
                responses.append((heard, heard(signal=self, sender=sender, **named)))
        return responses
    def _live_receivers(self, sender):
        functions, coroutines = super()._live_receivers(sender)
        return sorted(functions, key=lambda one: one.__name__), []
asked = PluginSignal()
class Provider:
    def pay(self):
        Log.objects.create()
@receiver(asked)
def provider(sender, **kwargs):
    return Provider
@receiver(asked)
def nothing(sender, **kwargs):
    Tag.objects.create()
def touch(order: Order):
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        for heard, answer in asked.send(order):
            answer().pay()
""")


def test_who_follows_what_is_deleted() -> None:
    assert_touches("""
# file: shop/settings.py
INSTALLED_APPS = ["shop", "actstream", "django.contrib.auth", "django.contrib.contenttypes"]
# file: shop/apps.py
from actstream import registry
from django.apps import AppConfig
class ShopConfig(AppConfig):
    name = "shop"
    def ready(self):
        registry.register(self.get_model("Log"))
# file: shop/services.py
import actstream.signals
from django.db import transaction
from shop.models import Log, Tag
def forget(log: Log, tag: Tag):
    with transaction.atomic():  #> delete shop_log, delete actstream_action, delete actstream_follow
        log.delete()
    with transaction.atomic():  #> delete shop_tag, delete shop_order_tags, read shop_order_tags
        tag.delete()
""")


LINKED = """
# file: shop/models.py
from django.db import models
class Customer(models.Model):
    pass
class Order(models.Model):
    customers = models.ManyToManyField(Customer, related_name="orders")
    tags = models.ManyToManyField("Tag")
class Tag(models.Model):
    pass
class Log(models.Model):
    pass
class Loss(models.Model):
    pass
# file: shop/receivers.py
from django.db.models.signals import m2m_changed
from django.dispatch import receiver
from shop.models import *
@receiver(m2m_changed)
def changed(sender, instance, action, reverse, model, pk_set, **kwargs):
    if sender != Order.customers.through:
        return
    if action.startswith("pre_"):
        return
    if action in ("post_remove", "post_clear"):
        Loss.objects.create()
    if reverse:
        for order in model.objects.filter(pk__in=pk_set):
            Log.objects.create()
    else:
        instance.save()
# file: shop/services.py
from django.db import transaction
from shop.models import *
def run(order: Order, customer: Customer, tag: Tag):
    with transaction.atomic():  #> {expected}
        {statement}
"""


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("order.customers.add(customer)", "insert shop_order_customers, update shop_order"),
        ("order.customers.clear()", "delete shop_order_customers, update shop_order, insert shop_loss"),
        ("customer.orders.add(order)", "insert shop_order_customers, insert shop_log, read shop_order"),
        ("customer.orders.remove(order)", "delete shop_order_customers, insert shop_log, insert shop_loss"),
        ("order.tags.add(tag)", "insert shop_order_tags"),
    ],
)
def test_what_is_told_of_pairs(statement: str, expected: str) -> None:
    assert_touches(LINKED.format(statement=statement, expected=expected))


def test_a_helper_that_is_handed_no_senders() -> None:
    assert_touches("""
from django.db.models.signals import post_delete
class Index:
    def __init__(self, model, mapping):
        self.model = model
        self.connect(mapping["deleted"])
    def connect(self, models):
        for model in models:
            post_delete.connect(self.handle, sender=model, weak=False)
    def handle(self, sender, instance, **kwargs):
        self.model.objects.update()
def connect_others(models):
    for model in models:
        post_delete.connect(others, sender=model)
def others(sender, **kwargs):
    Stock.objects.update()
Index(Log, {"saved": {Order: {}}, "deleted": {Tag: {}}})
Index(Customer, {"saved": {Order: {}}, "deleted": {}})
def work(asked):
    connect_others(asked)
    with transaction.atomic():  #> delete shop_tag, delete shop_order_tags, update shop_log, update shop_stock?
        Tag.objects.all().delete()
    with transaction.atomic():  #> delete shop_line, update shop_stock?
        Line.objects.all().delete()
""")


def test_signals_that_a_decorator_of_the_project_finds_by_name() -> None:
    assert_touches("""
from django.dispatch import Signal, receiver
NAMES = ["*", "paid", "sent"]
SIGNALS = {name: Signal() for name in NAMES if name != "*"}
def hears(names):
    signals = []
    if isinstance(names, (list, tuple)):
        for name in names:
            signals.append(SIGNALS.get(name))
    else:
        signals.append(SIGNALS.get(names))
    def inner(handler, **kwargs):
        return receiver(signals, sender=Order, **kwargs)(handler)
    return inner
@hears(["paid", "sent"])
def on_both(sender, order, **kwargs):
    Log.objects.create()
@hears("sent")
def on_sent(sender, order, **kwargs):
    Stock.objects.create()
def work(order: Order):
    signal = SIGNALS.get(order.kind)
    with transaction.atomic():  #> insert shop_log, insert shop_stock
        if signal:
            signal.send(sender=Order, order=order)
""")


def test_what_a_library_does_by_a_guess_is_guessed() -> None:
    written = "write shop_stock, insert notes_note?, write django_admin_log"
    deleted = "delete shop_stock, insert notes_note?, write django_admin_log"
    assert_touches(f"""
# file: settings.py
INSTALLED_APPS = ["shop", "notes"]
# file: site-packages/notes/apps.py
from django.apps import AppConfig
class Config(AppConfig):
    def ready(self):
        import notes.signals
# file: site-packages/notes/models.py
from django.db import models
class Note(models.Model):
    text = models.TextField()
# file: site-packages/notes/signals.py
from django.apps import apps
from django.db.models.signals import post_save
from notes.models import Note
def note(instance, **kwargs):
    Note.objects.get_or_create(text="a")
post_save.connect(note, apps.get_model(unread.label))
# file: shop/admin.py
from django.contrib import admin
from shop.models import Stock
@admin.register(Stock)
class StockAdmin(admin.ModelAdmin):  #> {written} | {written} | delete shop_stock, write django_admin_log | {deleted}
    pass
""")


@pytest.mark.parametrize(
    ("signal", "receiver", "entered"),
    [
        ("django.db.models.signals import post_migrate as sent", "self.prepare", "signal shop.apps.ShopConfig.prepare"),
        ("django.db.models.signals import pre_migrate as sent", "prepare", "signal shop.apps.prepare"),
        ("django.core.signals import request_finished as sent", "prepare", "signal shop.apps.prepare"),
        ("django.db.backends.signals import connection_created as sent", "prepare", "signal shop.apps.prepare"),
    ],
)
def test_what_django_sends_by_itself_enters_the_program(signal: str, receiver: str, entered: str) -> None:
    assert_enters(
        f"""
# file: shop/apps.py
from django.apps import AppConfig
from {signal}
def prepare(sender, **kwargs): pass
class ShopConfig(AppConfig):
    def ready(self):
        sent.connect({receiver}, sender=self)
    @staticmethod
    def prepare(**kwargs): pass
""",
        *entered.splitlines(),
    )


@pytest.mark.parametrize(
    ("sender", "entered"),
    [
        ("sender=Ticket", "signal shop.services.saved"),
        ("sender='tickets.Ticket'", "signal shop.services.saved"),
        ("sender=Order", ""),
        ("", ""),
    ],
)
def test_what_a_package_sends_that_is_not_read(sender: str, entered: str) -> None:
    assert_enters(
        f"""{HEAD}
from shop.models import *
from tickets.models import Ticket
def saved(sender, instance, **kwargs): pass
post_save.connect(saved, {sender})
""",
        *entered.splitlines(),
    )
