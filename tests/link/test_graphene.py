"""GraphQL of graphene: what a query says beside the fields that it asks for is any argument of a resolver."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    "parameters", ["id=None, slug=None", "*, id=None, slug=None, **rest", "id: str | None = None, slug=None"]
)
@pytest.mark.parametrize("base", ["graphene.ObjectType", "DjangoObjectType"])
def test_a_query_says_any_argument(parameters: str, base: str) -> None:
    assert_touches(f"""
import graphene
from graphene_django import DjangoObjectType
def found(id, slug):
    if id:
        with transaction.atomic():  #> insert shop_log
            Log.objects.create(text=id)
    if slug is None:
        return None
    with transaction.atomic():  #> insert shop_tag
        Tag.objects.create()
class Queries({base}):
    class Meta:
        model = Order
    def resolve_order(root, info, {parameters}):
        return found(id, slug)
""")
