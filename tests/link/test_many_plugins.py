"""Which plug-ins does a manager hold whose group many are in, told to a helper that makes it?  Each by itself."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MANY = 30
OFFERED = [f"{kind}{number} = shop.plugins.{kind}{number}:Plugin" for kind in ("log", "tag") for number in range(MANY)]
PLUGINS = "".join(
    f"""
# file: shop/plugins/{kind}{number}.py
from shop.models import {kind.title()}
class Plugin:
    def __call__(self, text):
        {kind.title()}.objects.create()
"""
    for kind in ("log", "tag")
    for number in range(MANY)
)
MODELS = """
# file: shop/models.py
from django.db import models
class Log(models.Model):
    pass
class Tag(models.Model):
    pass
class Other(models.Model):
    pass
"""


@pytest.mark.parametrize(
    "mapped",
    [
        "manager.map(call, dependencies)",
        "manager.map_method('__call__', dependencies)",
        "manager.map(lambda one, text: call(one, text), dependencies)",
    ],
)
def test_a_helper_that_is_told_the_group(mapped: str) -> None:
    assert_touches(f"""
# file: setup.py
from setuptools import find_packages, setup
setup(name="shop", packages=find_packages(), entry_points={{
    "shop.notes": {OFFERED!r},
    "shop.others": ["other = shop.helpers:Other"],
}})
{PLUGINS}
# file: shop/helpers.py
from shop.models import Other as Row
from stevedore.named import NamedExtensionManager
class Other:
    def __call__(self, text):
        Row.objects.create()
def call(extension, *args, **kwargs):
    return extension.obj(*args, **kwargs)
def load(namespace, names, dependencies):
    manager = NamedExtensionManager(namespace, [name for name, on in names.items() if on], invoke_on_load=True)
    {mapped}
# file: shop/services.py
from django.db import transaction
from shop.helpers import load
from shop.settings_of_somebody import names
def run():
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        load(namespace="shop.notes", names=names, dependencies="a")
    with transaction.atomic():  #> insert shop_other
        load("shop.others", names, "a")
{MODELS}
""")
