"""Resources of django-tastypie: what they find, show and save, who asks them, and which requests they answer."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches

SHOP = """
# file: shop/settings.py
SECRET_KEY = ""
AUTH_USER_MODEL = "auth.User"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "ATOMIC_REQUESTS": True}}
ROOT_URLCONF = "shop.urls"
INSTALLED_APPS = ["shop", "django.contrib.auth", "tastypie"]
# file: shop/models.py
from django.db import models
class Customer(models.Model):
    pass
class Tag(models.Model):
    pass
class Order(models.Model):
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT)
    tags = models.ManyToManyField(Tag)
class Audit(models.Model):
    pass
# file: shop/urls.py
from django.urls import include, path
from shop import api
from tastypie.api import Api
v1 = Api(api_name="v1")
v1.register(api.OrderResource())
urlpatterns = [path("api/", include(v1.urls))]
# file: shop/api.py
from django.db import transaction
from django.urls import re_path
from shop.models import Audit, Customer, Order, Tag
from tastypie import fields
from tastypie.authentication import ApiKeyAuthentication, MultiAuthentication, SessionAuthentication
from tastypie.authorization import Authorization, DjangoAuthorization
from tastypie.models import ApiKey
from tastypie.resources import ModelResource
from tastypie.throttle import CacheDBThrottle
class CustomerResource(ModelResource):
    class Meta:
        queryset = Customer.objects.all()
        allowed_methods = ['options']
class TagResource(ModelResource):
    class Meta:
        queryset = Tag.objects.all()
        allowed_methods = ['options']
"""
ORDERS = """
class OrderResource(ModelResource):
    {body}
    class Meta:
        queryset = Order.objects.all()
        authorization = Authorization()
    def obj_create(self, bundle, **kwargs):
        with transaction.atomic():  #> {written}
            return super().obj_create(bundle, **kwargs)
    def obj_update(self, bundle, **kwargs):
        with transaction.atomic():  #> {written}
            return super().obj_update(bundle, **kwargs)
    def obj_delete(self, bundle, **kwargs):
        with transaction.atomic():  #> delete shop_order, delete shop_order_tags
            super().obj_delete(bundle, **kwargs)
"""
TAGS = "fields.ToManyField('shop.api.TagResource', 'tags'{})"
CUSTOMER = "fields.ForeignKey(CustomerResource, 'customer'{})"
LINKED = "delete shop_order_tags, insert shop_order_tags"
CHANGED = "update shop_order, insert shop_order"  # also the new one that a bundle begins with
WRITTEN = "insert shop_order, update shop_order"  # a bundle begins with a new row, or is given one
SAVED = [
    ("rows of a model", "pass", f"{WRITTEN}, no read shop_customer"),
    ("a relation that is named", f"customer = {CUSTOMER.format('')}", f"{WRITTEN}, read shop_customer"),
    (
        "a relation that is sent as a whole",
        f"customer = {CUSTOMER.format(', full=True')}",
        f"{WRITTEN}, insert shop_customer, update shop_customer",
    ),
    ("a relation that is only shown", f"customer = {CUSTOMER.format(', full=True, readonly=True')}", WRITTEN),
    ("pairs of a relation to many", f"tags = {TAGS.format('')}", f"{WRITTEN}, {LINKED}, read shop_tag"),
    (
        "a field that is taken as the resource says",
        "def hydrate_note(self, bundle):\n        Audit.objects.create()\n        return bundle",
        f"{WRITTEN}, insert shop_audit",
    ),
    (
        "what is done after a row is saved",
        "def save_m2m(self, bundle):\n        bundle.obj.tags.add(Tag.objects.get())",
        f"{WRITTEN}, insert shop_order_tags",
    ),
]


@pytest.mark.parametrize(("body", "written"), [one[1:] for one in SAVED], ids=[one[0] for one in SAVED])
def test_what_a_resource_saves(body: str, written: str) -> None:
    assert_touches(SHOP + ORDERS.format(body=body, written=written))


REQUESTS = [
    ("nothing but reads", "allowed_methods = ['get']", "read shop_order, no read auth_user"),
    ("new rows", "list_allowed_methods = ['post']\n        detail_allowed_methods = ['options']", "insert shop_order"),
    (
        "the log of requests",
        "allowed_methods = ['options']\n        throttle = CacheDBThrottle()",
        "insert tastypie_apiaccess",
    ),
    (
        "who asks",
        "allowed_methods = ['options']\n        authentication = MultiAuthentication(ApiKeyAuthentication())",
        "read auth_user, read tastypie_apikey",
    ),
]


@pytest.mark.parametrize(("meta", "touched"), [one[1:] for one in REQUESTS], ids=[one[0] for one in REQUESTS])
def test_what_a_request_touches(meta: str, touched: str) -> None:
    assert_touches(f"""{SHOP}
class OrderResource(ModelResource):
    class Meta:
        queryset = Order.objects.all()
        authorization = Authorization()
        {meta}
    def dispatch(self, request_type, request, **kwargs):
        with transaction.atomic():  #> {touched}
            return super().dispatch(request_type, request, **kwargs)
""")


def test_a_list_of_changes_is_one_transaction() -> None:
    assert_touches(
        SHOP.replace('"ATOMIC_REQUESTS": True', "")
        + """
class OrderResource(ModelResource):
    class Meta:
        queryset = Order.objects.all()
        allowed_methods = ["patch"]
    def patch_list(self, request, **kwargs):
        return super().patch_list(request, **kwargs)  #> insert shop_order, update shop_order
"""
    )


def test_keys_are_rows_of_a_table() -> None:
    assert_touches(f"""{SHOP}
def renew(user):
    with transaction.atomic():  #> insert tastypie_apikey, update tastypie_apikey
        key, made = ApiKey.objects.get_or_create(user=user)
        key.key = key.generate_key()
        key.save()
""")


ANSWERING = ("dispatch_list", "dispatch_detail", "get_multiple")


def test_the_routes_that_a_resource_adds_lead_to_its_methods() -> None:
    assert_enters(
        f"""{SHOP}
class OrderResource(ModelResource):
    class Meta:
        queryset = Order.objects.all()
    def prepend_urls(self):
        return [re_path("recount", self.wrap_view("recount"))]
    def recount(self, request, **kwargs):
        Audit.objects.create()
""",
        *[f"route shop.api.{name}Resource.{each}" for name in ("Customer", "Tag", "Order") for each in ANSWERING],
        "route shop.api.OrderResource.recount",
    )


@pytest.mark.parametrize(
    ("urls", "touched"),
    [
        ("v1.register(api.OrderResource())", "insert shop_order, update shop_order, no read auth_user"),
        ("urlpatterns = api.OrderResource().urls", "insert shop_order, update shop_order, no read auth_user"),
        ("", "nothing, no read shop_order"),
    ],
)
def test_a_resource_that_nobody_registers_answers_nothing(urls: str, touched: str) -> None:
    assert_touches(f"""{SHOP.replace("v1.register(api.OrderResource())", urls)}
class OrderResource(ModelResource):
    class Meta:
        queryset = Order.objects.all()
        authorization = Authorization()
        allowed_methods = ["get", "put"]
    def dispatch(self, request_type, request, **kwargs):
        with transaction.atomic():  #> {touched}{", delete shop_order, delete shop_order_tags" if urls else ""}
            return super().dispatch(request_type, request, **kwargs)
""")
