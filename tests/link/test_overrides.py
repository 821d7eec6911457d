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


NAMED = {
    "a class": ("kind = {model}", "plugin.kind.objects.create()"),
    "a class in a class": ("class Meta:\n        model = {model}", "plugin.Meta.model.objects.create()"),
}


def naming(named: str, number: int) -> str:
    """So many plugins that name a model each, and a transaction that makes a row of the model of one of them."""
    body, call = NAMED[named]
    models = "".join(f"class Kind{n}(models.Model):\n    pass\n" for n in range(number))
    plugins = "".join(f"class Plugin{n}(Plugin):\n    {body.format(model=f'Kind{n}')}\n" for n in range(number))
    work = f"def work(plugin: Plugin):\n    with transaction.atomic():  #> {{}}\n        {call}\n"
    return f"{models}class Plugin:\n    pass\n{plugins}{work}"


@pytest.mark.parametrize("named", NAMED)
def test_each_class_may_be_named(named: str) -> None:
    written = ", ".join(f"insert shop_kind{n}" for n in range(24))
    assert not assert_touches(naming(named, 24).format(written)).completeness.blind_spots


@pytest.mark.parametrize("named", NAMED)
def test_where_more_classes_are_named_than_a_value_holds_that_is_told(named: str) -> None:
    scan = assert_touches(naming(named, MANY + 5).format("nothing"))
    assert any("more than are kept apart" in spot.reason for one in scan.transactions for spot in one.blind_spots)


def test_of_texts_it_is_not_told() -> None:
    plugins = "".join(f"class Plugin{n}(Plugin):\n    name = 'n{n}'\n" for n in range(MANY))
    scan = assert_touches(f"""
class Plugin:
    name = ""
{plugins}
def work(plugin: Plugin):
    with transaction.atomic():  #> insert shop_log
        Log.objects.create(text=plugin.name.lower())
""")
    assert not scan.completeness.blind_spots
