"""Names between which an environment variable chooses: the one that holds while it is not set."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_tables, assert_touches

MODELS = """
# file: shop/config.py
import os
from os import environ, getenv
CHOOSING = {test}
NAME = {choice}
# file: shop/models.py
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base
from shop.config import NAME
Base = declarative_base()
class Order(Base):
    __tablename__ = f"{{NAME}}orders"
    id = sa.Column(sa.Integer, primary_key=True)
"""


@pytest.mark.parametrize(
    ("test", "choice", "table"),
    [
        ("os.environ.get('MAKING') == '1'", "'aa_' if CHOOSING else 'shop_'", "shop_orders"),
        ("os.environ.get('MAKING') == '1'", "'shop_' if not CHOOSING else 'aa_'", "shop_orders"),
        ("os.environ.get('MAKING') != '1'", "'shop_' if CHOOSING else 'aa_'", "shop_orders"),
        ("environ.get('MAKING') is None", "'shop_' if CHOOSING else 'aa_'", "shop_orders"),
        ("getenv('MAKING')", "'aa_' if CHOOSING else 'shop_'", "shop_orders"),
        ("os.environ.get('STAGE', 'live') == 'live'", "'shop_' if CHOOSING else 'aa_'", "shop_orders"),
        ("os.environ.get('STAGE', 'live') == 'staging'", "'aa_' if CHOOSING else 'shop_'", "shop_orders"),
        ("'MAKING' in os.environ", "'aa_' if CHOOSING else 'shop_'", "shop_orders"),
        ("'MAKING' not in os.environ", "'shop_' if CHOOSING else 'aa_'", "shop_orders"),
        ("os.environ.get('MAKING') == other", "'aa_' if CHOOSING else 'shop_'", "aa_orders"),  # any of the two
        ("somewhere.get('MAKING') == '1'", "'aa_' if CHOOSING else 'shop_'", "aa_orders"),
    ],
)
def test_the_name_while_nothing_is_set(test: str, choice: str, table: str) -> None:
    assert_tables(MODELS.format(test=test, choice=choice), table)


def test_what_is_no_name_is_either() -> None:
    assert_touches("""
import os
from django.db import connection
SQL = "DELETE FROM shop_log" if os.environ.get("MODE") == "log" else "DELETE FROM shop_tag"
def touch():
    connection.cursor().execute(SQL)  #= delete shop_log, delete shop_tag
""")


def test_code_behind_a_variable_is_code_all_the_same() -> None:
    assert_touches("""
import os
LOGGED = os.environ.get("LOGGED") == "1"
def touch():
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        if LOGGED:
            Log.objects.create(text="a")
        else:
            Tag.objects.create()
""")
