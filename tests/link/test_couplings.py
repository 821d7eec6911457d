"""Which couplings does the document have?  Imports wherever they stand, calls by function, joins by pairs of tables."""

from __future__ import annotations

from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from boundary.api.linked import sql_reader
from boundary.link.program import link
from tests.link.linking import divide, read

if TYPE_CHECKING:
    from boundary.model.scan import Coupling

Row = tuple[str, str, str]


def places(source: str, kind: str) -> list[Coupling]:
    """The couplings of a kind."""
    found = link(read(divide(dedent(source))), sql_reader=sql_reader(None))
    return [one for one in found.couplings if one.kind == kind]


def couplings(source: str, kind: str) -> set[Row]:
    """The couplings of a kind: from which function (or between which tables), to what, and what hides it."""
    found = places(source, kind)
    if kind == "join":
        return {(one.from_, one.to, one.function) for one in found}
    mark = {one: "deferred" if one.deferred else one.because or "" for one in found}
    return {(one.function, one.target, mark[one]) for one in found}


def test_imports_stand_in_functions_too() -> None:
    source = """
        def late():
            from shop.models import Tag

        class Made:
            if True:
                import shop.models
    """
    found = couplings(source, "import")
    assert ("shop.services.late", "shop.models.Tag", "") in found
    assert ("shop.services.Made", "shop.models", "") in found


def test_calls_are_told_by_function_and_place() -> None:
    source = """
        from shop.billing import charge

        def pay():
            charge(1)
            charge(2)
        # file: shop/billing.py
        def charge(amount):
            return amount
    """
    assert couplings(source, "call") == {("shop.services.pay", "shop.billing.charge", "")}
    assert len({one.line for one in places(source, "call")}) == 2


def test_a_base_class_that_calls_an_override_does_not_know_it() -> None:
    source = """
        from shop.views import Special

        def run():
            Special().post()
        # file: shop/generic.py
        class Base:
            def post(self):
                self.shared()
                return self.target()
            def target(self):
                return None
            def shared(self):
                return None
        # file: shop/views.py
        from shop.generic import Base
        class Special(Base):
            def target(self):
                return self.shared()
    """
    assert couplings(source, "call") == {
        ("shop.services.run", "shop.generic.Base.post", ""),
        ("shop.generic.Base.post", "shop.views.Special.target", "override"),
        ("shop.views.Special.target", "shop.generic.Base.shared", ""),
    }


@pytest.mark.parametrize("turned", [False, True])
def test_a_place_stands_once_as_sure_as_its_surest_caller_has_it(turned: bool) -> None:  # noqa: FBT001 - a case
    known = "def known(): return told(Parcel.objects.get(pk=1))"
    by_its_name = "def by_its_name(answer): return told(answer.json())"
    callers = (by_its_name, known) if turned else (known, by_its_name)
    source = """
        from shop.post.models import Parcel

        def told(parcel):
            return parcel.weight()
        {}
        {}
        # file: shop/post/models.py
        from django.db import models
        class Parcel(models.Model):
            def weight(self):
                return 1
    """
    found = places(source.format(*callers), "call")
    told = [one.confidence for one in found if one.target == "shop.post.models.Parcel.weight"]
    assert told == ["certain"]


def test_joins_follow_foreign_keys() -> None:
    source = """
        def read():
            return list(Line.objects.filter(order__customer__name="x"))
    """
    assert couplings(source, "join") == {
        ("shop_line", "shop_order", "shop.services.read"),
        ("shop_customer", "shop_order", "shop.services.read"),
    }


@pytest.mark.parametrize("turned", [False, True])
def test_a_join_is_as_sure_as_the_surest_query_on_its_line(turned: bool) -> None:  # noqa: FBT001 - a case
    queries = ["list(order.lines.filter(stock__left=1))", "list(Line.objects.filter(stock__left=2))"]
    one, other = reversed(queries) if turned else queries
    found = places(f"def read(order):\n    return {one}, {other}\n", "join")
    assert [one.confidence for one in found] == ["certain"]


def test_joins_of_sql_are_those_of_one_text() -> None:
    source = """
        from django.db import connection

        def read():
            with connection.cursor() as cursor:
                cursor.execute("SELECT 1 FROM shop_order o JOIN shop_line l ON l.order_id = o.id")
                cursor.execute("SELECT 1 FROM shop_tag")
    """
    assert couplings(source, "join") == {("shop_line", "shop_order", "shop.services.read")}
