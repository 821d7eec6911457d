"""Modules that code looks for in a package, or names itself, and then imports."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    "load",
    [
        "for one in pkgutil.iter_modules(__path__):\n        import_module(f'{__name__}.{one.name}').run()",
        "for _, name, _ in pkgutil.iter_modules(__path__):\n        import_module(__name__ + '.' + name).run()",
        "for _, name, _ in pkgutil.iter_modules(__path__):\n        import_module('.' + name, __name__).run()",
        "for one in pkgutil.iter_modules(__path__, __name__ + '.'):\n        import_module(one.name).run()",
        "found = [import_module(f'{__name__}.{one.name}') for one in iter_modules(__path__)]\n    found[0].run()",
        "for name in ['orders']:\n        import_module(f'.{name}', __package__).run()",
        "for name in ['orders']:\n        import_module(f'{__name__}.{name}').run()",
        "import_module(f'{__name__}.{kind}').run()",
        "import_module(f'.{kind}', package=__package__).run()",
    ],
)
def test_modules_beside(load: str) -> None:
    assert_touches(f"""
from shop.plugins import load
def work(kind):
    with transaction.atomic():  #> insert shop_log
        load(kind)
# file: shop/plugins/__init__.py
import pkgutil
from importlib import import_module
from pkgutil import iter_modules
def load(kind):
    {load}
# file: shop/plugins/orders.py
from shop.models import Log
def run():
    Log.objects.create()
# file: shop/other.py
from shop.models import Tag
def run():
    Tag.objects.create()
""")


def test_who_was_started_is_not_known() -> None:
    assert_touches("""
def work():
    with transaction.atomic():  #> insert shop_log
        Log.objects.create()
if __name__ == "__main__":
    work()
""")
