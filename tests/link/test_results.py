"""What results, maybes and other values of functional packages hold, and what they call."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    ("imported", "statement"),
    [
        ("from returns.result import Success", "Success(save).unwrap()()"),
        ("from returns.result import Success", "Success(1).map(lambda one: save())"),
        ("from returns.result import Success", "Success(1).bind(lambda one: Success(save())).value_or(2)"),
        ("from returns.result import Failure", "Failure(1).alt(lambda one: save())"),
        ("from returns.result import safe", "safe(save)()"),
        ("from returns.result import safe", "safe(lambda: save)().unwrap()()"),
        ("from returns.maybe import Maybe", "Maybe.from_optional(save).value_or(None)()"),
        ("from returns.maybe import Some", "Some(1).map(lambda one: save())"),
        ("from returns.maybe import maybe", "maybe(lambda: save)().unwrap()()"),
        ("from toolz import groupby", "groupby(len, [save])['a'][0]()"),
        ("from toolz import valmap", "valmap(lambda one: one(), {'a': save})"),
        ("from toolz import first", "first([save])()"),
        ("from toolz import get_in", "get_in(['a', 'b'], {'a': {'b': save}})()"),
        ("from toolz import merge", "merge({'a': 1}, {'b': save})['b']()"),
        ("from toolz import curry", "curry(lambda one, two: two())(1)(save)"),
        ("from cytoolz import mapcat", "list(mapcat(lambda one: [one()], [save]))"),
        ("from toolz import juxt", "juxt(lambda one: one(), lambda one: 1)(save)"),
        ("from more_itertools import partition", "list(partition(bool, [save])[1])[0]()"),
        ("from sortedcontainers import SortedKeyList", "SortedKeyList([save], key=id)[0]()"),
        ("import wrapt", "wrapt.ObjectProxy(Kept()).save()"),
        ("import wrapt", "wrapt.CallableObjectProxy(save)()"),
        ("import anyio", "anyio.run(work, save)"),
        ("import trio", "trio.run(work, save)"),
        ("import anyio", "anyio.from_thread.run(work, save)"),
    ],
)
def test_what_is_in_it(imported: str, statement: str) -> None:
    assert_touches(f"""
{imported}
def save():
    Log.objects.create()
class Kept:
    def save(self):
        save()
async def work(one):
    one()
def run():
    with transaction.atomic():  #> insert shop_log
        {statement}
""")


@pytest.mark.parametrize(
    ("made", "given"),
    [
        ("class Kept(BaseModel):\n    row: Any = Field(alias='line')", "line=save"),
        ("class Kept(BaseModel):\n    row: Any = Field(None, validation_alias='line')", "line=save"),
        ("@attrs.define\nclass Kept:\n    _row: Any\n    row = property(lambda self: self._row)", "row=save"),
        ("@attrs.define\nclass Kept:\n    row: Any = attrs.field(alias='line')", "line=save"),
    ],
)
def test_a_field_under_another_name(made: str, given: str) -> None:
    assert_touches(f"""
from typing import Any
import attrs
from pydantic import BaseModel, Field
def save():
    Log.objects.create()
{made}
def run():
    kept = Kept({given})
    with transaction.atomic():  #> insert shop_log
        kept.row()
""")


def test_an_object_that_is_not_validated() -> None:
    assert_touches("""
from typing import Any
from pydantic import BaseModel
def save():
    Log.objects.create()
class Kept(BaseModel):
    row: Any = None
def run():
    with transaction.atomic():  #> insert shop_log
        Kept.model_construct(row=save).row()
""")
