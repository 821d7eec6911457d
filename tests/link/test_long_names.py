"""Names that Django makes are cut to what the database takes."""

from __future__ import annotations

import pytest

from boundary.link.evaluator.interpreter import Interpreter
from boundary.link.frameworks.django.long_names import DIALECT, shortened
from boundary.link.frameworks.registry import Frameworks
from tests.link.linking import assert_touches

LONG = "shop_archivedorder_" + "_".join(["replaces"] * 6)


def test_tables_of_long_names() -> None:
    assert_touches(f"""
@transaction.atomic  #> insert {LONG[:59]}eb82
def touch(old: ArchivedOrder, tag: Tag):
    old.{LONG[19:]}.add(tag)
# file: shop/models.py
from django.db import models
class Tag(models.Model):
    pass
class ArchivedOrder(models.Model):
    {LONG[19:]} = models.ManyToManyField(Tag)
""")


@pytest.mark.parametrize(
    ("dialect", "name"),
    [(None, LONG[:59] + "eb82"), ("postgres", LONG[:59] + "eb82"), ("mysql", LONG[:60] + "eb82"), ("sqlite", LONG)],
)
def test_each_database_takes_names_of_its_own_length(dialect: str | None, name: str) -> None:
    interpreter = Interpreter([], Frameworks())
    interpreter.frameworks.state[DIALECT] = dialect
    assert shortened(interpreter, LONG) == name
    assert shortened(interpreter, f'old"."{LONG}') == f'old"."{name}'
    assert shortened(interpreter, "shop_order") == "shop_order"
