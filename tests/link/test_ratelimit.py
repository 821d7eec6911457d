"""Views that django-ratelimit limits: their requests are counted in the cache, which may be a table."""

from __future__ import annotations

from tests.link.linking import assert_touches

SETTINGS = """
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
DATABASES = {"default": {"ATOMIC_REQUESTS": True}}
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "counts": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "counted"},
}
"""
COUNTED = "insert counted, update counted, delete counted"
VIEWS = """
from django_ratelimit.core import is_ratelimited
from django_ratelimit.decorators import ratelimit
def by_tag(group, request):
    Log.objects.create(text="asked")
    return "a"
"""


def test_a_limited_view_counts_its_requests() -> None:
    assert_touches(f"""{VIEWS}
@ratelimit(key=by_tag, rate="5/m")  #> insert shop_stock, insert shop_log, {COUNTED}
def limited(request):
    Stock.objects.create()
def asking(request):  #> {COUNTED}
    return is_ratelimited(request, group="a", key="ip", rate="5/m", increment=True)
{SETTINGS}RATELIMIT_USE_CACHE = "counts"
# file: shop/urls.py
from django.urls import path
from shop.services import *
urlpatterns = [path("b", limited), path("c", asking)]
""")


def test_counts_that_are_in_no_table() -> None:
    assert_touches(f"""{VIEWS}
@ratelimit(key="ip", rate="5/m")  #> insert shop_stock
def limited(request):
    Stock.objects.create()
{SETTINGS}
# file: shop/urls.py
from django.urls import path
from shop.services import *
urlpatterns = [path("b", limited)]
""")
