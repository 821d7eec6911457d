"""Strawberry: what its inputs hold, what asks before a resolver and what surrounds it."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

GIVEN = [
    "@strawberry.input|list[str] | None = None",
    "@strawberry.input(name='Given')|Optional[str] = strawberry.UNSET",
    "@strawberry.type|bool = False",
    "@strawberry.interface|bool = strawberry.field(default=False, description='said')",
    "@strawberry_django.input(Order)|bool = strawberry.field(description='said')",
    "@strawberry.django.partial(Order)|list[str] = strawberry.field(default_factory=list)",
    "@attr.s(auto_attribs=True)|bool = False",
    "@attrs.mutable|bool = True",
]


@pytest.mark.parametrize("given", GIVEN)
@pytest.mark.parametrize("asked", ["data.said", "not data.said", "data.said is not None", "data.said is None"])
def test_a_default_of_an_input_decides_nothing(given: str, asked: str) -> None:
    decorator, said = given.split("|", 1)
    assert_touches(f"""
from typing import Optional
import attr, attrs, strawberry, strawberry_django
{decorator}
class Given:
    said: {said}
@strawberry.type
class Mutation:
    @strawberry.mutation  #> insert shop_log, insert shop_tag
    @transaction.atomic
    def placed(self, info, data: Given) -> bool:
        Log.objects.create()
        if {asked}:
            Tag.objects.create()
""")
