"""Lists of more things than a value keeps: each is gone through by itself, and what is so of two is so of sixty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.link.linking import assert_touches

if TYPE_CHECKING:
    from collections.abc import Callable

SOME, MANY = 36, 60
"""As many as a list keeps one by one, and more than that."""


def models(many: int) -> str:
    return "".join(f"class M{one}(models.Model): pass\n" for one in range(many))


def classes(many: int) -> str:
    return "".join(
        f"""
@keep
class Step{one}:
    name = "s{one}"
    def run(self, x):
        M{one}.objects.create(x=x)
"""
        for one in range(many)
    )


def functions(many: int) -> str:
    return "".join(f"@keep\ndef step{one}(x): M{one}.objects.create(x=x)\n" for one in range(many))


def listed(pattern: str, many: int) -> str:
    return ", ".join(pattern.format(one) for one in range(many))


@pytest.mark.parametrize(
    ("steps", "kept", "loop"),
    [
        (classes, "held.append(it())", "for step in held: step.run(x)"),
        (classes, "held.append(it().run)", "for step in held: step(x)"),
        (classes, "held.append(partial(it.run, it()))", "for step in held: step(x)"),
        (classes, "named[it.name] = it()", "for name, step in named.items(): step.run(name)"),
        (classes, "named[it.name] = it()", "return [step.run(x) for step in named.values()]"),
        (classes, "held.append(it())", "return any(step.run(x) for step in held)"),
        (functions, "held.append(lambda x: it(x))", "for step in held: step(x)"),
        (classes, "", "for step in [{listed_objects}]: step.run(x)"),
        (classes, "", "for name, step in [{listed_pairs}]: step.run(name)"),
        (functions, "", "for step in ({listed_partials}): step()"),
    ],
)
@pytest.mark.parametrize("many", [SOME, MANY])
def test_steps_that_a_loop_goes_through(steps: Callable[[int], str], kept: str, loop: str, many: int) -> None:
    written = (
        loop.replace("{listed_objects}", listed("Step{}()", many))
        .replace("{listed_pairs}", listed("('s{0}', Step{0}())", many))
        .replace("{listed_partials}", listed("partial(step{}, x)", many))
    )
    assert_touches(f"""
from functools import partial
{models(many)}
held, named = [], {{}}
def keep(it):
    {kept or "pass"}
    return it
{steps(many)}
def work(x):
    with transaction.atomic():  #> {listed("insert shop_m{}", many)}
        {written}
""")


@pytest.mark.parametrize("rows", ["M{}.objects.all()", "M{}.objects.get(pk=1)"])
def test_rows_that_are_written_down(rows: str) -> None:
    tables = listed("delete shop_m{}", SOME)
    assert_touches(f"""
{models(SOME)}
def work():
    with transaction.atomic():  #> {tables}
        for one in [{listed(rows, SOME)}]:
            one.delete()
""")


def test_an_object_of_many_that_is_asked_for_by_its_name() -> None:
    assert_touches(f"""
{models(MANY)}
named = {{}}
def keep(it):
    named[it.name] = it()
    return it
{classes(MANY)}
def work(x):
    with transaction.atomic():  #> insert shop_m47
        named["s47"].run(x)
""")


def test_classes_that_a_metaclass_keeps_by_their_names() -> None:
    others = "".join(f'class Other{one}(Named):\n    label = "o{one}"\n' for one in range(MANY))
    assert_touches(f"""
class Meta(type):
    _known = {{}}
    def __new__(mcs, name, bases, namespace):
        made = super().__new__(mcs, name, bases, namespace)
        made._known[namespace.get("label", name)] = made
        return made
class Named(metaclass=Meta):
    label = "a"
    def run(self):
        Stock.objects.create()
{others}
class Tagging(Named):
    label = "b"
    def run(self):
        Tag.objects.create()
def touch():
    with transaction.atomic():  #> insert shop_tag
        Named._known["b"]().run()
    with transaction.atomic():  #> insert shop_stock
        Named._known["a"]().run()
""")


@pytest.mark.parametrize(
    ("helper", "call", "does"),
    [
        (
            "def create(spec):\n    spec['model'].objects.create(x=spec['x'])",
            "create({{'model': M{0}, 'x': x}})",
            "insert shop_m{0}",
        ),
        (
            "def inner(**given): given['model'].objects.create(x=1)\ndef create(**given): inner(**given)",
            "create(model=M{0})",
            "insert shop_m{0}",
        ),
        (
            "def clear(name):\n    with connection.cursor() as cursor: cursor.execute(f'DELETE FROM {name}')",
            "clear('shop_m{0}')",
            "delete shop_m{0}",
        ),
    ],
)
def test_a_helper_that_has_many_callers(helper: str, call: str, does: str) -> None:
    callers = "".join(
        f"def work{one}(x):\n    with transaction.atomic():  #> {does.format(one)}\n        {call.format(one)}\n"
        for one in range(MANY)
    )
    assert_touches(f"from django.db import connection\n{models(MANY)}\n{helper}\n{callers}")


@pytest.mark.parametrize("more", ["if settings.DEBUG:\n        views.append(View(Log))", "views.append(View(Log))"])
def test_a_long_list_that_grows_keeps_its_members(more: str) -> None:
    views = listed("View(M{0})", SOME)
    written = ", ".join(f"insert shop_m{one}" for one in range(SOME))
    assert_touches(f"""
from django.conf import settings
{models(SOME)}
class View:
    def __init__(self, model):
        self.kept = model
    def run(self):
        self.kept.objects.create()
def made():
    views = [{views}]
    {more}
    return views
def work():
    with transaction.atomic():  #> {written}, insert shop_log
        for view in made():
            view.run()
""")
