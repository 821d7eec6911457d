"""A small shop as a scan, built by hand: every kind of thing that a report shows is in it once."""

from __future__ import annotations

import pytest

from boundary.model.scan import (
    Access,
    BlindSpot,
    Completeness,
    Context,
    EntryPoint,
    ForeignKey,
    Frame,
    Module,
    Scan,
    Split,
    Table,
    Transaction,
    UnreadableFile,
    UnreadPackage,
)
from boundary.report.verdict import Core, Gluer, Verdict

SERVICES = "shop/orders/services.py"
PLACE = "shop.orders.services.place_order"
INVOICE = "shop.billing.api.create_invoice"


def _transactions() -> tuple[Transaction, ...]:
    to_invoice = (Frame(SERVICES, 101, PLACE),)
    place = Transaction(
        "shop/orders/services.py:88:place_order",
        "block",
        PLACE,
        SERVICES,
        88,
        110,
        accesses=(
            Access("orders_order", "insert", SERVICES, 92, PLACE, rule="manager"),
            Access("orders_order", "update", SERVICES, 108, PLACE, "inferred", rule="local"),
            Access("billing_invoice", "insert", "shop/billing/api.py", 44, INVOICE, via=to_invoice),
            Access(
                "audit_entry",
                "insert",
                "shop/audit/receivers.py",
                12,
                "shop.audit.receivers.record",
                because="signal",
                via=(*to_invoice, Frame("shop/billing/api.py", 44, INVOICE)),
            ),
            Access("catalog_product", "read", SERVICES, 90, PLACE),
        ),
        blind_spots=(
            BlindSpot(SERVICES, 97, "call of 'gateway.charge' not resolved"),
            BlindSpot(SERVICES, 99, "call of 'tax.rate' not resolved"),
            BlindSpot("shop/billing/api.py", 50, "SQL not understood: 'EXEC @x'"),
        ),
    )
    restock = Transaction(
        "shop/catalog/views.py:20:Restock.post",
        "request",
        "shop.catalog.views.Restock.post",
        "shop/catalog/views.py",
        20,
        31,
        receiver="shop.catalog.views.RestockAll",
        accesses=(
            Access("catalog_product", "lock", "shop/catalog/views.py", 22, "shop.catalog.views.Restock.post"),
            Access(
                "catalog_stock", "update", "shop/catalog/views.py", 25, "shop.catalog.views.Restock.post", "guessed"
            ),
        ),
    )
    login = Transaction(
        "shop/accounts/views.py:7",
        "implicit",
        "shop.accounts.views.login",
        "shop/accounts/views.py",
        7,
        7,
        accesses=(Access("accounts_user", "update", "shop/accounts/views.py", 7, "shop.accounts.views.login"),),
    )
    return place, restock, login


def _contexts() -> tuple[Context, ...]:
    return (
        Context(
            "orders",
            ("audit_entry", "billing_invoice", "orders_order"),
            ("shop.audit.receivers", "shop.billing.api", "shop.orders", "shop.orders.services"),
            ("POST /orders/",),
        ),
        Context("catalog", ("catalog_product", "catalog_stock"), ("shop.catalog.views",), ("POST /restock/",)),
        Context("accounts", ("accounts_user",), ("shop.accounts.views",)),
    )


def _modules() -> tuple[Module, ...]:
    names = ("orders", "orders.services", "billing.api", "billing.tax", "audit.receivers", "catalog.views")
    named = [Module(f"shop.{name}", f"shop/{name.replace('.', '/')}.py", 120) for name in names]
    return (*named, Module("shop.accounts.views", "shop/accounts/views.py", 40), Module("shop.urls", "shop/urls.py", 9))


@pytest.fixture
def shop() -> Scan:
    split = Split(
        "strict",
        0.0,
        _contexts(),
        shared=("shop.billing.tax",),
        composers=("shop.urls",),
        metrics={"largest_share": 0.5, "modularity": 0.4},
    )
    names = ("billing_invoice", "audit_entry", "catalog_product", "catalog_stock", "accounts_user")
    return Scan(
        root="shop",
        dialect="postgres",
        completeness=Completeness(
            files=9,
            unreadable=(UnreadableFile("shop/legacy.py", "line 3: not Python: '<<<<<<< HEAD'"),),
            calls=200,
            calls_resolved=150,
            calls_external=39,
            sql_strings=3,
            sql_understood=2,
            blind_spots=3,
            seconds=0.25,
            unread=(
                UnreadPackage("acme", 12, ("acme.views.Base", "acme.Mixin", "acme.forms.Form", "acme.api.View")),
                UnreadPackage("tool", 1, ("tool.<b>Page",)),
            ),
        ),
        modules=_modules(),
        tables=(
            Table("orders_order", model="shop.orders.models.Order", file="shop/orders/models.py", line=14),
            *(Table(name) for name in names),
        ),
        foreign_keys=(ForeignKey("billing_invoice", "orders_order", "order_id", "CASCADE"),),
        entry_points=(EntryPoint("route", "POST /orders/", "shop.orders.views.create", "shop/orders/views.py", 5),),
        transactions=_transactions(),
        accesses=(Access("orders_order", "read", "shop/orders/reports.py", 8, "shop.orders.reports.daily"),),
        splits=(split,),
    )


@pytest.fixture
def shop_verdict(shop: Scan) -> Verdict:
    return Verdict(
        tables=6,
        written=6,
        transactions=3,
        writing=3,
        joining=2,
        core=Core(("audit_entry", "billing_invoice", "orders_order"), (Gluer(PLACE, SERVICES, 88, 3, 2),)),
        strict=shop.splits[0],
        cut=(),
    )
