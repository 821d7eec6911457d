"""A judgement built by hand: every kind of finding and state that a format shows is in it once."""

from __future__ import annotations

import msgspec

from boundary.model.findings import Finding, Judgement, Region, Site, Statement
from boundary.model.scan import Completeness, Frame, UnreadableFile

SERVICES = "shop/orders/services.py"
API = "shop/billing/api.py"
PLACE = "shop.orders.services.place"
INVOICE = "shop.billing.api.create_invoice"


def judgement() -> Judgement:
    """Two contexts, a transaction between them, a warning, a guess, growth, what is known and what is fixed."""
    findings = (
        _transaction(),
        Finding(
            rule="BND202",
            title="write of another context's table",
            from_="orders",
            to="billing",
            symbol=PLACE,
            target="billing_invoice",
            op="write",
            message=f"{PLACE} writes billing_invoice, which billing owns",
            sites=(Site(SERVICES, 101, PLACE), Site(SERVICES, 120, PLACE)),
            ways=("call a public function of billing", "move billing_invoice to orders"),
            more=1,
        ),
        Finding(
            rule="BND201",
            title="read of another context's table",
            from_="orders",
            to="catalog",
            symbol=PLACE,
            target="catalog_product",
            op="read",
            message=f"{PLACE} reads catalog_product, which catalog owns",
            sites=(Site(SERVICES, 90, PLACE),),
            confidence="guessed",
            severity="warn",
        ),
        Finding(
            rule="BND901",
            title="pattern that matches nothing",
            from_="catalog",
            to="",
            symbol="contexts.catalog.tables",
            target="catalogue_*",
            op="pattern",
            message="contexts.catalog.tables: 'catalogue_*' matches nothing",
            ways=("correct the pattern or take it out",),
        ),
        Finding(
            rule="BND101",
            title="import past the public modules",
            from_="billing",
            to="orders",
            symbol="shop.billing.api",
            target="shop.orders.models",
            op="import",
            message="shop.billing.api imports shop.orders.models, which is not public in orders",
            sites=(Site(API, 3, "shop.billing.api"),),
            state="known",
        ),
        Finding(
            rule="BND302",
            title="call into another context inside a transaction",
            from_="billing",
            to="orders",
            symbol=INVOICE,
            target="shop.orders.models.Order.total",
            op="call",
            message=f"{INVOICE} calls shop.orders.models.Order.total of orders inside its transaction",
            sites=(Site(API, 44, INVOICE),),
            severity="warn",
            indirect=True,
            via=(Frame(API, 40, INVOICE),),
        ),
        Finding(
            rule="BND204",
            title="foreign key or cascade across contexts",
            from_="billing",
            to="orders",
            symbol="billing_invoice.order_id",
            target="orders_order",
            op="reference",
            message="billing_invoice.order_id: reference of orders_order",
            state="fixed",
        ),
    )
    return Judgement(
        root="shop",
        base="main (0123456789ab)",
        findings=findings,
        ignored=1,
        owners={"orders": "@team-orders", "billing": "@team-billing"},
        contexts=("billing", "catalog", "orders"),
        completeness=Completeness(
            files=1143,
            unreadable=(UnreadableFile("shop/broken.py", "line 1: not Python"),),
            calls=100,
            calls_resolved=90,
            calls_external=4,
            sql_strings=100,
            sql_understood=97,
            seconds=0.6,
        ),
    )


def _transaction() -> Finding:
    opened = Site(SERVICES, 88, PLACE)
    statements = (
        Statement("orders_order", "insert", "orders", Site(SERVICES, 92, PLACE)),
        Statement(
            "billing_invoice",
            "insert",
            "billing",
            Site("shop/billing/receivers.py", 12, "shop.billing.receivers.invoice"),
            foreign=True,
            via=(Frame(SERVICES, 101, PLACE), Frame(API, 40, INVOICE)),
            because="signal",
        ),
        Statement("audit_entry", "insert", None, Site(SERVICES, 103, PLACE), confidence="guessed"),
    )
    return Finding(
        rule="BND301",
        title="transaction crosses a boundary",
        from_="orders",
        to="billing",
        symbol=PLACE,
        target="billing_invoice",
        op="write",
        message=f"{PLACE} writes billing_invoice of billing in one transaction with tables of orders",
        sites=(opened,),
        ways=("send an event to billing after the commit (on_commit)",),
        region=Region("block", opened, 110, statements),
        why="https://example.org/decisions/7",
    )


def many(count: int, length: int = 60) -> Judgement:
    """A judgement with so many new findings, each with a message of about that length."""
    base = judgement()
    template = base.findings[0]
    findings = tuple(
        msgspec.structs.replace(
            template,
            symbol=f"{PLACE}_{number}",
            from_=f"context{number % 90}",
            to=f"context{number % 7 + 100}",
            message=f"finding {number} " + "x" * length,
        )
        for number in range(count)
    )
    return msgspec.structs.replace(base, findings=findings)


def hostile(name: str) -> Judgement:
    """A judgement in which everything that comes out of the analysed source is called so."""
    site = Site(f"shop/{name}.py", 3, name)
    statement = Statement(
        name, "insert", name, site, foreign=True, via=(Frame(site.file, 7, name), Frame(name, 8, name))
    )
    finding = Finding(
        rule="BND301",
        title="transaction crosses a boundary",
        from_=name,
        to="billing",
        symbol=name,
        target=name,
        op="write",
        message=f"{name} writes {name}",
        sites=(site, site),
        ways=(f"move {name}",),
        region=Region("block", site, 9, (statement,)),
        why=name,
    )
    known = msgspec.structs.replace(finding, state="known", symbol="b", region=None)
    fixed = msgspec.structs.replace(finding, state="fixed", symbol="c", sites=(), region=None)
    return Judgement(
        root=name,
        base=name,
        findings=(finding, msgspec.structs.replace(finding, rule="BND202", region=None), known, fixed),
        owners={name: name},
        contexts=(name,),
    )
