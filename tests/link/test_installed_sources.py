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


@pytest.mark.parametrize(
    ("installed", "also"), [('"shop", "parts.badge"', ", delete badge_badge, delete badge_gold"), ('"shop"', "")]
)
def test_models_of_installed_apps_are_deleted_with_what_they_hang_on(installed: str, also: str) -> None:
    assert_touches(f"""
def work(pk):
    with transaction.atomic():  #> delete shop_tag, delete shop_order_tags{also}
        Tag.objects.get(pk=pk).delete()
# file: shop/settings.py
INSTALLED_APPS = [{installed}]
# file: site-packages/parts/badge/models.py
from django.apps import apps
from django.db import models
from parts.badge.golden import Gold
if apps.is_installed("shop"):
    class Badge(models.Model):
        tag = models.ForeignKey("shop.Tag", on_delete=models.CASCADE)
# file: site-packages/parts/badge/golden.py
from django.db import models
from shop.models import Tag
class Gold(Tag):
    class Meta:
        app_label = "badge"
""")


@pytest.mark.parametrize(
    ("given", "written"), [("order.lines", "update shop_line"), ("Line.objects.all()", "update shop_line")]
)
def test_a_function_of_a_library_looks_rows_up(given: str, written: str) -> None:
    assert_touches(f"""
from finding.lookups import get_object_or_none
def work(pk):
    order = Order.objects.get(pk=pk)
    with transaction.atomic():  #> {written}
        found = get_object_or_none({given}, pk=pk)
        if found is not None:
            found.save()
# file: site-packages/finding/lookups.py
from django.db.models.manager import Manager
def get_object_or_none(rows, *args, **kwargs):
    if isinstance(rows, Manager):
        rows = rows.all()
    try:
        return rows.get(*args, **kwargs)
    except rows.model.DoesNotExist:
        return None
""")


@pytest.mark.parametrize(
    "asking",
    [
        "model._default_manager",
        "model.objects",
        "model._base_manager",
        "(model if isinstance(model, Manager) else model.objects)",
        "_get_queryset(model)",
    ],
)
def test_a_function_of_a_library_asks_the_model_that_it_is_handed(asking: str) -> None:
    assert_touches(f"""
from finding.lookups import count, get_object_or_none
def work(pk):
    with transaction.atomic():  #> update shop_line, read shop_line, no read shop_order
        count(Order)
        found = get_object_or_none(Line, pk=pk)
        if found is not None:
            found.save()
# file: site-packages/finding/lookups.py
from django.db.models.manager import Manager
from django.shortcuts import _get_queryset
def get_object_or_none(model, *args, **kwargs):
    try:
        return {asking}.get(*args, **kwargs)
    except model.DoesNotExist:
        return None
def count(model):
    return len(model.__name__)
""")


@pytest.mark.parametrize(
    ("helper", "entered"),
    [
        ("return transaction.atomic if own else apart", "opened()()"),
        ("return transaction.atomic()", "opened()"),
    ],
)
def test_what_a_function_of_a_library_gives_may_open_a_transaction(helper: str, entered: str) -> None:
    assert_touches(f"""
from django.views import View
from shop.models import Order
from tomb.views import Graves
class Orders(Graves, View):
    def fill(self):
        Order.objects.create()
    def post(self, request):
        return self.answer()  #> insert shop_order
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
# file: shop/models.py
from django.db import models
class Order(models.Model):
    pass
# file: site-packages/tomb/views.py
from contextlib import contextmanager
from django.db import transaction
@contextmanager
def apart():
    yield
def opened(own=True):
    {helper}
class Graves:
    def answer(self):
        with {entered}:
            return self.fill()
""")


POINTED_AT = """
from tomb.models import Grave
def work(pk):
    with transaction.atomic():  #> delete shop_order
        Grave.objects.get(pk=pk).order_set.all().delete()
# file: shop/settings.py
{}
# file: shop/models.py
from django.db import models
from tomb.models import Grave
class Order(models.Model):
    grave = models.ForeignKey(Grave, on_delete=models.CASCADE)
# file: site-packages/tomb/models.py
from django.db import models
class Grave(models.Model):
    pass
"""


@pytest.mark.parametrize("installed", ['["shop"]', "APPS_OF_SOME_FRAME"])
def test_a_model_that_one_of_the_project_points_at_is_installed(installed: str) -> None:
    assert_touches(POINTED_AT.format(f"INSTALLED_APPS = {installed}"))


@pytest.mark.parametrize("added", ["INSTALLED_APPS = INSTALLED_APPS + [{}]", "INSTALLED_APPS = [*INSTALLED_APPS, {}]"])
def test_apps_that_settings_add_to_what_they_import_are_installed(added: str) -> None:
    apps = ", ".join(f'"app{number}"' for number in range(14))
    installed = added.format(f'{apps}, "shop", "tomb.inner"')
    assert_touches(f"""
from django.apps import apps
Worm = apps.get_model("inner", "Worm")
def work(pk):
    with transaction.atomic():  #> update inner_worm
        Worm.objects.update(eats=pk)
# file: shop/settings.py
from frame.conf import *
{installed}
# file: site-packages/tomb/inner/models.py
from django.db import models
class Worm(models.Model):
    eats = models.IntegerField()
""")


