"""Records that are turned into dicts: `asdict` of dataclasses and their kin."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    ("made", "dumped"),
    [
        ("@dataclasses.dataclass", "dataclasses.asdict(held)"),
        ("@dataclass(frozen=True)", "asdict(held)"),
        ("@attrs.define", "attrs.asdict(held)"),
        ("@attr.s(auto_attribs=True)", "attr.asdict(held, recurse=False)"),
    ],
)
def test_the_fields_of_a_record_by_name(made: str, dumped: str) -> None:
    assert_touches(f"""
import attr
import attrs
import dataclasses
from dataclasses import asdict, dataclass

{made}
class Base:
    kept: type

{made}
class Held(Base):
    model: type
    name: str

def store(model, name, kept):
    kept.objects.create()
    return model.objects.update(**{{name: 1}})

def work():
    held = Held(model=Order, name="total", kept=Log)
    with transaction.atomic():  #> update shop_order, insert shop_log
        store(**{dumped})
""")


def test_records_in_fields_are_dicts_too() -> None:
    assert_touches("""
from dataclasses import asdict, dataclass

@dataclass
class Inner:
    model: type

@dataclass
class Outer:
    inner: Inner
    others: list

def work():
    held = asdict(Outer(Inner(Stock), [Log]))
    with transaction.atomic():  #> insert shop_stock, insert shop_log
        held["inner"]["model"].objects.create()
        for other in held["others"]:
            other.objects.create()
""")


@pytest.mark.parametrize("taken", ["astuple(Held(Log, Tag()))[1]", "_, row = astuple(Held(Log, Tag())); row"])
def test_a_tuple_of_the_fields(taken: str) -> None:
    *before, row = taken.rpartition("; ")
    assert_touches(f"""
from dataclasses import astuple, dataclass
@dataclass
class Held:
    model: type
    row: object
def work():
    with transaction.atomic():  #> insert shop_tag
        {"".join(before)}{row}.save()
""")
