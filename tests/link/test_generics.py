"""Type variables: what a generic function or class returns is told by what it is given."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

TYPES = """
from typing import Any, Generic, TypeVar, overload
from django.db.models import Model, QuerySet
from django.db import transaction
from elsewhere import registry
MT = TypeVar("MT", bound=Model)
class ObjectType(Generic[MT]):
    pass
class ContextType(ObjectType[MT]):
    pass
class OrderType(ObjectType[Order]):
    pass
class LineType(ContextType[Line]):
    pass
class LogType(ContextType[ObjectType[Log]]):
    pass
"""


def test_the_class_that_is_wanted() -> None:
    assert_touches(f"""{TYPES}
class Mutation:
    @overload
    @classmethod
    def get_node(cls, info, key: str, *, only_type: type[ObjectType[MT]], qs: Any = None) -> MT: ...
    @overload
    @classmethod
    def get_node(cls, info, key: str, *, only_type: None, qs: QuerySet[MT]) -> MT: ...
    @overload
    @classmethod
    def get_node(cls, info, key: str, *, only_type: None = None, qs: Any = None) -> Model: ...
    @classmethod
    def get_node(cls, info, key, *, only_type=None, qs=None) -> Model | None:
        return registry.find(key, only_type, qs)
class Remove(Mutation):
    @classmethod
    def perform(cls, info, key, tags):
        thing = cls.get_node(info, key, only_type=OrderType)
        thing.tags.remove(*tags)  #= delete shop_order_tags
        other = cls.get_node(info, key, only_type=LineType)
        other.delete()  #= delete shop_line
        third = cls.get_node(info, key, only_type=LogType)
        third.save()  #= write shop_log
        fourth = cls.get_node(info, key, only_type=None, qs=Stock.objects.all())
        fourth.save()  #= write shop_stock
""")


def test_a_generic_function() -> None:
    assert_touches(f"""{TYPES}
def find(kind: type[MT], key) -> MT | None:
    return registry.find(kind, key)
def same(row: MT) -> MT:
    return registry.check(row)
def run(key):
    find(Stock, key).save()  #= write shop_stock
    same(find(Log, key)).delete()  #= delete shop_log
""")


def test_a_method_of_a_generic_class() -> None:
    assert_touches(f"""{TYPES}
class Repository(Generic[MT]):
    def get(self, key) -> MT:
        return registry.find(key)
    def all(self) -> list[MT]:
        return registry.all()
class Orders(Repository[Order]):
    pass
class Logs(Repository[Log]):
    pass
def run(key):
    Orders().get(key).save()  #= write shop_order
    for log in Logs().all():
        log.delete()  #= delete shop_log
""")


def test_an_object_is_asked_what_its_class_is_generic_in() -> None:
    assert_touches("""
from typing import Generic, TypeVar, get_args
T = TypeVar("T")
class Repository(Generic[T]):
    @property
    def model(self):
        return get_args(self.__orig_bases__[0])[0]
    def create(self):
        self.model.objects.create()
class Orders(Repository[Order]):
    pass
def run():
    with transaction.atomic():  #> insert shop_order
        Orders().create()
""")


@pytest.mark.parametrize(
    "told",
    [
        "cls.model = get_args(cls.__orig_bases__[0])[0]",
        "cls.model = cls.__orig_bases__[0].__args__[0]",
        "(cls.model,) = get_args(cls.__orig_bases__[0])",
        "cls.model = next(get_args(one)[0] for one in cls.__orig_bases__ if get_origin(one) is Repository)",
    ],
)
def test_a_base_asks_what_its_subclass_is_generic_in(told: str) -> None:
    assert_touches(f"""
from typing import Generic, TypeVar, get_args, get_origin
T = TypeVar("T")
class Repository(Generic[T]):
    model = None
    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        {told}
    @classmethod
    def create(cls, **values):
        row = cls.model(**values)
        row.save()
        return row
class Orders(Repository[Order]):
    pass
class Logs(Repository[Log]):
    pass
class Urgent(Orders):
    pass
def run():
    with transaction.atomic():  #> insert shop_order
        Orders.create(total=1)
    with transaction.atomic():  #> insert shop_log
        Logs.create(text="x")
    with transaction.atomic():  #> insert shop_order
        Urgent.create()
