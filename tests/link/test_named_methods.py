"""Many callers of one helper that calls a method by its name: the name keeps them apart, whatever else they hand it."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CROWD = 60
"""More callers than keep constants and collections apart."""

CALLED = {
    "at once": "return getattr(plugin, name)(*args)",
    "as a variable": "method = getattr(plugin, name, None)\n        return method(*args) if method else None",
    "as a name that is put together": "return getattr(plugin, f'{name}')(*args)",
}
HANDED = {
    "by position": "self.one(plugin, name, *args)",
    "by name": "self.one(plugin, *args, name=name)",
}


@pytest.mark.parametrize("called", CALLED)
@pytest.mark.parametrize("handed", HANDED)
def test_a_manager_of_plug_ins(handed: str, called: str) -> None:
    first = "plugin, name, *args" if handed == "by position" else "plugin, *args, name"
    methods = "\n".join(f"    def on_{number}(self, row): pass" for number in range(CROWD))
    events = "\n".join(f"    Manager().all('on_{number}', [{number}])" for number in range(CROWD))
    assert_touches(f"""
class Mail:
    def on_created(self, row): Log.objects.create()
{methods}
class Hook:
    def on_closed(self, row): Tag.objects.create()
class Manager:
    plugins = [Mail(), Hook()]
    def one(self, {first}):
        {CALLED[called]}
    def all(self, name, *args):
        for plugin in self.plugins:
            {HANDED[handed]}
    def created(self):
        self.all("on_created", Order())
    def closed(self):
        self.all("on_closed", [1])
def others():
{events}
def created():
    others()
    with transaction.atomic():  #> insert shop_log
        Manager().created()
def closed():
    with transaction.atomic():  #> insert shop_tag
        Manager().closed()
""")
