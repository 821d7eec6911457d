"""Classes that derive from `dict`: registries with methods of their own, caches with `__missing__`."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


def test_a_registry_that_is_a_dict() -> None:
    assert_touches("""
# file: shop/registry.py
from collections import defaultdict
class Registry(dict):
    def __getitem__(self, key):
        try:
            return super().__getitem__(key)
        except KeyError:
            raise KeyError(key) from None
    def __setitem__(self, key, value):
        raise TypeError("no more stores")
registry = Registry({"models": defaultdict(dict), "views": {}})
def register(label, name):
    def wrap(model):
        if name not in registry["models"][label]:
            registry["models"][label][name] = []
        registry["models"][label][name].append({"model": model})
        return model
    return wrap
# file: shop/models.py
from django.db import models
from shop.registry import register
@register("shop", "order")
class Order(models.Model):
    pass
@register("other", "order")
class Tag(models.Model):
    pass
# file: shop/services.py
from django.db import transaction
from shop.models import *
from shop.registry import registry
def run():
    for row in registry["models"]["shop"]["order"]:
        with transaction.atomic():  #> insert shop_order
            row["model"].objects.create()
""")


@pytest.mark.parametrize(
    "kept",
    ["{'models': {'shop': {}, 'other': {}}}", "{'models': defaultdict(dict)}", "Plain({'models': defaultdict(dict)})"],
)
def test_a_registry_of_dicts_and_lists_is_filled_from_several_places(kept: str) -> None:
    assert_touches(f"""
# file: shop/registry.py
from collections import defaultdict
class Plain(dict):
    pass
registry = {kept}
def register(label, name, model):
    if name not in registry["models"][label]:
        registry["models"][label][name] = []
    registry["models"][label][name].append(model)
# file: shop/services.py
from django.db import transaction
from shop.models import *
from shop.registry import register, registry
register("shop", "order", Order)
register("shop", "tag", Tag)
register("other", "log", Log)
def run():
    for model in registry["models"]["shop"]["order"] + registry["models"]["shop"]["tag"]:
        with transaction.atomic():  #> insert shop_order | insert shop_tag
            model.objects.create()
""")


@pytest.mark.parametrize("known", ["for name in KINDS:", "def run(name):"])
def test_any_row_of_a_registry_of_many_dicts(known: str) -> None:
    kinds = "".join(f'"{number}": {{"rows": Tag.objects.all(), "label": "{number}"}},' for number in range(15))
    assert_touches(f"""
from shop.models import *
KINDS = {{{kinds} "log": {{"rows": Log.objects.all(), "label": "log"}}}}
{known}
    KINDS[name]["rows"].first()  #= read shop_tag, read shop_log, no read shop_order
""")


def test_what_is_put_into_a_dict_of_the_projects_own() -> None:
    assert_touches("""
from shop.models import *
class Kinds(dict):
    pass
class Named(dict):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self["log"] = Log
kinds = Kinds(tag=Tag)
kinds["stock"] = Stock
named = Named({"tag": Tag})
def run(name):
    with transaction.atomic():  #> insert shop_tag
        kinds["tag"].objects.create()
    with transaction.atomic():  #> insert shop_stock
        kinds["stock"].objects.create()
    with transaction.atomic():  #> insert shop_stock, insert shop_tag
        for key, model in kinds.items():
            model.objects.create()
    with transaction.atomic():  #> insert shop_log
        named["log"].objects.create()
    with transaction.atomic():  #> insert shop_tag, insert shop_log
        named.get(name).objects.create()
""")


def test_what_no_key_holds() -> None:
    assert_touches("""
from shop.models import *
class Cache(dict):
    def __missing__(self, key):
        self[key] = made = Log.objects.create(text=key)
        return made
def run(name):
    cache = Cache()
    with transaction.atomic():  #> insert shop_log
        cache[name]
""")


@pytest.mark.parametrize(
    "made",
    [
        "dict(sorted(found.items(), key=lambda pair: pair[1].priority))",
        "OrderedDict(sorted(found.items()))",
        "dict(reversed(list(found.items())))",
        "dict(zip(found.keys(), found.values()))",
    ],
)
def test_a_dict_of_pairs_in_another_order(made: str) -> None:
    assert_touches(f"""
from collections import OrderedDict
class Provider:
    priority = 1
    def __init__(self, order):
        self.order = order
class Paid(Provider):
    def pay(self):
        Log.objects.create()
def providers(order):
    found = {{}}
    for cls in [Paid, Provider]:
        made = cls(order)
        found[made.order.number] = made
    return {made}
def touch(order: Order):
    with transaction.atomic():  #> insert shop_log
        providers(order).get(order.provider).pay()
""")


ATTRIBUTES = {
    "items, or None": """def __getattr__(self, name):
        return self.get(name, None)
    __setattr__ = dict.__setitem__""",
    "of a dict": "__getattr__ = dict.get\n    __setattr__ = dict.__setitem__",
    "of a dict, which have to be there": "__getattr__ = dict.__getitem__\n    __setattr__ = dict.__setitem__",
    "by its methods": """def __getattr__(self, name):
        return dict.__getitem__(self, name)
    def __setattr__(self, name, value):
        dict.__setitem__(self, name, value)""",
}


@pytest.mark.parametrize("how", list(ATTRIBUTES))
def test_attributes_that_are_items(how: str) -> None:
    assert_touches(f"""
import os
from django.db import transaction
from shop.models import *
class Settings(dict):
    {ATTRIBUTES[how]}
def chosen():
    settings = Settings()
    settings.wanted = os.environ.get("WANTED")
    settings.model = Order
    return settings
def run():
    settings = chosen()
    if settings.wanted:
        with transaction.atomic():  #> insert shop_order
            settings.model.objects.create()
def given():
    with transaction.atomic():  #> insert shop_log
        Settings(model=Log).model.objects.create()
""")
