"""Defaults of fields: what an object holds that its constructor was not given."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

FIELDS = [
    "@dataclasses.dataclass|dataclasses.field(default=Log)",
    "@dataclasses.dataclass|dataclasses.field(default_factory=lambda: Log)",
    "@attrs.define|attrs.field(default=Log)",
    "@attrs.define|attrs.field(factory=lambda: Log)",
    "@attr.s(auto_attribs=True)|attr.ib(default=Log)",
    "@attr.s(auto_attribs=True)|attr.Factory(lambda: Log)",
    "@attr.s(auto_attribs=True)|attr.ib(default=attr.Factory(lambda: Log))",
]


@pytest.mark.parametrize("field", FIELDS)
def test_a_default(field: str) -> None:
    decorator, made = field.split("|")
    assert_touches(f"""
import attr, attrs, dataclasses
{decorator}
class Writer:
    model: type = {made}
    def write(self):
        self.model.objects.create()
def work():
    with transaction.atomic():  #> insert shop_log
        Writer().write()
""")


def test_a_service_made_of_others() -> None:
    assert_touches("""
from dataclasses import dataclass, field
class Repository:
    def add(self):
        Log.objects.create()
@dataclass
class Service:
    repository = field(default_factory=Repository)
    flag: bool = field(default=False)
    def run(self):
        self.repository.add()
        if self.flag:
            Tag.objects.create()
def work():
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        Service().run()
""")
