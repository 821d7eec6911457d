"""Several programs in one repository, each with packages of its own by the same names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from boundary.api import scan

if TYPE_CHECKING:
    from pathlib import Path

MODELS = """
from django.db import models
class Order(models.Model):
    class Meta:
        db_table = "{table}"
"""
IMPORTS = {
    "a name": ("from app.models import Order", "Order"),
    "a name inside": ("", "Order"),
    "a module": ("from app import models", "models.Order"),
    "by its dotted name": ("import app.models", "app.models.Order"),
    "by another name": ("import app.models as held", "held.Order"),
    "beside it": ("from .models import Order", "Order"),
    "all names": ("from app.models import *", "Order"),
}
INSIDE = {
    "a name inside": "from app.models import Order\n        ",
    "by another name": "import app.models as held\n        ",
}


@pytest.mark.parametrize("imported", IMPORTS)
def test_each_means_its_own(tmp_path: Path, imported: str) -> None:
    statement, order = IMPORTS[imported]
    for program in ("first", "second"):
        for file, text in {
            "setup.cfg": "",
            "app/__init__.py": "",
            "app/models.py": MODELS.format(table=f"{program}_orders"),
            "app/work.py": f"""
from django.db import transaction
{statement}
def work():
    with transaction.atomic():
        {INSIDE.get(imported, "")}{order}.objects.create()
""",
        }.items():
            (tmp_path / program / file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / program / file).write_text(text)
    found = scan(tmp_path, cache=False)
    written = {one.file: {access.table for access in one.accesses} for one in found.transactions}
    assert written == {
        "first/app/work.py": {"first_orders"},
        "second/app/work.py": {"second_orders"},
    }
    coupled = {(one.from_, one.to) for one in found.couplings if one.kind == "import" and one.to.endswith("models")}
    assert coupled == {("app.work", "app.models"), ("second.app.work", "second.app.models")}


def test_what_only_the_other_one_has_is_of_the_other_one(tmp_path: Path) -> None:
    for file, text in {
        "first/setup.cfg": "",
        "first/app/__init__.py": "",
        "first/app/main.py": "",
        "first/app/models.py": MODELS.format(table="orders"),
        "second/setup.cfg": "",
        "second/app/__init__.py": "",
        "second/app/main.py": "from app.models import Order\ndef work():\n    Order.objects.create()\n",
    }.items():
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text(text)
    found = scan(tmp_path, cache=False)
    assert {(one.file, one.table) for one in found.accesses} == {("second/app/main.py", "orders")}
