"""Lists that settings fill after they have written them, and what asks for them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    "settings",
    [
        'INSTALLED_APPS = ["shop"]\nINSTALLED_APPS.append("bugs")',
        'INSTALLED_APPS = ["shop"]\nif DEBUG:\n    INSTALLED_APPS.append("bugs")',
        'INSTALLED_APPS = ["shop"]\nINSTALLED_APPS.insert(0, "bugs")',
        'INSTALLED_APPS = ["shop"]\nINSTALLED_APPS.extend(["bugs"])',
        'OTHERS = ["shop"]\nif DEBUG:\n    OTHERS.append("bugs")\nINSTALLED_APPS = OTHERS + ["django.contrib.auth"]',
        'INSTALLED_APPS = ["shop"]\nfor one in plugins():\n    INSTALLED_APPS.append(one.value)',
    ],
)
def test_a_list_that_is_filled_later(settings: str) -> None:
    assert_touches(f"""
# file: shop/settings.py
import os
from plugins import plugins
DEBUG = os.environ.get("DEBUG")
{settings}
# file: shop/services.py
from django.conf import settings
from django.db import transaction
from shop.models import Log
def note():
    with transaction.atomic():  #> insert shop_log
        if "bugs" in settings.INSTALLED_APPS:
            Log.objects.create()
""")


def test_what_is_never_put_in() -> None:
    assert_touches("""
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
INSTALLED_APPS.append("django.contrib.auth")
# file: shop/services.py
from django.conf import settings
from django.db import transaction
from shop.models import Log, Tag
def note():
    with transaction.atomic():  #> insert shop_tag
        if "bugs" in settings.INSTALLED_APPS:
            Log.objects.create()
        Tag.objects.create()
""")


def test_a_middleware_that_is_put_in() -> None:
    assert_touches("""
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
ROOT_URLCONF = "shop.urls"
ATOMIC_REQUESTS = True
DATABASES = {"default": {"ATOMIC_REQUESTS": True}}
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
MIDDLEWARE.insert(0, "shop.around.Noting")
# file: shop/around.py
from shop.models import Log
class Noting:
    def __init__(self, get_response):
        self.get_response = get_response
    def __call__(self, request):
        Log.objects.create()
        return self.get_response(request)
# file: shop/urls.py
from django.urls import path
from shop.views import buy
urlpatterns = [path("buy", buy)]
# file: shop/views.py
from shop.models import Order
def buy(request):  #> insert shop_order
    Order.objects.create()
""")


KEPT = {
    "an item": ("settings.ACTIONS[title] = action", "settings.ACTIONS[name](order)"),
    "an item of an item": (
        "settings.ACTIONS[title] = {'run': action, 'title': title}",
        "held = settings.ACTIONS[name]\n        held['run'](order)",
    ),
    "a default": ("settings.ACTIONS.setdefault(title, action)", "settings.ACTIONS[name](order)"),
    "all of them": ("settings.ACTIONS[title] = action", "[one(order) for one in settings.ACTIONS.values()]"),
    "a setting": ("settings.CHOSEN = action", "settings.CHOSEN(order)"),
}


@pytest.mark.parametrize("kept", KEPT)
def test_what_code_puts_into_a_setting(kept: str) -> None:
    put, called = KEPT[kept]
    assert_touches(f"""
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
ACTIONS = {{}}
OTHERS = {{}}
CHOSEN = None
# file: shop/services.py
from django.conf import settings
from django.db import transaction
from shop.models import Log, Tag
def register(action, title):
    {put}
def log(order):
    Log.objects.create()
def tag(order):
    Tag.objects.create()
register(log, "log")
register(tag, "tag")
def work(name, order):
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        {called}
    with transaction.atomic():  #> nothing
        settings.OTHERS[name](order)
""")
