"""Protocols: what an object of one may be is every class that has its methods, wherever it has them from."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    "classes",
    [
        "class Adding(Repository):\n    add = added\nclass Orders(Adding):\n    def change(self): ...",
        "class Adding:\n    add = added\nclass Orders(Adding):\n    def change(self): ...",
        "class Adding:\n    add = added\nclass Orders(Adding, Editor):\n    pass",
    ],
)
def test_a_method_that_is_inherited_from_beside_the_protocol(classes: str) -> None:
    assert_touches(f"""
from typing import Protocol
class Repository(Protocol):
    def add(self): ...
class Editor(Repository, Protocol):
    def change(self): ...
def added(self):
    Log.objects.create()
{classes}
def run(editor: Editor):
    with transaction.atomic():  #> insert shop_log
        editor.add()
""")


def test_an_abstract_method_that_a_mixin_brings() -> None:
    assert_touches("""
from abc import ABC, abstractmethod
class Repository(ABC):
    @abstractmethod
    def add(self): ...
class Adding:
    def add(self):
        self.model.objects.create()
class Logs(Adding, Repository):
    model = Log
class Tags(Adding, Repository):
    model = Tag
class Unused(Adding):
    model = Order
def run(repository: Repository):
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        repository.add()
""")
