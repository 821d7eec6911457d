"""A small monolith with two contexts and old coupling between them, and what can be planted in it.

Shared by the tests and by the benchmark that asks other tools about the same plants.
"""

from __future__ import annotations

from dataclasses import dataclass, field

CONFIGURATION = """\
[tool.boundary]
[tool.boundary.contexts.orders]
modules = ["shop.orders.**"]
owner = "@team-orders"

[tool.boundary.contexts.billing]
modules = ["shop.billing.**"]
public = ["shop.billing.api"]
owner = "@team-billing"

[tool.boundary.contexts.project]
modules = ["shop", "shop.settings", "manage"]
"""

FILES: dict[str, str] = {
    "pyproject.toml": CONFIGURATION,
    "manage.py": "import os\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n",
    "shop/__init__.py": "",
    "shop/settings.py": "INSTALLED_APPS = ['shop.orders', 'shop.billing']\n",
    "shop/orders/__init__.py": "",
    "shop/orders/models.py": """\
from django.db import models


class Order(models.Model):
    number = models.CharField(max_length=20)
    total = models.IntegerField()


class Line(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE)
    price = models.IntegerField()
""",
    "shop/orders/services.py": """\
from django.db import connection, transaction

from shop.billing import api
from shop.billing.models import Invoice
from shop.orders.models import Line, Order
from shop.orders.signals import placed


def place(number, prices):
    with transaction.atomic():
        order = Order.objects.create(number=number, total=sum(prices))
        for price in prices:
            Line.objects.create(order=order, price=price)
        placed.send(sender=Order, order=order)
    return order


def legacy_invoice(order):
    with transaction.atomic():
        Order.objects.filter(pk=order.pk).update(total=0)
        Invoice.objects.create(number=order.number, total=order.total)


def bill(order):
    return api.create_invoice(order.number, order.total)


def rename(order, number):
    with transaction.atomic():
        order = Order.objects.select_for_update().get(pk=order.pk)
        order.number = number
        order.save()
""",
    "shop/orders/signals.py": "from django.dispatch import Signal\n\nplaced = Signal()\n",
    "shop/billing/__init__.py": "",
    "shop/billing/models.py": """\
from django.db import models


class Invoice(models.Model):
    number = models.CharField(max_length=20)
    total = models.IntegerField()
    paid = models.BooleanField(default=False)

    def recalculate(self):
        self.total = self.total + 1
        return self.total
""",
    "shop/billing/api.py": """\
from shop.billing.models import Invoice


def create_invoice(number, total):
    return Invoice.objects.create(number=number, total=total)


def is_paid(number):
    return Invoice.objects.filter(number=number, paid=True).exists()
""",
    "shop/billing/reports.py": """\
from django.db import connection

from shop.billing.models import Invoice


def unpaid():
    return list(Invoice.objects.filter(paid=False))
""",
}
"""The monolith; `legacy_invoice` is the old coupling."""

SERVICES = "shop/orders/services.py"
REPORTS = "shop/billing/reports.py"


@dataclass(frozen=True)
class Plant:
    """One violation: text that is put at the end of files (or in place of `old`), and the rules that must see it."""

    name: str
    rules: frozenset[str]
    add: dict[str, str] = field(default_factory=dict)
    replace: dict[str, tuple[str, str]] = field(default_factory=dict)

    def planted_in(self, files: dict[str, str]) -> dict[str, str]:
        """The files that it changes, as they are with it."""
        changed = {name: files.get(name, "") + text for name, text in self.add.items()}
        for name, (old, new) in self.replace.items():
            text = changed.get(name, files.get(name, ""))
            assert old in text, f"{self.name}: {old!r} is not in {name}"
            changed[name] = text.replace(old, new, 1)
        return changed


PLANTS: tuple[Plant, ...] = (
    Plant(
        "import",
        frozenset({"BND101"}),
        add={"shop/orders/labels.py": "from shop.billing.reports import unpaid\n\nLABELS = {'unpaid': unpaid}\n"},
    ),
    Plant(
        "call",
        frozenset({"BND102"}),
        add={
            SERVICES: """

def recalculated(order):
    invoice = api.create_invoice(order.number, order.total)
    return invoice.recalculate()
"""
        },
    ),
    Plant(
        "ORM read",
        frozenset({"BND201"}),
        add={
            SERVICES: """

def has_invoice(order):
    return Invoice.objects.filter(number=order.number).exists()
"""
        },
    ),
    Plant(
        "ORM write",
        frozenset({"BND202"}),
        add={
            SERVICES: """

def pay(order):
    Invoice.objects.filter(number=order.number).update(paid=True)
"""
        },
    ),
    Plant(
        "raw SQL write",
        frozenset({"BND202"}),
        add={
            SERVICES: """

def pay_quickly(number):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE billing_invoice SET paid = true WHERE number = %s", [number])
"""
        },
    ),
    Plant(
        "raw SQL join",
        frozenset({"BND203"}),
        add={
            REPORTS: """

def open_orders():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT o.number FROM billing_invoice i JOIN orders_order o ON o.number = i.number WHERE NOT i.paid"
        )
        return cursor.fetchall()
"""
        },
    ),
    Plant(
        "foreign key",
        frozenset({"BND204"}),
        add={"shop/billing/models.py": "    order = models.ForeignKey('orders.Order', on_delete=models.DO_NOTHING)\n"},
    ),
    Plant(
        "ORM join",
        frozenset({"BND203"}),
        add={
            "shop/billing/models.py": "    order = models.ForeignKey('orders.Order', on_delete=models.DO_NOTHING)\n",
            REPORTS: """

def unpaid_of(number):
    return list(Invoice.objects.filter(order__number=number))
""",
        },
    ),
    Plant(
        "cascade",
        frozenset({"BND204"}),
        add={"shop/billing/models.py": "    order = models.ForeignKey('orders.Order', on_delete=models.CASCADE)\n"},
    ),
    Plant(
        "shared transaction",
        frozenset({"BND301", "BND302"}),
        replace={SERVICES: ("        order.save()\n", "        order.save()\n        api.create_invoice(number, 0)\n")},
    ),
    Plant(
        "signal",
        frozenset({"BND301"}),
        add={
            "shop/billing/receivers.py": """\
from django.dispatch import receiver

from shop.billing.models import Invoice
from shop.orders.signals import placed


@receiver(placed)
def invoice_order(sender, order, **kwargs):
    Invoice.objects.create(number=order.number, total=order.total)
""",
            "shop/billing/apps.py": """\
from django.apps import AppConfig


class BillingConfig(AppConfig):
    name = "shop.billing"

    def ready(self):
        from shop.billing import receivers
""",
        },
    ),
    Plant(
        "call in a transaction",
        frozenset({"BND302"}),
        replace={SERVICES: ("        order.save()\n", "        order.save()\n        api.is_paid(number)\n")},
    ),
    Plant("unowned module", frozenset({"BND401"}), add={"shop/stray.py": "LOOSE = 1\n"}),
)
"""What is planted, each alone."""
