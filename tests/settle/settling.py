"""The verbs of these tests: a small application in one text, entries of a configuration, and what comes of both."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from boundary.api.linked import LIBRARY, sql_reader
from boundary.config import parse
from boundary.link.program import link
from boundary.model.facts import SourceModule
from boundary.read.python.extract import extract
from boundary.read.python.syntax import parse as parse_source
from boundary.read.sources import read_library

if TYPE_CHECKING:
    from boundary.model.scan import Access, Scan

MODELS = """
from django.db import models

class Order(models.Model):
    total = models.IntegerField()

class Stock(models.Model):
    left = models.IntegerField()

class Charge(models.Model):
    amount = models.IntegerField()

class Log(models.Model):
    def append_text(self, text):
        self.save()
"""
IMPORTS = """
from django.db import connection, transaction
from elsewhere import gateway, unknown
from shop.models import Charge, Log, Order, Stock
"""


def scan_settled(source: str, entries: str) -> tuple[Scan, list[str]]:
    """The scan of `shop/services.py`, with the entries of a boundary.toml settled, and the notes about them."""
    settings = parse(tomllib.loads(entries), "boundary.toml")
    notes: list[str] = []
    files = {"shop/__init__.py": "", "shop/models.py": MODELS, "shop/services.py": IMPORTS + source}
    modules = [_module(file, text) for file, text in files.items()]
    reader = sql_reader("postgres")
    scan = link([*modules, *_django()], sql_reader=reader, settlements=settings.settle, note=notes.append)
    return scan, notes


def written(scan: Scan, function: str) -> set[str]:
    """The bound tables of a function's transactions without the application's prefix, `?` behind a guess."""
    return {
        f"{access.table.removeprefix('shop_')}{'?' if access.confidence == 'guessed' else ''}"
        for access in _accesses(scan, function)
        if access.binds
    }


def rules(scan: Scan, function: str, table: str) -> set[tuple[str, str, str | None]]:
    """The accesses of a function's transactions to a table: operation, confidence and rule."""
    return {(one.op, one.confidence, one.rule) for one in _accesses(scan, function) if one.table == table}


def assert_settled(source: str, entry: str, *expected: str, function: str = "place") -> Scan:
    """With one entry (and a reason), the function's transactions write these tables, and nothing is noted."""
    scan, notes = scan_settled(source, f'[[settle]]\nreason = "it is so"\n{entry}')
    assert (written(scan, function), notes) == (set(expected), [])
    return scan


def _accesses(scan: Scan, function: str) -> list[Access]:
    return [
        access
        for transaction in scan.transactions
        if transaction.function.endswith(f".{function}")
        for access in transaction.accesses
    ]


@cache
def _django() -> tuple[SourceModule, ...]:
    return tuple(one for one in read_library(LIBRARY, cache=False).modules if one.name.partition(".")[0] == "django")


def _module(file: str, text: str) -> SourceModule:
    parsed = parse_source(text)
    name = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    return SourceModule(name, file, extract(parsed.tree, parsed.source), is_package=file.endswith("__init__.py"))
