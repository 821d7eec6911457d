"""Registries: what is asked for by a name, what many register under names, several registries of one class."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    "asked",
    [
        "return self.actions.get(model, {}).get(name)",
        "return self.of(model).get(name)",
        """found = {}
        for one in reversed(model.mro()):
            found.update(self.actions.get(one, {}))
        return found.get(name)""",
    ],
)
def test_a_registry_is_asked_by_name(asked: str) -> None:
    assert_touches(f"""
class Create:
    name = "create"
    def execute(self):
        Log.objects.create()
class Edit:
    name = "edit"
    def execute(self):
        Tag.objects.create()
class Registry:
    def __init__(self):
        self.actions = {{}}
    def register(self, model, action):
        self.actions.setdefault(model, {{}})[action.name] = action
    def of(self, model):
        return self.actions.get(model, {{}})
    def get(self, model, name):
        {asked}
registry = Registry()
registry.register(Order, Create)
registry.register(Order, Edit)
def create():
    with transaction.atomic():  #> insert shop_log
        registry.get(Order, "create")().execute()
def edit(model):
    with transaction.atomic():  #> insert shop_tag
        registry.get(model, "edit")().execute()
""")


@pytest.mark.parametrize("others", [0, 12, 60])
def test_functions_are_registered_under_very_many_names(others: int) -> None:
    more = "\n".join(f'@register("other {number}")\ndef other{number}():\n    pass' for number in range(others))
    assert_touches(f"""
from shop.hooks import get_hooks
def touch():
    with transaction.atomic():  #> insert shop_log
        for hook in get_hooks("log"):
            hook(1)
    with transaction.atomic():  #> insert shop_tag
        for hook in get_hooks("tag"):
            hook()
# file: shop/hooks.py
from operator import itemgetter
_hooks = {{}}
def register(name, function=None, order=0):
    if function is None:
        def decorator(function):
            register(name, function, order=order)
            return function
        return decorator
    if name not in _hooks:
        _hooks[name] = []
    _hooks[name].append((function, order))
def get_hooks(name):
    hooks = _hooks.get(name, [])
    hooks = sorted(hooks, key=itemgetter(1))
    return [hook[0] for hook in hooks]
# file: shop/registered.py
from shop.hooks import register
from shop.models import *
@register("log")
def log(number):
    Log.objects.create()
@register("tag")
def tag():
    Tag.objects.create()
{more}
""")


def test_a_few_registries_of_one_class() -> None:
    assert_touches("""
from shop.registries import *
class Writer:
    def write(self):
        Log.objects.create()
class Other:
    def write(self):
        Tag.objects.create()
writers.register(Order, Writer)
others.register(Order, Other)
class Holder:
    def __init__(self):
        self.kinds = Registry()
        self.kinds.register(Customer, Stock)
    def make(self):
        self.kinds.get(Customer).objects.create()
holder = Holder()
def touch():
    with transaction.atomic():  #> insert shop_log
        writers.get(Order)().write()
    with transaction.atomic():  #> insert shop_tag
        others.get(Order)().write()
    with transaction.atomic():  #> insert shop_stock
        holder.make()
def any_of_them(registry: Registry):
    with transaction.atomic():  #> insert shop_log, insert shop_tag
        registry.get(Order)().write()
# file: shop/registries.py
class Registry:
    def __init__(self):
        self.held = {}
    def register(self, cls, value):
        self.held[cls] = value
    def get(self, cls):
        for one in cls.mro():
            try:
                return self.held[one]
            except KeyError:
                pass
writers = Registry()
others = Registry()
""")


HEARD = {
    "a method": """
    def on(self, event, function):
        self.heard.setdefault(event, []).append(function)
""",
    "a key": """
    def on(self, event, function):
        self.heard[event] = [*self.heard.get(event, ()), function]
""",
    "a decorator": """
    def on(self, event):
        def hear(function):
            self.heard.setdefault(event, []).append(function)
            return function
        return hear
""",
}


@pytest.mark.parametrize("told", ["self.heard.get(event, ())", "self.heard[event]"])
@pytest.mark.parametrize("case", HEARD)
def test_who_listens_to_an_event_of_a_bus(case: str, told: str) -> None:
    then = ")(" if case == "a decorator" else ", "
    assert_touches(f"""
class Bus:
    def __init__(self):
        self.heard = {{}}
    {HEARD[case]}
    def publish(self, event, model):
        for hear in {told}:
            hear(model)
bus = Bus()
def make(model):
    model.objects.create()
def tidy(model):
    model.objects.all().delete()
bus.on("placed"{then}make)
bus.on("closed"{then}tidy)
def work():
    with transaction.atomic():  #> insert shop_log
        bus.publish("placed", Log)
    with transaction.atomic():  #> delete shop_log
        bus.publish("closed", Log)
""")


ASKED_BY_TWO = {
    "of which one is known": ('registry["log", version]', "insert shop_log"),
    "in variables": ('key = ("log", version); registry[key]', "insert shop_log"),
    "of which one is one of two": (
        'registry["log" if version else "tag", version]',
        "insert shop_log, insert shop_tag",
    ),
    "of which neither is known": ("registry[version, version]", "insert shop_log, insert shop_stock, insert shop_tag"),
}


@pytest.mark.parametrize("asked", ASKED_BY_TWO)
def test_a_registry_by_two_names(asked: str) -> None:
    code, written = ASKED_BY_TWO[asked]
    *before, last = code.split("; ")
    assert_touches(f"""
registry = {{}}
def register(versions=None, name=None):
    def inner(cls):
        nonlocal name, versions
        if not versions:
            versions = ["v1", "v2"]
        name = name or cls.__name__
        for version in versions:
            registry[name, version] = cls
        return cls
    return inner
@register(name="log")
class Logs:
    def create(self): Log.objects.create()
@register(["v1"], "tag")
class Tags:
    def create(self): Tag.objects.create()
@register(["v1"])
class Stocks:
    def create(self): Stock.objects.create()
def work(version):
    {"; ".join(before) or "pass"}
    with transaction.atomic():  #> {written}
        {last}().create()
def by_name(version):
    with transaction.atomic():  #> insert shop_stock
        registry["Stocks", version]().create()
""")
