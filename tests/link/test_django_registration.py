"""Registering with django-registration: at once, or by a link."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    ("way", "written"),
    [
        (
            "one_step",
            "insert auth_user, update auth_user, insert shop_log, insert django_session, delete django_session",
        ),
        ("activation", "insert auth_user, insert shop_log, insert shop_stock"),
    ],
)
def test_registering(way: str, written: str) -> None:
    assert_touches(f"""
# file: shop/settings.py
INSTALLED_APPS = ["django.contrib.auth", "django.contrib.sessions", "shop"]
DATABASES = {{"default": {{"ATOMIC_REQUESTS": True}}}}
# file: shop/forms.py
from django_registration.forms import RegistrationFormUniqueEmail
from shop.models import *
class NewForm(RegistrationFormUniqueEmail):
    class Meta(RegistrationFormUniqueEmail.Meta):
        fields = ["username"]
    def save(self, commit=True):
        user = super().save(commit)
        Log.objects.create()
        return user
# file: shop/views.py
from django.db import transaction
from django_registration.backends.{way}.views import RegistrationView
from shop.forms import NewForm
from shop.models import *
class Register(RegistrationView):
    form_class = NewForm
    def send_activation_email(self, user):
        Stock.objects.create()
def work(request):
    with transaction.atomic():  #> {written}
        view = Register()
        view.request = request
        view.register(NewForm(request.POST))
""")
