"""Members of enumerations: as keys, as objects with methods, one by one and all of them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CODE = """
import enum
from dataclasses import dataclass
class Plain(enum.Enum):
    ORDER = "order"
    LOG = "log"
class Text(enum.StrEnum):
    ORDER = enum.auto()
    LOG = enum.auto()
class Labelled(models.TextChoices):
    ORDER = "order", "An order"
    LOG = "log", "A log"
class Model(enum.Enum):
    ORDER = Order
    LOG = Log
class Row(enum.Enum):
    ORDER = (Order, 1)
    LOG = (Log, 2)
class Acting(enum.Enum):
    ORDER = "order"
    LOG = "log"
    def make(self):
        BY_NAME[self.value].objects.create()
    @property
    def model(self):
        return Order
    @classmethod
    def any(cls):
        Order.objects.create()
class Written(enum.Enum):
    ORDER = (Order, "An order")
    LOG = (Log, "A log")
    def __init__(self, model, label):
        self.model = model
    def make(self):
        self.model.objects.create()
@dataclass
class Kind:
    model: type
    label: str
    def named(self):
        return self.model.objects.get_or_create(text=self.label)
class Mixed(Kind, enum.Enum):
    ORDER = Order, "An order"
    LOG = Log, "A log"
    def make(self):
        self.model.objects.create()
class Called(enum.Enum):
    ORDER = Order
    def __call__(self):
        self.value.objects.create()
def make(kind: Acting):
    kind.make()
BY_NAME = {"order": Order, "log": Log}
BY_PLAIN = {Plain.ORDER: Order, Plain.LOG: Log}
BY_TEXT = {Text.ORDER: Order, Text.LOG: Log}
BY_VALUE = {Plain.ORDER.value: Order, Plain.LOG.value: Log}
"""
ONE = [
    "BY_NAME[Plain.ORDER.value].objects.create()",
    "BY_NAME[Labelled.ORDER].objects.create()",
    "BY_NAME[Labelled.ORDER.value].objects.create()",
    "BY_NAME[Plain.ORDER.name.lower()].objects.create()",
    "BY_PLAIN[Plain.ORDER].objects.create()",
    "BY_TEXT[Text.ORDER].objects.create()",
    "BY_VALUE[Plain.ORDER.value].objects.create()",
    "Model.ORDER.value.objects.create()",
    "Row.ORDER.value[0].objects.create()",
    "Acting.ORDER.model.objects.create()",
    "Acting.any()",
    "Written.ORDER.model.objects.create()",
    "Mixed.ORDER.model.objects.create()",
    "Called.ORDER()",
    "Order.objects.create() if isinstance(Plain.ORDER, Plain) else Log.objects.create()",
    "Order.objects.create() if isinstance(Text.ORDER, str) else Log.objects.create()",
    "Log.objects.create() if isinstance(Plain.ORDER, (Text, str)) else Order.objects.create()",
]
BOTH = [
    "Acting(x).make()",
    "make(Acting.ORDER)",
    "Written(x).make()",
    "Mixed(x).make()",
    "Mixed[x].model.objects.create()",
    "Mixed[x].named()",
    "[kind.model.objects.create() for kind in Mixed]",
    "[kind.model.objects.create() for kind in Written]",
    "[kind.make() for kind in Acting]",
    "Model(x).value.objects.create()",
    "Acting[x].make()",
    "[one.value.objects.create() for one in Model]",
    "BY_PLAIN[Plain(x)].objects.create()",
]


@pytest.mark.parametrize("statement", ONE)
def test_a_member(statement: str) -> None:
    assert_touches(f"""{CODE}
def work():
    with transaction.atomic():  #> insert shop_order
        {statement}
""")


@pytest.mark.parametrize("statement", BOTH)
def test_any_member(statement: str) -> None:
    assert_touches(f"""{CODE}
def work(x):
    with transaction.atomic():  #> insert shop_order, insert shop_log
        {statement}
""")


@pytest.mark.parametrize(
    ("test", "found"), [("kind == Plain.ORDER", "order"), ("kind is Plain.LOG", "log"), ("kind.value == 'log'", "log")]
)
def test_a_member_decides_a_branch(test: str, found: str) -> None:
    assert_touches(f"""{CODE}
def write(kind):
    if {test}:
        BY_PLAIN[kind].objects.create()
def work():
    with transaction.atomic():  #> insert shop_{found}
        write(Plain.{found.upper()})
    with transaction.atomic():  #> nothing
        write(Plain.{"LOG" if found == "order" else "ORDER"})
""")


def test_a_member_by_its_name() -> None:
    assert_touches("""
import enum
class Kind(enum.Enum):
    ORDER = Order
    LOG = Log
def work(name):
    with transaction.atomic():  #> insert shop_log
        Kind["LOG"].value.objects.create()
    with transaction.atomic():  #> insert shop_log, insert shop_order
        Kind[name].value.objects.create()
""")
