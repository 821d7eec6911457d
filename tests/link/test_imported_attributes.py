"""What a constructor is given to import by later: a list of paths, kept as an attribute."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

LOADED = {
    "one by one": "for path in self.paths:\n            self.found.append(import_string(path)())",
    "in a comprehension": "self.found = [import_string(path)() for path in self.paths]",
    "by a function of the project": "for path in self.paths:\n            self.found.append(load(path))",
    "one that it is": "self.found.append(import_string(self.first)())",
}


@pytest.mark.parametrize("loaded", LOADED)
def test_a_manager_is_given_paths(loaded: str) -> None:
    assert_touches(f"""
# file: shop/settings.py
INSTALLED_APPS = ["shop"]
MORE = []
for name in open("more"):
    MORE.append(f"{{name}}.Plugin")
PLUGINS: list[str] = ["shop.plugins.Mail"] + MORE
# file: shop/plugins.py
from shop.models import Log
class Mail:
    def created(self):
        Log.objects.create()
# file: shop/work.py
from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string
def load(path):
    return import_string(path)()
class Manager:
    def __init__(self, paths, first):
        self.paths = paths
        self.first = first
        self.found = []
    def load(self):
        {LOADED[loaded]}
    def created(self):
        self.load()
        for plugin in self.found:
            plugin.created()
def work():
    with transaction.atomic():  #> insert shop_log
        Manager(settings.PLUGINS, "shop.plugins.Mail").created()
""")
