"""Variables of the environment: their defaults name what is meant, unless a deployment says otherwise."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

SETTINGS = {
    "the scheme of django-environ": (
        'import environ\nenv = environ.Env(AUDITOR=(str, "shop.audit:Audit"), PORT=(int, 5))\nAUDITOR = env("AUDITOR")'
    ),
    "the call of django-environ": 'import environ\nenv = environ.Env()\nAUDITOR = env("A", default="shop.audit:Audit")',
    "a text of django-environ": (
        'import environ\nenv = environ.FileAwareEnv()\nAUDITOR = env.str("A", default="shop.audit:Audit")'
    ),
    "environs": 'from environs import Env\nenv = Env()\nAUDITOR = env.str("A", "shop.audit:Audit")',
    "decouple": 'from decouple import config\nAUDITOR = config("A", default="shop.audit:Audit")',
    "the language": 'import os\nAUDITOR = os.environ.get("A", "shop.audit:Audit")',
}


@pytest.mark.parametrize("settings", list(SETTINGS.values()), ids=list(SETTINGS))
def test_a_default_names_a_class(settings: str) -> None:
    assert_touches(f"""
# file: settings.py
INSTALLED_APPS = ["shop"]
{settings}
# file: shop/audit.py
from shop.models import Log
class Audit:
    def note(self):
        Log.objects.create()
def tidy():
    Log.objects.all().delete()
# file: shop/work.py
import importlib
from django.conf import settings
from django.db import transaction
def work():
    with transaction.atomic():  #> insert shop_log
        module, name = settings.AUDITOR.split(":")
        getattr(importlib.import_module(module), name)().note()
""")


def test_a_list_of_names() -> None:
    assert_touches("""
# file: settings.py
INSTALLED_APPS = ["shop"]
import environ
env = environ.Env(SENDERS=(list, ["shop.audit.Audit"]))
SENDERS = env("SENDERS")
# file: shop/audit.py
from shop.models import Log
class Audit:
    def note(self):
        Log.objects.create()
# file: shop/work.py
from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string
def work():
    with transaction.atomic():  #> insert shop_log
        for name in settings.SENDERS:
            import_string(name)().note()
""")


def test_a_flag_decides_no_branch() -> None:
    assert_touches("""
# file: settings.py
INSTALLED_APPS = ["shop"]
import environ
env = environ.Env(STRICT=(bool, False))
STRICT = env("STRICT")
# file: shop/work.py
from django.conf import settings
from django.db import transaction
from shop.models import Log, Tag
def work():
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        if settings.STRICT:
            Log.objects.create()
        else:
            Tag.objects.create()
""")
