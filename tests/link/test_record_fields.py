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
    "@dataclasses.dataclass|dataclasses.field(default_factory=functools.partial(given, Log))",
    "@dataclasses.dataclass|dataclasses.field(default_factory=Giver())",
    "@attrs.define|attrs.field(factory=Giver())",
    "|msgspec.field(default_factory=lambda: Log)",
    "|pydantic.PrivateAttr(default_factory=lambda: Log)",
]


@pytest.mark.parametrize("field", FIELDS)
def test_a_default(field: str) -> None:
    decorator, made = field.split("|")
    assert_touches(f"""
import attr, attrs, dataclasses, functools, msgspec, pydantic
def given(value):
    return value
class Giver:
    def __call__(self):
        return Log
{decorator}
class Writer{"" if decorator else "(pydantic.BaseModel)"}:
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


RECORDS = {
    "of the class above first": """
@dataclass
class Base:
    model: type
@dataclass
class Writer(Base):
    name: str
made = Writer(Log, "a")
""",
    "not of the class": """
@dataclass
class Writer:
    kind: ClassVar[str] = "a"
    model: type = None
made = Writer(Log)
""",
    "not by position": """
@dataclass
class Writer:
    name: str = field(default="a", init=False)
    model: type = None
made = Writer(Log)
""",
    "by name": """
@dataclass
class Base:
    other: str = field(default="a", kw_only=True)
@dataclass
class Writer(Base):
    model: type = None
    _: KW_ONLY
    name: str = "b"
made = Writer(Log, name="c")
""",
    "for the method behind the constructor": """
@dataclass
class Writer:
    name: str
    given: InitVar[type]
    model: type = field(init=False)
    def __post_init__(self, given):
        self.model = given
made = Writer("a", Log)
""",
    "without an annotation": """
@attr.s
class Writer:
    model = attr.ib()
    name = attr.ib(default="a")
made = Writer(Log)
""",
    "as a method gives it": """
@attrs.define
class Writer:
    model: type = attrs.field()
    @model.default
    def _of_logs(self):
        return Log
made = Writer()
""",
    "converted": """
def named(name):
    return {"log": Log}[name]
@attrs.define
class Writer:
    model: type = attrs.field(converter=[str, named])
made = Writer("log")
""",
}


@pytest.mark.parametrize("record", list(RECORDS.values()), ids=list(RECORDS))
def test_what_a_constructor_is_given(record: str) -> None:
    assert_touches(f"""
import attr, attrs
from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import ClassVar
{record}
def work():
    with transaction.atomic():  #> insert shop_log
        made.model.objects.create()
""")


@pytest.mark.parametrize(
    "checked",
    [
        "model = attr.ib(validator=check)",
        "model = attr.ib(validator=[attr.validators.instance_of(type), check])",
        "model = attr.ib()\n    @model.validator\n    def _(self, attribute, value):\n        check(self, 0, value)",
    ],
)
def test_what_checks_a_field(checked: str) -> None:
    assert_touches(f"""
import attr
def check(instance, attribute, value):
    value.objects.create()
@attr.s
class Writer:
    {checked}
def work():
    with transaction.atomic():  #> insert shop_log
        Writer(Log)
""")


@pytest.mark.parametrize(
    ("field", "written"),
    {
        "urgent: bool = False": "insert shop_log",
        "urgent: str | None = None": "insert shop_log",
        "urgent: ClassVar[bool] = False": "nothing",
        "urgent: Final = False": "nothing",
        "urgent = False": "nothing",
    }.items(),
)
def test_a_flag_of_a_class_that_may_be_a_record_decides_nothing(field: str, written: str) -> None:
    assert_touches(f"""
from typing import ClassVar, Final
from forms_of_others import CamelModel
class OrderIn(CamelModel):
    {field}
def placed(data: OrderIn):
    with transaction.atomic():  #> {written}
        if data.urgent:
            Log.objects.create()
""")


@pytest.mark.parametrize(
    "field",
    [
        "@dataclasses.dataclass|dataclasses.field(default_factory=list)",
        "@dataclasses.dataclass|dataclasses.field(default_factory=lambda: [])",
        "@attrs.define|attrs.field(factory=list)",
        "@attr.s(auto_attribs=True)|attr.ib(default=attr.Factory(list))",
        "|pydantic.Field(default_factory=list)",
        "|[]",
    ],
)
@pytest.mark.parametrize("filled", ["batch.rows.append(Log())", "batch.rows += [Log()]", "batch.add(Log())"])
def test_a_collection_is_filled_later(field: str, filled: str) -> None:
    decorator, made = field.split("|")
    assert_touches(f"""
import attr, attrs, dataclasses, pydantic
{decorator}
class Batch{"" if decorator else "(pydantic.BaseModel)"}:
    name: str = "rows"
    rows: list = {made}
    def add(self, row):
        self.rows.append(row)
    def save(self):
        for row in self.rows:
            row.save()
def work():
    batch = Batch()
    {filled}
    with transaction.atomic():  #> insert shop_log
        batch.save()
""")
