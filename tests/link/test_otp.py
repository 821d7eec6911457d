"""Second factors of django-otp and django-two-factor-auth: devices, tokens, and the pages around them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

APPS = """
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "django_otp", {apps}]
"""
STATIC = '"django_otp.plugins.otp_static"'
BACKED_UP = "insert otp_static_staticdevice, insert otp_static_statictoken, delete otp_static_statictoken"
FORGOTTEN = "delete otp_static_staticdevice, delete otp_static_statictoken, delete otp_totp_totpdevice"
LEFT = "delete auth_user, delete otp_totp_totpdevice, delete auth_user_groups, delete auth_user_user_permissions"
TOTP = '"django_otp.plugins.otp_totp"'


@pytest.mark.parametrize(
    ("apps", "expected"),
    [
        ("", "nothing"),
        (STATIC, "delete otp_static_staticdevice, delete otp_static_statictoken"),
        (TOTP, "delete otp_totp_totpdevice"),
    ],
)
def test_devices_are_those_of_installed_apps(apps: str, expected: str) -> None:
    assert_touches(
        APPS.format(apps=apps)
        + f"""
# file: shop/services.py
from django.contrib.auth.models import User
from django.db import transaction
from django_otp import devices_for_user
def forget(pk):
    user = User.objects.get(pk=pk)
    with transaction.atomic():  #> {expected}
        for device in devices_for_user(user):
            device.delete()
"""
    )


def test_a_token_that_is_checked_is_stored() -> None:
    assert_touches(
        APPS.format(apps=f"{STATIC}, {TOTP}")
        + """
# file: shop/services.py
from django.db import transaction
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice
def check(token):
    device = TOTPDevice.objects.get(user_id=1)
    with transaction.atomic():  #> update otp_totp_totpdevice
        device.verify_token(token)
def use(token):
    device = StaticDevice.objects.get(user_id=1)
    with transaction.atomic():  #> delete otp_static_statictoken, update otp_static_staticdevice
        device.verify_token(token)
"""
    )


def test_a_user_that_is_deleted_takes_the_devices_along() -> None:
    assert_touches(
        APPS.format(apps=TOTP)
        + f"""
# file: shop/services.py
from django.contrib.auth.models import User
from django.db import transaction
from django_otp.plugins.otp_totp.models import TOTPDevice
def leave(pk):
    user = User.objects.get(pk=pk)
    with transaction.atomic():  #> {LEFT}
        user.delete()
"""
    )


def test_the_pages_of_a_second_factor() -> None:
    assert_touches(
        APPS.format(apps=f"{STATIC}, {TOTP}, 'two_factor'")
        + f"""
# file: shop/views.py
from django.db import transaction
from two_factor.views import BackupTokensView, DisableView
class Backup(BackupTokensView):
    def form_valid(self, form):
        with transaction.atomic():  #> {BACKED_UP}
            return super().form_valid(form)
class Forget(DisableView):
    def form_valid(self, form):
        with transaction.atomic():  #> {FORGOTTEN}
            return super().form_valid(form)
# file: shop/urls.py
from django.urls import path
from shop.views import Backup, Forget
urlpatterns = [path("backup/", Backup.as_view()), path("forget/", Forget.as_view())]
"""
    )
