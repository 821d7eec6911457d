"""Operations of Django Ninja: where it calls in, and what the schemas of its answers read."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches

API = """
# file: shop/api.py
from typing import List, Optional
from django.db import transaction
from ninja import ModelSchema, NinjaAPI, Router, Schema
from ninja.security import HttpBasicAuth, HttpBearer
from shop.models import *
class TagOut(Schema):
    id: int
class CustomerOut(Schema):
    name: str
class OrderOut(Schema):
    id: int
    customer: Optional[CustomerOut] = None
    tags: List[TagOut]
class PlainOut(ModelSchema):
    class Meta:
        model = Order
        fields = ["id"]
api = NinjaAPI()
router = Router()
"""
FOLLOWED = "read shop_order, read shop_customer, read shop_order_tags, read shop_tag"
PLAIN = "no read shop_customer, no read shop_tag"


@pytest.mark.parametrize(
    ("operation", "returned", "expected"),
    [
        ("api.get('/orders', response=list[OrderOut])", "Order.objects.all()", FOLLOWED),
        ("router.get('/orders', response=List[OrderOut])", "Order.objects.filter(total=1)", FOLLOWED),
        ("api.get('/orders/{pk}', response=OrderOut)", "Order.objects.get(pk=pk)", FOLLOWED),
        ("api.post('/orders', response={200: OrderOut, 404: PlainOut})", "200, Order.objects.get(pk=pk)", FOLLOWED),
        ("api.api_operation(['GET'], '/orders', response=OrderOut)", "Order.objects.get(pk=pk)", FOLLOWED),
        ("api.get('/orders', response=list[PlainOut])", "Order.objects.all()", PLAIN),
        ("api.get('/orders/{pk}', response=PlainOut)", "Order.objects.get(pk=pk)", PLAIN),
        ("api.get('/orders/{pk}')", "Order.objects.get(pk=pk)", PLAIN),
        ("api.get('/orders/{pk}', response=OrderOut)", "{'id': Order.objects.count()}", PLAIN),
    ],
)
def test_what_an_answer_reads(operation: str, returned: str, expected: str) -> None:
    assert_touches(f"{API}@{operation}\ndef orders(request, pk: int = 0):\n    return {returned}  #= {expected}\n")


def test_an_answer_is_read_within_its_request() -> None:
    assert_touches(f"""{API}
@api.post("/orders", response=OrderOut)  #> insert shop_order, read shop_customer
def add(request):
    return Order.objects.create()
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
DATABASES = {{"default": {{"ATOMIC_REQUESTS": True}}}}
""")


def test_where_it_calls_in() -> None:
    assert_enters(
        f"""{API}
class Token(HttpBearer):
    def authenticate(self, request, token):
        return Log.objects.get(text=token)
class Basic(HttpBasicAuth):
    def authenticate(self, request, username, password):
        return None
@api.get("/orders", auth=Token())
def orders(request): pass
@router.delete("/orders/{{pk}}")
def drop(request, pk: int): pass
@api.exception_handler(ValueError)
def wrong(request, error): pass
def put(request): pass
router.add_api_operation("/put", ["PUT"], put)
""",
        "middleware shop.api.Basic.__call__",
        "middleware shop.api.Token.__call__",
        "middleware shop.api.wrong",
        "route shop.api.drop",
        "route shop.api.orders",
        "route shop.api.put",
    )


PAGES = """
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
NINJA_PAGINATION_CLASS = "shop.api.Pages"
# file: shop/api.py
from django.db import transaction
from ninja import FilterSchema, NinjaAPI, Router, Schema
from ninja.decorators import decorate_view
from ninja.pagination import LimitOffsetPagination, PageNumberPagination, PaginationBase, RouterPaginated, paginate
from shop.models import *
class Pages(PaginationBase):
    def paginate_queryset(self, queryset, pagination, **params):
        return {"items": [list(queryset)], "count": queryset.count()}  #= PAGED
class TagOut(Schema):
    id: int
class Filters(FilterSchema):
    name: str
router, plain = RouterPaginated(tags=["shop"]), Router()
"""


@pytest.mark.parametrize(
    ("operation", "paged"),
    [
        ("@router.get('/orders', response=list[TagOut])", True),
        ("@router.get('/orders', response=list[TagOut])\n@decorate_view(cached)", True),
        ("@router.get('/orders', response=TagOut)", False),
        ("@plain.get('/orders', response=list[TagOut])", False),
        ("@plain.get('/orders', response=list[TagOut])\n@paginate", True),
        ("@plain.get('/orders', response=list[TagOut])\n@paginate(Pages, page_size=5)", True),
        ("@plain.get('/orders', response=list[TagOut])\n@paginate(LimitOffsetPagination)", False),
    ],
)
def test_rows_become_a_page(operation: str, paged: bool) -> None:  # noqa: FBT001 - a case
    source = PAGES.replace("PAGED", "read shop_order" if paged else "no read shop_order")
    assert_touches(f"""{source}
{operation}
def orders(request, filters: Filters):
    return filters.filter(Order.objects.order_by("id"))  #= read shop_order
""")


@pytest.mark.parametrize(
    "resolver",
    [
        "@staticmethod\n    def resolve_name(obj):\n        return obj.customer.name",
        "@staticmethod\n    def resolve_name(obj, context):\n        return obj.customer.name",
        "def resolve_name(self, obj):\n        return obj.customer.name",
    ],
)
def test_a_resolver_of_a_schema(resolver: str) -> None:
    assert_touches(
        f"""{API}
class NamedOut(Schema):
    name: str
    {resolver}
class AllOut(Schema):
    orders: list[NamedOut]
@api.get("/all", response=list[AllOut])
def every(request):
    return Customer.objects.all()  #= read shop_order, read shop_customer
""".replace("obj.customer.name", "obj.customer.name  #= read shop_customer")
    )
