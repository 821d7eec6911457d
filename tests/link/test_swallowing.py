"""What follows a `with` that swallows the errors of its block runs, wherever that stopped."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CATCHING = """
@contextmanager
def tolerant():
    try:
        yield
    except ValueError:
        print("never mind")
"""
TELLING = """
@contextmanager
def tolerant():
    try:
        yield
    except ValueError:
        print("this")
        raise
"""
SUPPRESSING = """
@contextmanager
def tolerant():
    with suppress(ValueError):
        yield
"""
CLASS = """
class tolerant:
    def __enter__(self):
        return self
    def __exit__(self, kind, error, trace):
        return {}
"""


def test_what_is_suppressed_is_not_the_end_of_the_function() -> None:
    assert_touches("""
from contextlib import suppress
@transaction.atomic  #> insert shop_tag, insert shop_order
def touch(name):
    tag = Tag.objects.get_or_none(name=name)
    if not tag:
        Tag.objects.create(name=name)
    with suppress(Order.DoesNotExist):
        return Order.objects.get(pk=1)
    Order.objects.create()
# file: shop/models.py
from contextlib import suppress
from django.db import models
class Rows(models.QuerySet):
    def get_or_none(self, **asked):
        with suppress(self.model.DoesNotExist):
            return self.get(**asked)
class Tag(models.Model):
    objects = Rows.as_manager()
class Order(models.Model):
    pass
""")


@pytest.mark.parametrize(
    "helper",
    [
        CATCHING,
        SUPPRESSING,
        CLASS.format("True"),
        CLASS.format("issubclass(kind, ValueError)"),
        CLASS.format("kind is ValueError"),
    ],
)
def test_helpers_that_swallow(helper: str) -> None:
    assert_touches(f"""
from contextlib import contextmanager, suppress
{helper}
@transaction.atomic  #> insert shop_order
def touch(pk):
    with tolerant():
        return Order.objects.get(pk=pk)
    Order.objects.create()
""")


@pytest.mark.parametrize(
    "helper", [TELLING.replace("told", "strict"), CLASS.format("False").replace("tolerant", "strict")]
)
def test_helpers_that_do_not(helper: str) -> None:
    assert_touches(f"""
from contextlib import contextmanager
{helper}
@transaction.atomic  #> nothing
def touch(pk):
    with tolerant():
        return Order.objects.get(pk=pk)
    Order.objects.create()
""")


def test_what_a_swallowed_block_bound_may_be_what_it_was() -> None:
    assert_touches("""
from contextlib import suppress
@transaction.atomic  #> write shop_order, write shop_tag
def touch(tag: Tag):
    row = tag
    with suppress(Order.DoesNotExist):
        row = Order.objects.get(pk=1)
    row.save()
""")
