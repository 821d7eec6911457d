"""A scan with a frontier that is built by hand."""

from __future__ import annotations

import msgspec
import pytest

from boundary.model.scan import Context, Coupling, EntryPoint, Relaxed, Scan, Seam, Split

SERVICES = "shop/orders/services.py"


@pytest.fixture
def split_shop(shop: Scan) -> Scan:
    """The shop with one more split, in which invoices are a context of their own, and what couples its modules."""
    place, invoice = "shop.orders.services.place_order", "shop.billing.api.create_invoice"
    finer = Split(
        "frontier-1",
        4.0,
        (
            Context("orders", ("audit_entry", "orders_order"), ("shop.orders", "shop.orders.services")),
            *shop.splits[0].contexts[1:],
            Context("billing", ("billing_invoice",), ("shop.audit.receivers", "shop.billing.api")),
        ),
        shared=shop.splits[0].shared,
        relaxed=(
            Relaxed(
                Seam(SERVICES, 101, place, invoice),
                4.0,
                "event after commit",
                (shop.transactions[0].id,),
                ("billing_invoice",),
            ),
        ),
        metrics={"largest_share": 0.4},
    )
    return msgspec.structs.replace(
        shop,
        entry_points=(
            *shop.entry_points,
            EntryPoint("admin", "POST /restock/", "shop.catalog.views.Restock.post", "", 0),
        ),
        couplings=(
            Coupling("import", "shop.orders.services", "shop.billing.api", SERVICES, 3, "", invoice),
            Coupling("call", "shop.orders.services", "shop.billing.api", SERVICES, 101, place, invoice),
            Coupling("join", "orders_order", "catalog_product", SERVICES, 90, place),
            Coupling("call", "shop.orders.services", "elsewhere", SERVICES, 5, place, "elsewhere.f"),
        ),
        splits=(*shop.splits, finer),
    )
