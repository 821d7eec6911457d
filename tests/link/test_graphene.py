"""GraphQL of graphene: what a query says beside the fields that it asks for is any argument of a resolver."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches


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


ABSTRACT = """
import graphene
class BaseCreate(graphene.Mutation):
    class Meta:
        abstract = True
    @classmethod
    def __init_subclass_with_meta__(cls, model=None, _meta=None, **options):
        if not _meta:
            _meta = graphene.types.mutation.MutationOptions(cls)
        _meta.model = model
        super().__init_subclass_with_meta__(_meta=_meta, **options)
    @classmethod
    def mutate(cls, root, info, **data):
        with transaction.atomic():  #> {written}
            cls._meta.model.objects.create(**data)
            cls.after()
    @classmethod
    def after(cls):
        pass
class OrderCreate(BaseCreate):
    class Meta:
        model = Order
    @classmethod
    def after(cls):
        Log.objects.create()
"""


def test_an_abstract_type_is_followed_as_each_below_it() -> None:
    scan = assert_touches(ABSTRACT.format(written="insert shop_order, insert shop_log"))
    assert [one.blind_spots for one in scan.transactions] == [()]


def test_nothing_is_entered_of_an_abstract_type() -> None:
    made = "shop.services.OrderCreate"
    assert_enters(ABSTRACT.format(written="nothing"), f"mutation {made}.mutate")


def test_only_types_with_resolvers_are_asked() -> None:
    assert_enters(
        """
import graphene
from graphene_django import DjangoObjectType
class OrderError(graphene.ObjectType):
    message = graphene.String()
class Named(graphene.ObjectType):
    def resolve_name(root, info):
        return root.name
class Stocks(Named):
    count = graphene.Int()
class Orders(DjangoObjectType):
    class Meta:
        model = Order
""",
        "route shop.services.Named.__resolve__",
        "route shop.services.Stocks.__resolve__",
        "route shop.services.Orders.__resolve__",
        "route shop.services.Orders.get_node",
    )


@pytest.mark.parametrize(
    ("mutation", "option", "made"),
    [
        ("SerializerMutation", "serializer_class", "class Made(serializers.ModelSerializer)"),
        ("DjangoModelFormMutation", "form_class", "class Made(forms.ModelForm)"),
    ],
)
def test_a_row_is_made_or_changed(mutation: str, option: str, made: str) -> None:
    assert_touches(f"""
from django import forms
from graphene_django.forms.mutation import DjangoModelFormMutation
from graphene_django.rest_framework.mutation import SerializerMutation
from rest_framework import serializers
{made}:
    class Meta:
        model = Tag
        fields = ["name"]
class Change({mutation}):
    @classmethod  #> insert shop_tag, update shop_tag
    @transaction.atomic
    def mutate_and_get_payload(cls, root, info, **input):
        return super().mutate_and_get_payload(root, info, **input)
    class Meta:
        {option} = Made
""")
