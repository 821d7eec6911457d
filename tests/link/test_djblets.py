"""Resources of djblets' API: which requests they answer, what they find, show and take in; settings in a table."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_enters, assert_touches

SHOP = """
# file: shop/settings.py
SECRET_KEY = ""
AUTH_USER_MODEL = "auth.User"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3"}}
ROOT_URLCONF = "shop.urls"
INSTALLED_APPS = ["shop", "django.contrib.auth", "django.contrib.sites", "djblets.siteconfig"]
# file: shop/models.py
from django.db import models
class Order(models.Model):
    name = models.CharField(max_length=9)
class Audit(models.Model):
    pass
# file: shop/forms.py
from django import forms
from shop.models import Order
class OrderForm(forms.ModelForm):
    class Meta:
        model = Order
        fields = ["name"]
# file: shop/urls.py
from django.urls import include, path
from shop.api import resources
urlpatterns = [path("api/", include(resources.root.get_url_patterns()))]
# file: shop/api/__init__.py
from djblets.webapi.resources.registry import ResourcesRegistry
class Resources(ResourcesRegistry):
    resource_search_path = ["shop.api"]
resources = Resources()
# file: shop/api/root.py
from djblets.webapi.resources.root import RootResource
from shop.api import resources
root_resource = RootResource([resources.order])
# file: shop/api/audit.py
from djblets.webapi.resources.base import WebAPIResource
from shop.models import Audit
class AuditResource(WebAPIResource):
    def note(self):
        Audit.objects.create()
audit_resource = AuditResource()
# file: shop/api/order.py
from django.db import transaction
from djblets.siteconfig.models import SiteConfiguration
from djblets.util.decorators import augment_method_from
from djblets.webapi.decorators import (
    _find_httprequest, webapi_decorator, webapi_login_required, webapi_request_fields, webapi_response_errors,
)
from djblets.webapi.resources.base import WebAPIResource
from djblets.webapi.resources.mixins.forms import UpdateFormMixin
from shop.api import resources
from shop.forms import OrderForm
from shop.models import Audit, Order
@webapi_decorator
def audited(view):
    def checked(*args, **kwargs):
        Audit.objects.create()
        return view(*args, **kwargs)
    return checked
class BaseOrderResource(UpdateFormMixin, WebAPIResource):
    model = Order
    form_class = OrderForm
    def call_method_view(self, request, method, view, *args, **kwargs):
        with transaction.atomic():  #> {touched}
            return super().call_method_view(request, method, view, *args, **kwargs)
class OrderResource(BaseOrderResource):
    {body}
order_resource = OrderResource()
"""
ANSWERED = [
    ("only what is looked at", "pass", "read shop_order"),
    ("what may be deleted", "allowed_methods = ('DELETE',)", "delete shop_order"),
    (
        "a method of its own",
        "allowed_methods = ('POST',)\n    def create(self, request, *args, **kwargs):\n        Order.objects.create()",
        "insert shop_order",
    ),
    (
        "a method that is not allowed",
        "allowed_methods = ('GET',)\n    def create(self, request, *args, **kwargs):\n        Order.objects.create()",
        "nothing",
    ),
    (
        "fields of the request that have defaults",
        (
            "allowed_methods = ('PUT',)\n    @webapi_login_required\n    @webapi_response_errors()\n"
            "    @webapi_request_fields(optional={'name': {'type': str}}, allow_unknown=True)\n"
            "    def update(self, request, name=None, extra_fields={}, *args, **kwargs):\n"
            "        if name is not None:\n            Order.objects.create(name=name)\n"
            "        if extra_fields:\n            Audit.objects.create()"
        ),
        "insert shop_order, insert shop_audit",
    ),
    (
        "a method of its base that is only decorated",
        (
            "allowed_methods = ('DELETE',)\n    @audited\n    @augment_method_from(WebAPIResource)\n"
            "    def delete(self, *args, **kwargs):\n        pass"
        ),
        "delete shop_order, insert shop_audit",
    ),
    (
        "a form that saves",
        (
            "allowed_methods = ('POST',)\n    def create(self, request, *args, **kwargs):\n"
            "        return self.handle_form_request(request, data=kwargs)"
        ),
        "insert shop_order",
    ),
    (
        "a resource that is found by its name",
        "allowed_methods = ('PUT',)\n    def update(self, request, *args, **kwargs):\n        resources.audit.note()",
        "insert shop_audit",
    ),
    (
        "settings in a table",
        (
            "allowed_methods = ('PUT',)\n    def update(self, request, *args, **kwargs):\n"
            "        SiteConfiguration.objects.get_current().save()"
        ),
        "update siteconfig_siteconfiguration",
    ),
]


@pytest.mark.parametrize(("body", "touched"), [one[1:] for one in ANSWERED], ids=[one[0] for one in ANSWERED])
def test_what_a_request_touches(body: str, touched: str) -> None:
    assert_touches(SHOP.replace("{touched}", touched).replace("{body}", body))


def test_a_list_shows_each_row() -> None:
    assert_touches(
        SHOP.replace("{touched}", "insert shop_audit").replace(
            "{body}",
            "def serialize_name_field(self, obj, **kwargs):\n        Audit.objects.create()",
        )
    )


def test_requests_are_answered_by_resources_of_which_there_are_objects() -> None:
    assert_enters(
        SHOP.replace("#> {touched}", "").replace("{body}", "pass"),
        "route shop.api.audit.AuditResource.__call__",
        "route shop.api.order.OrderResource.__call__",
    )
