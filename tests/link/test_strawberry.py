"""Strawberry: what its inputs hold, what asks before a resolver and what surrounds it."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches, divide, linked

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


INFO = """
from dataclasses import dataclass
from typing import Any
import strawberry
from django.contrib.auth import login
from django.http import HttpRequest
from strawberry.django.context import StrawberryDjangoContext
from strawberry.permission import BasePermission
from strawberry.types import Info as StrawberryInfo
@dataclass
class Context:
    request: HttpRequest
    order: Order
Info = StrawberryInfo[Context, Any]
"""
SESSION = "insert django_session, delete django_session, update auth_user"
INFOS = {
    "info|login(info.context.request, None)": SESSION,
    "info: strawberry.Info|login(info.context.request, None)": SESSION,
    "info: StrawberryInfo|login(info.context['request'], None)": SESSION,
    "info: Info|login(info.context.request, None)": SESSION,
    "info: Info|info.context.order.save()": "update shop_order",
    "info: StrawberryInfo[Context, None]|info.context.order.save()": "update shop_order",
    "info|Log.objects.create(user=info.context.request.user)": "insert shop_log, read django_session, read auth_user",
}


@pytest.mark.parametrize("info", INFOS)
def test_what_a_resolver_knows_of_its_request(info: str) -> None:
    parameter, statement = info.split("|", 1)
    assert_touches(f"""{INFO}
@strawberry.type
class Mutation:
    @strawberry.mutation  #> {INFOS[info]}
    @transaction.atomic
    def placed(self, {parameter}) -> bool:
        {statement}
""")


def test_a_permission_that_asks_who_it_is() -> None:
    assert_touches(f"""{INFO}
class Allowed(BasePermission):
    def has_permission(self, source, info, **kwargs):
        return info.context.request.user.is_authenticated  #= read django_session, read auth_user
""")


def test_a_variable_called_info_is_none() -> None:
    assert_touches(f"""{INFO}
def work(x):
    info = x.details()
    with transaction.atomic():  #> nothing, no read auth_user
        info.context.request.user
""")


@pytest.mark.parametrize(
    "info",
    ["info", "info: graphene.ResolveInfo", "info: GraphQLResolveInfo", "told: GraphQLResolveInfo", "told: ResolveInfo"],
)
def test_graphene_is_handed_the_request_itself(info: str) -> None:
    assert_touches(f"""
import graphene
from graphene_django.context import Info
from graphql import GraphQLResolveInfo
from graphql.execution.base import ResolveInfo
class Place(graphene.Mutation):
    @classmethod  #> insert shop_log, read auth_user, read django_session
    @transaction.atomic
    def mutate(cls, root, {info}, **input):
        info = {info.partition(":")[0]}
        Log.objects.create(user=info.context.user)
""")


MUTATIONS = """
# strawberry_django.mutations.resolvers
import strawberry, strawberry_django
from strawberry_django import mutations
from strawberry_django.mutations import resolvers, update
@strawberry_django.input(Order)
class OrderInput:
    tags: list[strawberry.ID]
@strawberry_django.partial(Order)
class OrderPartial(strawberry_django.NodeInput):
    total: strawberry.auto
@strawberry_django.type(Order, fields="__all__")
class OrderType: ...
"""
TAGS = "insert shop_order_tags, delete shop_order_tags"
MADE = {
    "mutations.create(OrderInput)": f"insert shop_order, {TAGS}",
    "update(OrderPartial, key_attr='id')": "update shop_order",
    "strawberry_django.mutations.update(OrderInput)": f"update shop_order, {TAGS}",
    "mutations.delete(strawberry_django.NodeInput)": "delete shop_order, delete shop_order_tags, delete shop_line",
}


@pytest.mark.parametrize("made", MADE)
def test_mutations_that_the_library_makes(made: str) -> None:
    assert_touches(f"""{MUTATIONS}
@strawberry.type
class Mutation:
    write_order: OrderType = {made}  #> {MADE[made]}
    write_orders: list[OrderType] = {made}  #> {MADE[made]}
""")


def test_rows_that_are_written_by_its_resolvers() -> None:
    assert_touches(f"""{MUTATIONS}
@strawberry.type
class Mutation:
    @strawberry_django.mutation(handle_django_errors=True)
    def placed(self, info, data: OrderInput) -> OrderType:
        resolvers.create(info, Order, resolvers.parse_input(info, vars(data)))  #> insert shop_order
        resolvers.delete(info, Log.objects.get())  #> delete shop_log
        return resolvers.update(info, Order.objects.get(), {{"total": 1}})  #> update shop_order