@pytest.mark.parametrize(
    "own", ['INSTALLED_APPS += ["shop"]', 'INSTALLED_APPS = INSTALLED_APPS + ["shop"]', "DEBUG = True"]
)
def test_settings_of_a_library_that_the_projects_begin_with_install_apps(own: str) -> None:
    assert_touches(f"""
from django.apps import apps
Worm = apps.get_model("inner", "Worm")
def work(pk):
    with transaction.atomic():  #> update inner_worm
        Worm.objects.update(eats=pk)
# file: shop/settings.py
from frame.conf.base import *
ROOT_URLCONF = "shop.urls"
{own}
# file: site-packages/frame/conf/base.py
INSTALLED_APPS = ["tomb.inner"]
# file: site-packages/tomb/inner/models.py
from django.db import models
class Worm(models.Model):
    eats = models.IntegerField()
""")


def test_a_function_of_a_library_that_names_a_model_works_on_its_rows() -> None:
    assert_touches("""
from tomb.diary import describe, note, told
def noted():
    with transaction.atomic():  #> insert tomb_receipt
        note("dug")
def told_twice():
    with transaction.atomic():  #> insert tomb_receipt
        told("dug", 2)
def described():
    with transaction.atomic():  #> nothing
        describe("dug")
# file: shop/settings.py
INSTALLED_APPS = ["shop", "tomb"]
# file: site-packages/tomb/models.py
from django.db import models
class Receipt(models.Model):
    text = models.TextField()
# file: site-packages/tomb/diary.py
from .models import Receipt
def note(text):
    return Receipt.objects.create(text=text).pk
def told(text, times):
    return [note(text) for _ in range(times)]
def describe(text):
    return Receipt(text=text)
""")


@pytest.mark.parametrize("installed", ["tomb", "tomb.apps.TombConfig"])
def test_an_installed_app_has_the_label_that_its_configuration_says(installed: str) -> None:
    assert_touches(f"""
from django.apps import apps
Grave = apps.get_model("yard", "Grave")
def work(pk):
    with transaction.atomic():  #> update yard_grave
        Grave.objects.update(depth=pk)
# file: shop/settings.py
INSTALLED_APPS = ["shop", "{installed}"]
# file: site-packages/tomb/apps.py
from django.apps import AppConfig
class TombConfig(AppConfig):
    name = "tomb"
    label = "yard"
# file: site-packages/tomb/models.py
from django.db import models
class Grave(models.Model):
    depth = models.IntegerField()
""")


def test_a_long_list_of_apps_holds_no_others() -> None:
    apps = ", ".join(f"'shop.part{number}'" for number in range(60))
    assert_touches(f"""
from django.contrib.auth.models import User
def work(user: User):
    with transaction.atomic():  #> delete auth_user, delete auth_user_groups, delete auth_user_user_permissions
        user.delete()
# file: shop/settings/base.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "django.contrib.contenttypes", {apps}]
# file: shop/settings/__init__.py
from shop.settings.base import *
INSTALLED_APPS = [*INSTALLED_APPS, "shop.more"]
# file: manage.py
import os
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")
""")


@pytest.mark.parametrize("imported", ["from ledger import models as held", "from ledger.models import Entry as Base"])
def test_a_module_of_a_package_that_is_installed(imported: str) -> None:
    base = "held.Entry" if "held" in imported else "Base"
    assert_touches(f"""
# file: site-packages/ledger/__init__.py
# file: site-packages/ledger/models.py
from django.db import models
class Entry(models.Model):
    text = models.TextField()
# file: shop/models.py
{imported}
from django.db import models
class Order({base}):
    total = models.IntegerField()
# file: shop/services.py
from django.db import transaction
from shop.models import Order
def work():
    with transaction.atomic():  #> insert ledger_entry, insert shop_order
        Order.objects.create()
""")


def test_a_context_processor_of_the_environment_is_asked_for_each_page() -> None:
    assert_touches("""
# file: shop/settings.py
INSTALLED_APPS = ["django.contrib.sites"]
SITE_ID = 1
TEMPLATES = [{"OPTIONS": {"context_processors": ["tomb.context_processors.common"]}}]
# file: shop/views.py
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import render
def index(request: HttpRequest):
    with transaction.atomic():  #> read django_site
        return render(request, "index.html")
# file: shop/templates/index.html
<p>{{ site }}</p>
# file: site-packages/tomb/__init__.py
# file: site-packages/tomb/context_processors.py
from django.contrib.sites.shortcuts import get_current_site
def common(request):
    return {"site": get_current_site(request).name}
""")
