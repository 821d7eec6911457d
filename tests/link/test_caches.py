"""Caches that are kept in a table of the database."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

STORED = "insert kept, update kept, delete kept, read kept"


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("cache.get('a')", "nothing, read kept"),
        ("cache.set('a', Log.objects.count(), None)", f"{STORED}, read shop_log"),
        ("cache.get_or_set('a', Log.objects.count)", f"{STORED}, read shop_log"),
        ("cache.delete('a')", "delete kept"),
        ("cache.clear()", "delete kept"),
        ("caches['default'].touch('a')", STORED),
        ("caches['other'].set('a', 1)", "nothing, no read kept"),
        ("caches['pages'].get('a')", "nothing, read pages"),
        ("caches['nowhere'].set('a', 1)", "nothing, no read kept"),
    ],
)
def test_a_cache_that_the_settings_keep_in_a_table(statement: str, expected: str) -> None:
    assert_touches(f"""
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
CACHES = {{
    "default": {{"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "kept"}},
    "pages": {{"BACKEND": "shop.pages.PageCache", "LOCATION": "pages"}},
    "other": {{"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "LOCATION": "kept"}},
}}
# file: shop/pages.py
from django.core.cache.backends.db import DatabaseCache
class PageCache(DatabaseCache):
    pass
# file: shop/services.py
from django.core.cache import cache, caches
from django.db import transaction
from shop.models import *
def work():
    with transaction.atomic():  #> {expected}
        {statement}
""")


def test_a_cache_elsewhere() -> None:
    assert_touches("""
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "kept"}}
# file: shop/services.py
from django.core.cache import cache
from django.db import transaction
from shop.models import *
def work():
    with transaction.atomic():  #> insert shop_log
        cache.get_or_set("a", make)
def make():
    Log.objects.create()
""")


def test_requests_that_are_counted() -> None:
    assert_touches("""
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "kept"}}
ATOMIC_REQUESTS = True
# file: shop/views.py
from django.db import transaction
from django.utils.decorators import method_decorator
from django.views import View
from django_ratelimit.core import is_ratelimited
from django_ratelimit.decorators import ratelimit
from shop.models import *
@ratelimit(key="ip", rate="10/d")
def page(request):
    Log.objects.create()
class Page(View):
    @method_decorator(ratelimit(key="ip", rate="10/d"))
    def post(self, request):
        Stock.objects.create()
def work(request):
    with transaction.atomic():  #> insert kept, update kept, delete kept, read kept, insert shop_log
        page(request)
    with transaction.atomic():  #> insert kept, update kept, delete kept, read kept, insert shop_stock
        Page().post(request)
    with transaction.atomic():  #> nothing, read kept
        if is_ratelimited(request, increment=False):
            return
""")


def test_a_throttle_counts_in_the_cache() -> None:
    assert_touches("""
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "kept"}}
# file: shop/views.py
from django.db import transaction
from rest_framework.throttling import SimpleRateThrottle
class Slow(SimpleRateThrottle):
    def allow_request(self, request, view):
        return super().allow_request(request, view)
    def get_cache_key(self, request, view):
        return "a"
def work(request):
    with transaction.atomic():  #> insert kept, update kept, delete kept, read kept
        Slow().allow_request(request, None)
""")
