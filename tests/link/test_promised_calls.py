"""What functions give of which only the type is known, or a default."""

from __future__ import annotations

import pytest

from boundary.link.program import link
from tests.link.linking import assert_touches, divide, read

MAKER = """
from collections.abc import Callable
from typing import Optional
class Importer:
    kept: Callable[..., Log]
    def __init__(self, make: Callable[[], Log] | None, find: "Callable" = lambda: Log.objects.first()):
        self._make = make
        self.find = find
    def go(self, row):
        with transaction.atomic():  #> update shop_log
            {statement}
def go(make: Optional[Callable[[int], Log]]):
    with transaction.atomic():  #> update shop_log
        make(1).save()
"""


@pytest.mark.parametrize("statement", ["self._make().save()", "self.kept(row).save()", "self.find().save()"])
def test_what_is_promised(statement: str) -> None:
    assert_touches(MAKER.format(statement=statement))


def test_such_a_call_may_do_anything() -> None:
    scan = link(read(divide(MAKER.format(statement="self.kept(row).save()"))))
    spots = {one.function: [spot.reason for spot in one.blind_spots] for one in scan.transactions}
    assert spots["shop.services.Importer.go"] == ["call of self.kept is not resolved"]


def test_what_is_given_is_known_better() -> None:
    assert_touches("""
from collections.abc import Callable
def go(make: Callable[[], models.Model]):
    with transaction.atomic():  #> update shop_log
        make().save()
def work():
    go(lambda: Log.objects.first())
""")


def test_a_default_tells_what_is_given_in_its_stead() -> None:
    assert_touches("""
class Publisher:
    def publish(self):
        Log.objects.create()
def work(publisher=Publisher()):
    with transaction.atomic():  #> insert shop_log
        publisher.publish()
""")
