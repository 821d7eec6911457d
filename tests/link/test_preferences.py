"""Preferences of django-dynamic-preferences, each a row that is made when it is first asked for."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SHOP = """
# file: shop/models.py
from django.db import models
from dynamic_preferences.models import PerInstancePreferenceModel
from dynamic_preferences.registries import PerInstancePreferenceRegistry
class ShopRegistry(PerInstancePreferenceRegistry):
    pass
shop_registry = ShopRegistry()
class Shop(models.Model):
    name = models.TextField()
class ShopPreference(PerInstancePreferenceModel):
    instance = models.ForeignKey(Shop, models.CASCADE, related_name="preferences")
    registry = shop_registry
    class Meta:
        app_label = "shop"
class Log(models.Model):
    pass
# file: shop/apps.py
from django.apps import AppConfig
from dynamic_preferences.registries import preference_models
class ShopConfig(AppConfig):
    def ready(self):
        from shop.models import shop_registry
        preference_models.register(self.get_model("ShopPreference"), shop_registry)
# file: shop/forms.py
from dynamic_preferences.forms import GlobalPreferenceForm, PreferenceForm, preference_form_builder
from shop.models import shop_registry
class ShopForm(PreferenceForm):
    registry = shop_registry
def form_for(shop, names=[], **kwargs):
    return preference_form_builder(ShopForm, names, model={"instance": shop}, **kwargs)
# file: shop/services.py
from django.db import transaction
from dynamic_preferences.registries import global_preferences_registry
from dynamic_preferences.users.forms import user_preference_form_builder
from shop.forms import *
from shop.models import *
"""
OF_SHOP = "insert shop_shoppreference, update shop_shoppreference, read shop_shoppreference"


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("shop.preferences['texts__greeting']", OF_SHOP),
        ("shop.preferences.get_by_name('greeting')", OF_SHOP),
        ("shop.preferences['texts__greeting'] = 'Hello'", f"{OF_SHOP}, read shop_shop"),
        ("shop.preferences.all()", OF_SHOP),
        ("form_for(shop)(data).update_preferences()", OF_SHOP),
        ("global_preferences_registry.manager()['most']", "{}, {}, {}".format(
            *(f"{op} dynamic_preferences_globalpreferencemodel" for op in ("insert", "update", "read")))),
        ("user_preference_form_builder(user)(data).update_preferences()", "{}, {}, {}".format(
            *(f"{op} dynamic_preferences_users_userpreferencemodel" for op in ("insert", "update", "read")))),
    ],
)  # fmt: skip
def test_a_preference_is_read_or_set(statement: str, expected: str) -> None:
    assert_touches(f"""{SHOP}
def work(shop: Shop, user, data):
    with transaction.atomic():  #> {expected}
        {statement}
""")


def test_the_page_of_preferences_and_who_is_told() -> None:
    assert_touches(f"""{SHOP}
# file: shop/views.py
from django.db import transaction
from django.dispatch import receiver
from dynamic_preferences.signals import preference_updated
from dynamic_preferences.views import PreferenceFormView
from shop.forms import ShopForm
from shop.models import *
@receiver(preference_updated)
def told(sender, **kwargs):
    Log.objects.create()
class PreferencesView(PreferenceFormView):
    registry = shop_registry
    form_class = ShopForm
    @transaction.atomic  #> {OF_SHOP}, insert shop_log
    def form_valid(self, form):
        return super().form_valid(form)
""")


def test_each_page_makes_the_global_ones_for_its_context() -> None:
    made = ", ".join(f"{op} dynamic_preferences_globalpreferencemodel" for op in ("insert", "update", "read"))
    assert_touches(f"""
# file: shop/settings.py
import dynamic_preferences.processors
INSTALLED_APPS = ["shop"]
TEMPLATES = [{{"OPTIONS": {{"context_processors": ["dynamic_preferences.processors.global_preferences"]}}}}]
# file: shop/templates/day.html
<p>some day</p>
# file: shop/views.py
from django.db import transaction
from django.http import HttpRequest
from django.template.loader import render_to_string
def page(request: HttpRequest):
    with transaction.atomic():  #> {made}
        render_to_string("day.html", dict(day=1), request)
    with transaction.atomic():  #> nothing
        render_to_string("day.html", dict(day=1))
""")