""")


RESOLVED = [
    "@strawberry_django.field\n    def found(self) -> int:\n        return self.lines.count()",
    "@strawberry_django.field(only=['id'])\n    def found(self, root) -> int:\n        return root.lines.count()",
    "@strawberry.field\n    def found(root: strawberry.Parent[Order]) -> int:\n        return root.lines.count()",
]


@pytest.mark.parametrize("resolver", RESOLVED)
def test_what_a_resolver_is_asked_of(resolver: str) -> None:
    assert_touches(f"""
import strawberry, strawberry_django
@strawberry_django.type(Order)
class OrderType:
    {resolver}  #= read shop_line
""")


def test_a_function_that_a_type_asks() -> None:
    assert_touches("""
import strawberry, strawberry_django
def lined(root, info):
    return root.lines.count()  #= read shop_line
def resolver_of(name):
    def resolver(parent, info):
        return getattr(parent, name).count()  #= read shop_tag
    return resolver
@strawberry_django.type(Order)
class OrderType:
    lined: int = strawberry.field(resolver=lined)
    tagged: int = strawberry_django.field(resolver=resolver_of("tags"))
""")


def test_what_resolvers_return_is_asked_in_turn() -> None:
    assert_touches("""
from typing import Annotated
import strawberry
def tagged(root, info) -> int:
    return root.tagged.exists()  #= read shop_order
@strawberry.type
class TagNode:
    has_orders: bool = strawberry.field(resolver=tagged)
    @strawberry.field
    def orders(self) -> int:
        return self.tagged.count()  #= read shop_order
@strawberry.type
class CustomerNode:
    @strawberry.field(description="x")
    def tags(self, info) -> list[Annotated["TagNode", strawberry.lazy("shop.services")]] | None:
        return Tag.objects.filter(tagged__in=self.orders.all())  #= read shop_order, read shop_tag
@strawberry.type
class Query:
    @strawberry.field
    def customer(self, info) -> "CustomerNode | None":
        return Customer.objects.first()
""")


def test_what_surrounds_a_resolver() -> None:
    assert_touches("""
import strawberry
from strawberry.extensions import FieldExtension
class InTransaction(FieldExtension):
    def resolve(self, next_, source, info, **kwargs):
        with transaction.atomic():  #> insert shop_tag | insert shop_log
            return next_(source, info, **kwargs)
class Shop:
    def write(self):
        Tag.objects.create()
@strawberry.type
class Mutation(Shop):
    @strawberry.mutation(extensions=[InTransaction()])
    def tagged(self, info, name: str) -> bool:
        self.write()
    @strawberry.mutation(extensions=[InTransaction()])
    def logged(self, info) -> bool:
        Log.objects.create()
    @strawberry.mutation
    def bare(self, info) -> bool:
        Stock.objects.create()
""")


@pytest.mark.parametrize(
    "rows",
    [
        "optimize(Order.objects.all(), info)",
        "strawberry_django.filters.apply(filters, Order.objects.all(), info)",
        "ordering.apply(order, Order.objects)",
        "strawberry_django.pagination.apply(pagination, Order.objects.all())",
    ],
)
def test_rows_are_prepared_for_a_query(rows: str) -> None:
    assert_touches(f"""
import strawberry, strawberry_django
from strawberry_django import ordering
from strawberry_django.optimizer import optimize
# strawberry_django.ordering
def work(info, filters, order, pagination):
    return list({rows})  #= read shop_order
""")


@pytest.mark.parametrize("kind", ["GraphQLView", "AsyncGraphQLView"])
def test_a_view_of_the_project_around_a_schema(kind: str) -> None:
    scan = linked(
        divide(f"""
# file: shop/urls.py
from django.urls import path
from shop.models import *
from strawberry.django.views import {kind}
class Graph({kind}):
    def dispatch(self, request, *args, **kwargs):
        Log.objects.create()
        return super().dispatch(request, *args, **kwargs)
    def get_context(self, request, response):
        return {{"tag": Tag.objects.create()}}
urlpatterns = [path("graphql/", Graph.as_view(schema=None))]
""")
    )
    reached = {reach.table for one in scan.entry_points for reach in one.reaches if reach.op == "insert"}
    assert reached == {"shop_log", "shop_tag"}
