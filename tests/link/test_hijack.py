"""django-hijack: working as another user begins a session anew, in a transaction that locks a user."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize("view", ["AcquireUserView", "ReleaseUserView"])
def test_becoming_another_user(view: str) -> None:
    assert_touches(f"""
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "django.contrib.sessions", "hijack"]
# file: shop/views.py
from django.http import HttpRequest
from hijack.views import {view}
def become(request: HttpRequest):
    return {view}.as_view()(request)  #> lock auth_user, insert shop_log, insert django_session, delete django_session
# file: shop/signals.py
from django.dispatch import receiver
from hijack.signals import hijack_ended, hijack_started
from shop.models import Log
@receiver([hijack_started, hijack_ended])
def note(sender, request, hijacker, hijacked, **kwargs):
    Log.objects.create(text=hijacked.username)
# file: shop/urls.py
from django.urls import path
from shop.views import become
urlpatterns = [path("become", become)]
""")
