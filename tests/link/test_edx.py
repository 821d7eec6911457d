"""Packages of Open edX: settings that are kept as rows, toggles, users that tokens stand for."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

EDX = "edx_rest_framework_extensions.auth"
SETTINGS = """
# file: shop/settings.py
from edx_toggles.toggles import SettingToggle, WaffleSwitch
AUTH_USER_MODEL = "auth.User"
INSTALLED_APPS = ["shop", "config_models", "django.contrib.auth", "waffle"]
LOGGED = WaffleSwitch("shop.logged", __name__)
PLAIN = SettingToggle("PLAIN", default=False)
"""


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("RatesConfig.current().save()", "insert shop_ratesconfig, read shop_ratesconfig"),
        ("RatesConfig.is_enabled()", "nothing, read shop_ratesconfig"),
        ("shown(None)", "insert shop_log, read shop_ratesconfig"),
        ("settings.LOGGED.is_enabled()", "nothing, read waffle_switch"),
        ("settings.PLAIN.is_enabled()", "nothing, no read waffle_switch"),
        ("WaffleFlag('shop.new', __name__).is_enabled()", "nothing, read waffle_flag"),
    ],
)
def test_settings_as_rows_and_toggles(statement: str, expected: str) -> None:
    assert_touches(f"""
from config_models.decorators import require_config
from config_models.models import ConfigurationModel
from django.conf import settings
from edx_toggles.toggles import WaffleFlag
class RatesConfig(ConfigurationModel):
    rate = models.IntegerField()
@require_config(RatesConfig)
def shown(request):
    Log.objects.create()
def work():
    with transaction.atomic():  #> {expected}
        {statement}
{SETTINGS}""")


def test_pages_of_settings_as_rows() -> None:
    assert_touches(f"""
from config_models.admin import ConfigurationModelAdmin
from config_models.models import ConfigurationModel
from django.contrib import admin
class RatesConfig(ConfigurationModel):
    pass
class RatesAdmin(ConfigurationModelAdmin):
    def revert(self, request, queryset):
        with transaction.atomic():  #> insert shop_ratesconfig
            super().revert(request, queryset)
admin.site.register(RatesConfig, RatesAdmin)
{SETTINGS}""")


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("rest_framework_jwt.authentication.JSONWebTokenAuthentication", "nothing, read auth_user"),
        (
            "edx_rest_framework_extensions.auth.jwt.authentication.JwtAuthentication",
            "insert auth_user, update auth_user",
        ),
        (f"{EDX}.bearer.authentication.BearerAuthentication", "insert auth_user"),
    ],
)
def test_whom_a_token_stands_for(base: str, expected: str) -> None:
    module, _, name = base.rpartition(".")
    assert_touches(f"""
from {module} import {name}
from rest_framework.views import APIView
class Known({name}):
    def authenticate(self, request):
        with transaction.atomic():  #> {expected}
            return super().authenticate(request)
class Orders(APIView):
    authentication_classes = [Known]
    def get(self, request):
        return None
{SETTINGS}""")