""")


def test_what_a_method_of_a_generic_class_takes() -> None:
    assert_touches(f"""{TYPES}
class Payable(Generic[MT]):
    def __init__(self, row: MT):
        self.row = row
    def save(self):
        self.row.save()
    def remove(self, other: MT):
        other.delete()
    def note(self, other: MT | None = None):
        if other is not None:
            other.delete()
        Stock.objects.create()
class OrderPayable(Payable[Order]):
    pass
class LogPayable(Payable[Log]):
    pass
KINDS = {{"order": OrderPayable, "log": LogPayable}}
def run(key, kind):
    with transaction.atomic():  #> write shop_order
        OrderPayable(registry.find(key)).save()
    with transaction.atomic():  #> write shop_log
        KINDS["log"](registry.find(key)).save()
    with transaction.atomic():  #> delete shop_log
        LogPayable(Log()).remove(registry.find(key))
    with transaction.atomic():  #> insert shop_stock
        LogPayable(Log()).note()
    with transaction.atomic():  #> write shop_order, write shop_log
        KINDS[kind](Log() if kind else Order()).save()
    with transaction.atomic():  #> delete shop_log
        LogPayable(Log()).remove(Log() if kind else Order())
""")


WRAPPED = {
    "an attribute of the class": "wrapped: Wrapped[Order]",
    "one of the class above": "wrapped: Labelled[Order]",
    "one below it that says what it is of": "wrapped: Pair[str, Order]",
    "behind a test": "wrapped: Wrapped[Order], *, checked=True",
}


@pytest.mark.parametrize("parameter", list(WRAPPED.values()), ids=list(WRAPPED))
@pytest.mark.parametrize(
    "declared",
    [
        (
            "class Wrapped(Generic[T]):\n    row: T\n@dataclass\nclass Labelled(Wrapped[T]):\n    label: str\n"
            "@dataclass\nclass Pair(Wrapped[U], Generic[T, U]):\n    label: str"
        ),
        (
            "class Wrapped[T]:\n    row: T\n@dataclass\nclass Labelled[N](Wrapped[N]):\n    label: str\n"
            "@dataclass\nclass Pair[A, B](Wrapped[B]):\n    label: str"
        ),
    ],
)
def test_an_attribute_of_what_is_generic(declared: str, parameter: str) -> None:
    assert_touches(f"""
from dataclasses import dataclass
from typing import Generic, TypeVar
T = TypeVar("T")
U = TypeVar("U")
@dataclass
{declared}
def keep(wrapped: Wrapped[Log]):
    wrapped.row.save()  #= write shop_log
@transaction.atomic  #> update shop_order
def change({parameter}):
    if wrapped is not None:
        wrapped.row.save()
def work():
    keep(Wrapped(Log()))
    for row in (Tag.objects.get(), Log.objects.get(), Order.objects.get()):
        change(Wrapped(row))
""")


INSIDE = {
    "a function": "def run():\n        wrapped.row.save()\n    run()",
    "one that is handed over": "def run(of):\n        wrapped.row.save()\n    call(run)",
    "one inside of another": "def run():\n        def save(): wrapped.row.save()\n        save()\n    run()",
    "a lambda": "call(lambda of: wrapped.row.save())",
}


@pytest.mark.parametrize("body", list(INSIDE.values()), ids=list(INSIDE))
def test_an_attribute_of_what_is_generic_in_a_function_around(body: str) -> None:
    assert_touches(f"""
from dataclasses import dataclass
from typing import Generic, TypeVar
T = TypeVar("T")
@dataclass
class Wrapped(Generic[T]):
    row: T
def call(function):
    function(1)
@transaction.atomic  #> update shop_order
def change(wrapped: Wrapped[Order]):
    {body}
@transaction.atomic  #> update shop_log
def other(wrapped: Wrapped[Order]):
    def run(wrapped):
        wrapped.row.save()
    run(Wrapped(Log.objects.get()))
def work():
    for row in (Tag.objects.get(), Log.objects.get(), Order.objects.get()):
        change(Wrapped(row))
        other(Wrapped(row))
""")
