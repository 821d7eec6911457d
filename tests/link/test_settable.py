"""Settings of django-configurations: classes, whose values have defaults that the environment may replace."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize("below", ["", "class Dev(Base):\n    DEBUG = values.BooleanValue(True)\n"])
def test_the_default_of_a_setting(below: str) -> None:
    assert_touches(f"""
# file: shop/settings.py
from configurations import Configuration, values
class Base(Configuration):
    INSTALLED_APPS = values.ListValue(["shop"])
    AUTH_USER_MODEL = values.Value("shop.Member")
    STRICT = values.BooleanValue(False)
{below}
# file: shop/models.py
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import models
class Member(AbstractBaseUser):
    text = models.CharField(max_length=9)
class Log(models.Model):
    member = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
# file: shop/work.py
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from shop.models import Log
User = get_user_model()
def work(pk, log: Log):
    with transaction.atomic():  #> update shop_member
        User.objects.get(pk=pk).save()
    with transaction.atomic():  #> update shop_member
        log.member.save()
    with transaction.atomic():  #> insert shop_log, update shop_log
        if settings.STRICT:
            Log.objects.create()
        else:
            log.save()
""")


def test_the_default_of_another_class() -> None:
    assert_touches("""
# file: shop/settings.py
from configurations import Configuration, values
class Base(Configuration):
    INSTALLED_APPS = values.ListValue(["shop"])
    SENDERS = values.ListValue(["shop.senders.First"])
class Dev(Base):
    SENDERS = values.ListValue(Base.SENDERS.default + ["shop.senders.Second"])
# file: shop/senders.py
from shop.models import Log, Tag
class First:
    def send(self):
        Log.objects.create()
class Second:
    def send(self):
        Tag.objects.create()
# file: shop/work.py
from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string
def work():
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        for name in settings.SENDERS:
            import_string(name)().send()
""")
