"""What installed apps connect whose sources are in the environment."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

HEARD = """
from django.db.models.signals import post_delete
from django.dispatch import receiver
from tomb.models import Grave, Mortal
@receiver(post_delete)
def bury(sender, instance, **kwargs):
    if issubclass(sender, Mortal):
        Grave.objects.create()
"""
PROJECT = """
def work(pk):
    with transaction.atomic():  #> delete shop_order{}
        Order.objects.get(pk=pk).delete()
# file: shop/settings.py
INSTALLED_APPS = ["shop", "{}"]
# file: shop/models.py
from django.db import models
from tomb.models import Mortal
class Order(Mortal):
    pass
# file: site-packages/tomb/models/__init__.py
{}
from tomb.models.tables import Grave, Mortal
# file: site-packages/tomb/models/tables.py
from django.db import models
class Grave(models.Model):
    class Meta:
        app_label = "tomb"
class Mortal(models.Model):
    class Meta:
        abstract = True
# file: site-packages/tomb/apps.py
from django.apps import AppConfig
class TombConfig(AppConfig):
    def ready(self):
        {}
# file: site-packages/tomb/{}.py
{}
"""
CONNECTED = HEARD.replace("@receiver(post_delete)", "") + "post_delete.connect(bury)\n"


@pytest.mark.parametrize(
    ("app", "at_top", "in_ready", "place", "heard", "written"),
    [
        ("tomb", "from tomb.models import signals", "pass", "models/signals", HEARD, ", insert tomb_grave"),
        ("tomb", "", "from . import hearing", "hearing", HEARD, ", insert tomb_grave"),
        ("tomb.apps.TombConfig", "", "import tomb.hearing", "hearing", CONNECTED, ", insert tomb_grave"),
        ("tomb", "", "pass", "hearing", HEARD, ""),
        ("other", "", "import tomb.hearing", "hearing", HEARD, ""),
    ],
)
def test_what_an_installed_app_hears(  # noqa: PLR0913, PLR0917 - a case has as many parts
    app: str, at_top: str, in_ready: str, place: str, heard: str, written: str
) -> None:
    assert_touches(PROJECT.format(written, app, at_top, in_ready, place, heard))
