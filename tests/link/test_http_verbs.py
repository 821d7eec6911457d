"""A method by the verb of a request: each that the object has is meant."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CHOSEN = {
    "at once": "getattr(step, request.method.lower())(request)",
    "with a default": "getattr(step, request.method.lower(), self.http_method_not_allowed)(request)",
    "by a variable": "verb = request.method.lower()\n            return getattr(step, verb)(request)",
    "by a method alone": "method = request.method\n            return getattr(step, method.lower())(request)",
    "kept": "handler = getattr(step, self.request.method.casefold(), None)\n            handler(request)",
}


@pytest.mark.parametrize("chosen", CHOSEN)
def test_the_methods_for_verbs(chosen: str) -> None:
    assert_touches(
        f"""
from django.views.generic import View
class Base:
    def next(self):
        Tag.objects.create()
class First(Base):
    def get(self, request):
        Log.objects.create()
class Second(Base):
    def post(self, request):
        Order.objects.create()
    def put(self, request):
        Stock.objects.create()
    def posted(self):
        Tag.objects.create()
class Steps(View):
    def dispatch(self, request, *args):
        with transaction.atomic():  #> insert shop_log
            step = First()
            {CHOSEN[chosen]}
class More(View):
    def dispatch(self, request, *args):
        with transaction.atomic():  #> insert shop_order, insert shop_stock
            step = Second()
            {CHOSEN[chosen]}
"""
    )


def test_another_name_chooses_none_of_them() -> None:
    assert_touches("""
class Steps:
    def post(self):
        Order.objects.create()
def work(name, steps: Steps):
    with transaction.atomic():  #> insert shop_log
        Log.objects.create()
        getattr(steps, name.lower(), None)
""")
