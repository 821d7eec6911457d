"""A decorator that is a class binds what it decorates to the object that the method is asked of."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


@pytest.mark.parametrize(
    "bound",
    [
        "self.function.__get__(instance)",
        "self.function.__get__(instance, owner)",
        "types.MethodType(self.function, instance)",
        "types.MethodType(self, instance)",
        "Bound(instance, self.function.__get__(instance))",
        "Bound(instance, functools.partial(self.function, instance))",
    ],
)
def test_a_method_behind_a_decorator_that_is_a_class(bound: str) -> None:
    assert_touches(f"""
import functools, types

class Bound:
    def __init__(self, owner, function):
        self.owner, self.function = owner, function
    def __call__(self, *args, **kwargs):
        return self.function(*args, **kwargs)

class Traced:
    def __init__(self, function):
        self.function = function
    def __call__(self, *args, **kwargs):
        return self.function(*args, **kwargs)
    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return {bound}

class Service:
    def __init__(self, log):
        self.log = log
    @Traced
    def close(self, row):
        row.save()
        self.log.save()
    @Traced
    def open(self, row):
        row.delete()

def work(order: Order, log: Log):
    with transaction.atomic():  #> update shop_order, update shop_log
        Service(log).close(order)
""")


def test_a_function_that_is_bound_to_nothing() -> None:
    assert_touches("""
def close(row):
    row.save()
def work(order: Order):
    with transaction.atomic():  #> update shop_order
        close.__get__(None, Order)(order)
    with transaction.atomic():  #> update shop_order
        close.__get__(order)()
""")


def test_a_method_without_a_place_for_its_receiver() -> None:
    """It cannot be called on an object; what `**options` holds there is not the object."""
    scan = assert_touches("""
class Line(models.Model):
    def build(**options):
        del options["name"]
        with transaction.atomic():  #> insert shop_log
            Log.objects.create(**options)
""")
    assert not scan.completeness.unreadable


PASSING = """
from django.contrib.auth import login
from django.contrib.auth.models import User
def passing(function):
    def passed(*args, **kwargs):
        return function(*args, **kwargs)
    return passed
class Publisher:
    def publish(self):
        Log.objects.create()
"""


@pytest.mark.parametrize(
    ("parameters", "statement", "expected"),
    [
        ("request", "request.session.flush()", "delete django_session"),
        (
            "request, user: User",
            "login(request, user)",
            "update auth_user, insert django_session, delete django_session",
        ),
        ("publisher=Publisher()", "publisher.publish()", "insert shop_log"),
        ("model=Tag", "model.objects.create()", "insert shop_tag"),
        ("row: Order", "row.save()", "update shop_order"),
        ("rows", "rows.objects.create()", "nothing"),
    ],
)
def test_a_function_that_nobody_calls_is_handed_what_its_parameters_tell(
    parameters: str, statement: str, expected: str
) -> None:
    assert_touches(f"""{PASSING}
@passing
def work({parameters}):
    with transaction.atomic():  #> {expected}
        {statement}
""")
