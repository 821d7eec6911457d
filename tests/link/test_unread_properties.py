"""Properties that decorators of packages that are not read make of methods."""

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    "decorator",
    [
        "werkzeug.utils.cached_property",
        "kombu.utils.objects.cached_property",
        "sqlalchemy.util.memoized_property",
        "pyramid.decorator.reify",
        "boltons.cacheutils.cachedproperty",
        "odoo.tools.lazy_property",
        "cached_property.cached_property_with_ttl(ttl=60)",
        "cached_property.threaded_cached_property",
    ],
)
def test_a_property_of_a_package_that_is_not_read(decorator: str) -> None:
    package = decorator.partition("(")[0].rpartition(".")[0]
    assert_touches(f"""
import {package}

class Checkout:
    def __init__(self, order):
        self.order = order

    @{decorator}
    def stored(self):
        return Log.objects.get(text=self.order)

@transaction.atomic  #> update shop_log, read shop_log
def work(order):
    Checkout(order).stored.save()
""")


def test_a_property_of_the_class() -> None:
    assert_touches("""
from shared.decorators import classproperty

class Checkout:
    @classproperty
    def model(cls):
        return Log

@transaction.atomic  #> insert shop_log
def work(order):
    Checkout.model.objects.create(text=order)
""")


def test_what_is_called_otherwise_is_no_property() -> None:
    assert_touches("""
import shared

class Checkout:
    @shared.cached_result
    def stored(self):
        return Log.objects.get(text="x")

@transaction.atomic  #> update shop_log
def work(order):
    Checkout().stored().save()
""")
