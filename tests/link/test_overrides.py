"""A method of an object of no exact class: all that redefine it are run, however many they are."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MANY = 40
"""More classes than a value holds overrides of."""

PLUGINS = (
    """
from functools import partial
class Plugin:
    def run(self):
        pass
class Early(Plugin):
    def run(self):
        Log.objects.create(text="run")
"""
    + "\n".join(f"class Plugin{n}(Plugin):\n    def run(self):\n        return {n}" for n in range(MANY))
    + """
class Deep(Plugin0):
    @classmethod
    def run(cls):
        Order.objects.update(status="run")
class Late(Plugin):
    @staticmethod
    def run():
        Tag.objects.create()
def work(plugin: Plugin):
    with transaction.atomic():  #> insert shop_log, insert shop_tag, update shop_order
"""
)


@pytest.mark.parametrize("call", ["plugin.run()", "run = plugin.run; run()", "partial(plugin.run)()"])
def test_each_override_is_run(call: str) -> None:
    assert_touches(f"{PLUGINS}        {call}\n")
