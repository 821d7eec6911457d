"""Protocols: what an object of one may be is every class that has its methods."""

from __future__ import annotations

from tests.link.linking import assert_touches


def test_the_classes_that_have_the_methods_of_a_protocol() -> None:
    assert_touches("""
from typing import Protocol
class Repository(Protocol):
    def add(self): ...
    def remove(self): ...
class Logs:
    def add(self):
        Log.objects.create()
    def remove(self): ...
class Tags:
    def add(self):
        Tag.objects.create()
class Service:
    def __init__(self, repository: Repository):
        self.repository = repository
    def run(self):
        with transaction.atomic():  #> insert shop_log
            self.repository.add()
""")


def test_what_is_handed_over_is_believed() -> None:
    assert_touches("""
from typing import Protocol
class Repository(Protocol):
    def add(self): ...
class Logs:
    def add(self):
        Log.objects.create()
class Tags:
    def add(self):
        Tag.objects.create()
def run(repository: Repository):
    repository.add()
def work():
    with transaction.atomic():  #> insert shop_log
        run(Logs())
""")
