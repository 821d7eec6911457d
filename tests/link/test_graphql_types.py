"""Types of a schema by their names: the one that a text names, of a few each, of many none, which is told."""

from __future__ import annotations

import pytest

from boundary.link.frameworks.django.generic import MOST_TARGETS
from tests.link.linking import assert_touches

TYPES = """
import graphene
from graphene import relay
from graphene.types import ResolveInfo
from graphene_django import DjangoObjectType
class Info(ResolveInfo):
    context: object
class OrderType(DjangoObjectType):
    class Meta:
        model = Order
        name = "Order"
class Tags(DjangoObjectType):
    class Meta:
        model = Tag
class Numbers(graphene.ObjectType):
    count = graphene.Int()
class Base(DjangoObjectType):
    class Meta:
        model = Log
        abstract = True
def parsed(id, only_type=None, strict=False):
    kind, key = relay.Node.from_global_id(id)
    if kind == "app":
        key = id
    if only_type and {test}:
        if not strict:
            return kind, None
        raise ValueError(kind)
    return kind, key
def found(info: {info}, id, only_type=None):
    kind, key = parsed(id, only_type, strict=True)
    if isinstance(kind, str):
        kind = info.schema.get_type(kind).graphene_type
    get_node = getattr(kind, "get_node", None)
    return get_node(info, key)
class Pay(graphene.Mutation):
    def mutate(root, info, id):
"""
COMPARED = "str(kind) != str(only_type)"
WORK = """
        with transaction.atomic():  #> {touched}
            row = {row}
            row.save()
"""
FEW = "read shop_order, read shop_tag, update shop_order?, update shop_tag?"


@pytest.mark.parametrize("info", ["Info", "graphene.ResolveInfo", "object"])
@pytest.mark.parametrize(
    "test", [COMPARED, "str(only_type) != str(kind)", "not (str(kind) == str(only_type))", "not str(only_type) == kind"]
)
def test_a_name_that_is_compared_with_that_of_a_class_is_its_name(test: str, info: str) -> None:
    touched = "read shop_order, update shop_order, no read shop_tag"
    scan = assert_touches(
        TYPES.format(test=test, info=info) + WORK.format(touched=touched, row="found(info, id, OrderType)")
    )
    assert [one.blind_spots for one in scan.transactions] == [()]


@pytest.mark.parametrize(
    "row",
    [
        "found(info, id)",
        "relay.Node.get_node_from_global_id(info, id)",
        "info.schema.get_type(id).graphene_type._meta.model.objects.get(pk=1)",
    ],
)
def test_of_a_name_that_is_not_known_each_of_a_few_types_is_meant(row: str) -> None:
    touched = FEW if "_meta" not in row else FEW.replace("?", "")
    scan = assert_touches(TYPES.format(test=COMPARED, info="Info") + WORK.format(touched=touched, row=row))
    assert [one.blind_spots for one in scan.transactions] == [()]


@pytest.mark.parametrize("name", ["Order", "Tags"])
def test_the_type_of_a_name_is_asked_for(name: str) -> None:
    row, table = f'info.schema.get_type("{name}").graphene_type.get_node(info, id)', f"shop_{name.lower().rstrip('s')}"
    assert_touches(
        TYPES.format(test=COMPARED, info="Info") + WORK.format(touched=f"read {table}, update {table}", row=row)
    )


def test_of_more_types_than_are_kept_apart_none_is_meant_and_that_is_told() -> None:
    many = "".join(
        f"""
class Kept{index}(models.Model):
    text = models.TextField()
    class Meta:
        app_label = "shop"
class Kept{index}Type(DjangoObjectType):
    class Meta:
        model = Kept{index}
"""
        for index in range(MOST_TARGETS)
    )
    scan = assert_touches(
        "from django.db import models\n"
        + TYPES.format(test=COMPARED, info="Info")
        + WORK.format(touched="no read shop_tag", row="found(info, id)")
        + many
    )
    reasons = [spot.reason for one in scan.transactions for spot in one.blind_spots]
    assert reasons == [
        "get_node() may be a row of more models than are kept apart",
        "call of row.save may be of more than are kept apart",
    ]


SAYING = """
import psycopg2
connection = psycopg2.connect("")
class Named(type):
    def __str__(cls):
        return cls.table
class Orders(metaclass=Named):
    table = "orders"
def remove(kind):
    if {compared}:
        cursor = connection.cursor()
        cursor.execute("DELETE FROM " + kind)
        connection.commit()  #> {written}
"""


@pytest.mark.parametrize("compared", ["kind == str(Orders)", "str(kind) == str(Orders)"])
def test_a_metaclass_says_what_its_classes_are_as_texts(compared: str) -> None:
    assert_touches(SAYING.format(compared=compared, written="delete orders"))


def test_where_texts_differ_nothing_is_known() -> None:
    scan = assert_touches(SAYING.format(compared="str(kind) != str(Orders)", written="nothing"))
    assert [len(one.blind_spots) for one in scan.transactions] == [1]
