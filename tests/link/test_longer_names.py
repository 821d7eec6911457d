"""A package within another one that is on the search path, too: code imports what lies in it by both names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boundary.api import scan

if TYPE_CHECKING:
    from pathlib import Path

MODELS = """
from django.db import models
class {name}(models.Model):
    pass
"""
IMPORTED = {
    "short": ("from orders.models import Orders", "Orders"),
    "long": ("from site.apps.orders.models import Orders", "Orders"),
    "of the package around it": ("from site.apps.orders import models", "models.Orders"),
    "of the whole": ("from site.apps import orders\nimport site.apps.orders.models", "orders.models.Orders"),
    "by its dotted name": ("import site.apps.orders.models as held", "held.Orders"),
}


@pytest.mark.parametrize("imported", IMPORTED)
def test_both_names_mean_one_file(tmp_path: Path, imported: str) -> None:
    statement, orders = IMPORTED[imported]
    files = {
        "manage.py": "",
        "site/__init__.py": "",
        "site/settings.py": "import sys\nsys.path.insert(0, root('apps'))\nINSTALLED_APPS = ['orders', 'stock']\n",
        "site/apps/__init__.py": "",
        "site/apps/stock/views.py": (
            "from orders.models import Orders as _\nfrom billing.models import Billing\nimport stock.models\n"
            f"{statement}\nfrom django.db import transaction\n"
            f"def touch():\n    with transaction.atomic():\n        {orders}.objects.create()\n"
        ),
    }
    for app in ("orders", "billing", "stock"):
        files[f"site/apps/{app}/__init__.py"] = ""
        files[f"site/apps/{app}/models.py"] = MODELS.format(name=app.title())
    for file, text in files.items():
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    found = scan(tmp_path, cache=False)
    (block,) = [one for one in found.transactions if one.kind == "block"]
    assert [(one.op, one.table) for one in block.accesses] == [("insert", "orders_orders")]
    assert len([one for one in found.couplings if one.to == "orders.models" and one.kind == "import"]) == 2
