"""A small project on disk, its scan and a split of it, for the tools that read what is written for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from boundary.model.scan import (
    Access,
    Context,
    Coupling,
    EntryPoint,
    ForeignKey,
    Module,
    Scan,
    Split,
    Table,
    Transaction,
)

if TYPE_CHECKING:
    from pathlib import Path

FILES = {
    "shop/__init__.py": "",
    "shop/orders/__init__.py": "",
    "shop/orders/models.py": "",
    "shop/orders/services.py": "from shop.orders import models\nfrom shop.stock import api\nfrom shop import money\n",
    "shop/stock/__init__.py": "",
    "shop/stock/api.py": "from shop.stock import models\n",
    "shop/stock/models.py": "",
    "shop/money.py": "from shop.orders import models\n",
}
NEW_IMPORT = ("shop/orders/models.py", "from shop.stock import models\n")
"""A file and what is written into it to cross the boundary in a new place."""

ORDERS, SERVICES = "shop.orders", "shop/orders/services.py"
PLACE = "shop.orders.services.place"
SPLIT = Split(
    "asked",
    0.0,
    (
        Context(
            "orders", ("orders_order", 'odd"\\name'), ("shop.orders", "shop.orders.models", "shop.orders.services")
        ),
        Context("stock+items", ("stock_item",), ("shop.stock", "shop.stock.api", "shop.stock.models")),
    ),
    shared=("shop", "shop.money"),
)


def write(folder: Path) -> None:
    """Write the project into a folder."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def scan() -> Scan:
    """The scan of it, by hand."""
    read = Access("stock_item", "read", "shop/orders/services.py", 3, "shop.orders.services.place")
    return Scan(
        root="shop",
        modules=tuple(
            Module(name.removesuffix(".py").removesuffix("/__init__").replace("/", "."), name, 3) for name in FILES
        ),
        tables=(Table("orders_order"), Table("stock_item"), Table('odd"\\name')),
        foreign_keys=(ForeignKey("orders_order", "stock_item", "item_id", file="shop/orders/models.py", line=3),),
        entry_points=(
            EntryPoint("route", "/<pk>&", "shop.orders.services.place", "shop/orders/services.py", 2, (read,)),
        ),
        transactions=(
            Transaction(
                "t1",
                "block",
                "shop.orders.services.place",
                "shop/orders/services.py",
                2,
                accesses=(
                    Access("orders_order", "insert", "shop/orders/services.py", 4, "shop.orders.services.place"),
                ),
            ),
        ),
        accesses=(read,),
        couplings=(
            Coupling("import", "shop.orders.services", "shop.orders.models", "shop/orders/services.py", 1),
            Coupling("import", "shop.orders.services", "shop.stock.api", "shop/orders/services.py", 2),
            Coupling("import", "shop.orders.services", "shop.stock", "shop/orders/services.py", 2),
            Coupling("import", "shop.orders.services", "shop.money", "shop/orders/services.py", 3),
            Coupling("import", "shop.stock.api", "shop.stock.models", "shop/stock/api.py", 1),
            Coupling("import", "shop.money", "shop.orders.models", "shop/money.py", 1),
            Coupling("call", "shop.orders.services", "shop.stock.api", "shop/orders/services.py", 2),
        ),
    )
