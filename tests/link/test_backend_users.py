"""The user of a request, as the backends of the project load it."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

BACKENDS = """
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
AUTHENTICATION_BACKENDS = ["shop.backends.Backend"]
# file: shop/models.py
from django.contrib.auth.models import User
from django.db import models
class Member(User):
    class Meta:
        proxy = True
    def note(self):
        Log.objects.create(user=self)
class Log(models.Model):
    user = models.ForeignKey(User, on_delete=models.CASCADE)
# file: shop/backends.py
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User
from shop.models import Member
class Backend(ModelBackend):
    {method}
# file: shop/views.py
from django.db import transaction
from django.http import HttpRequest
def view(request: HttpRequest):
    with transaction.atomic():  #> {written}
        request.user.note()
    with transaction.atomic():  #> update auth_user
        request.user.save()
"""


@pytest.mark.parametrize(
    ("method", "written"),
    [
        ("def get_user(self, pk):\n        return Member.objects.filter(pk=pk).first()", "insert shop_log"),
        ("def get_user(self, pk):\n        return User.objects.get(pk=pk)", "nothing"),
        ("def get_user(self, pk):\n        return self.unread.get(pk)", "nothing"),
        ("pass", "nothing"),
    ],
)
def test_a_backend_that_loads_a_proxy(method: str, written: str) -> None:
    assert_touches(BACKENDS.format(method=method, written=written))
