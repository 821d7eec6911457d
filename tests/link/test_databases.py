"""More than one database: routers, `using`, connections; a transaction binds tables of its own database alone."""

from __future__ import annotations

import pytest

from boundary.api.linked import sql_reader
from boundary.link.program import link
from tests.link.linking import divide, read

APP = """
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
DATABASES = {"default": {}, "logs": {}}
DATABASE_ROUTERS = ["shop.routers.LogRouter"]
# file: shop/routers.py
{router}
# file: shop/models.py
from django.db import models
class Order(models.Model):
    pass
class Entry(models.Model):
    class Meta:
        app_label = "logs"
class Archive(models.Model):
    pass
# file: shop/services.py
from django.db import transaction
from shop.models import *
def touch():
    with transaction.atomic():
        Order.objects.create()
        Entry.objects.create()
def log():
    with transaction.atomic(using="logs"):
        Entry.objects.create()
"""
ROUTERS = {
    "by app": """
class LogRouter:
    def db_for_read(self, model, **hints):
        if model._meta.app_label == "logs":
            return "logs"
        return None
    def db_for_write(self, model, **hints):
        if model._meta.app_label == "logs":
            return "logs"
        return None
""",
    "by a set of apps": """
class LogRouter:
    apps = {"logs"}
    def db_for_write(self, model, **hints):
        if model._meta.app_label in self.apps:
            return "logs"
""",
    "by class": """
from shop.models import Entry
class LogRouter:
    def db_for_write(self, model, **hints):
        return "logs" if model is Entry else None
""",
}


def databases(source: str) -> dict[str, str | None]:
    """The database of each table."""
    return {one.name: one.database for one in link(read(divide(source)), sql_reader=sql_reader(None)).tables}


@pytest.mark.parametrize("router", ROUTERS)
def test_routers(router: str) -> None:
    found = databases(APP.replace("{router}", ROUTERS[router]))
    assert found["logs_entry"] == "logs"
    assert found["shop_order"] == found["shop_archive"] == "default"


def test_a_router_that_depends_on_the_hour_says_nothing() -> None:
    router = """
import random
class LogRouter:
    def db_for_write(self, model, **hints):
        return random.choice(["a", "b"])
"""
    assert set(databases(APP.replace("{router}", router)).values()) == {"default"}


def test_transactions_of_databases() -> None:
    scan = link(read(divide(APP.replace("{router}", ROUTERS["by app"]))), sql_reader=sql_reader(None))
    assert sorted((one.function, one.database) for one in scan.transactions) == [
        ("shop.services.log", "logs"),
        ("shop.services.touch", "default"),
    ]


CONNECTIONS = """
import sqlite3
orders = sqlite3.connect("orders.db")
logs = sqlite3.connect("{logs}")
def touch():
    orders.execute("INSERT INTO orders VALUES (1)")
    logs.execute("INSERT INTO entries VALUES (1)")
    orders.commit()
    logs.commit()
def block():
    with logs:
        logs.execute("INSERT INTO entries VALUES (1)")
"""


def test_connections_to_two_databases() -> None:
    scan = link(read(divide(CONNECTIONS.replace("{logs}", "logs.db"))), sql_reader=sql_reader(None))
    held = {one.name: one.database for one in scan.tables if one.name in {"orders", "entries"}}
    assert held == {"orders": "orders", "entries": "logs"}
    assert {(one.kind, one.database) for one in scan.transactions} >= {
        ("unit_of_work", "orders"),
        ("block", "logs"),
    }


def test_one_database_under_one_name_is_the_default() -> None:
    scan = link(read(divide(CONNECTIONS.replace("{logs}", "orders.db"))), sql_reader=sql_reader(None))
    assert {one.database for one in scan.tables} == {"default"}
    assert {one.database for one in scan.transactions} == {"default"}
