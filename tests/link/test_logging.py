"""Handlers of the project's own that write what is logged into a table, and where they are hung."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

HANDLERS = """
# file: shop/handlers.py
import logging
class TableHandler(logging.Handler):
    def emit(self, record):
        from shop.models import Log
        Log.objects.create(text=record.getMessage())
"""
SETTINGS = """
# file: config/settings.py
INSTALLED_APPS = ["shop"]
LOGGING = {
    "version": 1,
    "handlers": {
        "table": {"class": "shop.handlers.TableHandler", "level": "WARNING"},
        "console": {"class": "logging.StreamHandler"},
    },
    "loggers": {
        "shop": {"handlers": ["console", "table"], "level": "INFO"},
        "shop.quiet": {"handlers": ["console"], "propagate": False},
        "other": {"handlers": ["console"]},
    },
}
"""


@pytest.mark.parametrize(
    ("name", "told", "expected"),
    [
        ('"shop"', 'error("paid")', "insert shop_log"),
        ('"shop.orders"', 'exception("paid")', "insert shop_log"),
        ("__name__", 'warning("paid: %s", order)', "insert shop_log"),
        ('"shop"', 'info("paid")', "nothing"),
        ('"shop.quiet.orders"', 'error("paid")', "nothing"),
        ('"other"', 'error("paid")', "nothing"),
        ("", 'error("paid")', "nothing"),
        ("order.name", 'error("paid")', "nothing"),
    ],
)
def test_what_settings_hang_on_loggers(name: str, told: str, expected: str) -> None:
    assert_touches(f"""
# file: shop/work.py
import logging
from django.db import transaction
from shop.models import Order
def work(order: Order):
    logger = logging.getLogger({name})
    with transaction.atomic():  #> {expected}
        logger.{told}
{HANDLERS}{SETTINGS}""")


@pytest.mark.parametrize(
    "hung",
    [
        'logging.getLogger("shop").addHandler(TableHandler())',
        "logging.getLogger().addHandler(TableHandler())",
        'logging.config.dictConfig({"handlers": {"a": {"()": TableHandler}}, "root": {"handlers": ["a"]}})',
    ],
)
def test_what_code_hangs_on_loggers(hung: str) -> None:
    assert_touches(f"""
# file: shop/work.py
import logging
import logging.config
from django.db import transaction
from shop.handlers import TableHandler
logger = logging.getLogger(__name__)
def work():
    with transaction.atomic():  #> insert shop_log
        logger.info("paid")
def main():
    {hung}
    work()
{HANDLERS}""")
