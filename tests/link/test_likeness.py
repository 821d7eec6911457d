"""Objects of more kinds than a value holds: they are called as any of the class that they share."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

MANY = 70
"""More kinds of objects than a value keeps apart."""

PLUGINS = """
class Plugin:
    def run(self):
        pass
class Logged(Plugin):
    def run(self):
        Log.objects.create(text="run")
class Tagging(Plugin):
    def run(self):
        Tag.objects.create()
{classes}
REGISTRY = {{"logged": Logged(), "tagging": Tagging(), {plugins}}}
def found(name):
    return REGISTRY{get}
def work(order):
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        found(order.name).run()
"""


def registry(base: str, get: str) -> str:
    """A registry of many plugins below a class, of which `get` asks for one."""
    classes = "\n".join(f"class Plugin{n}{base}:\n    pass" for n in range(MANY))
    plugins = ", ".join(f'"{n}": Plugin{n}()' for n in range(MANY))
    return PLUGINS.format(classes=classes, plugins=plugins, get=get)


@pytest.mark.parametrize("get", ["[name]", ".get(name)"])
def test_plugins_of_many_kinds_are_any_of_their_class(get: str) -> None:
    assert_touches(registry("(Plugin)", get))


def test_objects_that_share_no_class_are_not_taken_for_one_another() -> None:
    assert_touches(registry("", "[name]").replace("insert shop_log, insert shop_tag", "nothing"))
