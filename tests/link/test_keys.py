"""Objects that are keys of dicts are found again where one goes through the keys."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

CASES = {
    "each once": """
def work():
    with transaction.atomic():  #> update shop_order
        for one in list(dict.fromkeys(log.order for log in Log.objects.all())):
            one.save()
""",
    "pairs, each once": """
def work():
    found = dict.fromkeys(((log, log.order) for log in Log.objects.all()), 1)
    with transaction.atomic():  #> update shop_order
        for one, other in found.keys():
            other.save()
""",
    "a dict of a copy": """
def work():
    found = dict({order: 1 for order in Order.objects.all()})
    with transaction.atomic():  #> update shop_order
        for one in found:
            one.save()
""",
    "a dict of pairs": """
def work():
    found = dict((log, log.order) for log in Log.objects.all())
    with transaction.atomic():  #> update shop_log, update shop_order
        for one, other in found.items():
            one.save()
            other.save()
""",
    "a dict of a zip": """
def work():
    found = dict(zip(Log.objects.all(), Order.objects.all()))
    with transaction.atomic():  #> update shop_log, update shop_order
        for one, other in found.items():
            one.save()
            other.save()
""",
    "a comprehension of pairs": """
def work():
    found = {(log, 1): log.order for log in Log.objects.all()}
    with transaction.atomic():  #> update shop_log, update shop_order
        for (one, _), other in found.items():
            one.save()
            other.save()
""",
    "put under": """
def collect():
    found = {}
    for order in Order.objects.all():
        found[order] = [1]
    return found

def work():
    found = collect()
    with transaction.atomic():  #> update shop_order
        for one, numbers in found.items():
            one.save()
""",
    "handed over": """
def close(found):
    for one in found:
        one.save()

def work():
    found = {}
    found[Order.objects.first()] = 1
    with transaction.atomic():  #> update shop_order
        close(found)
""",
    "keys": """
def work():
    found = {order: 1 for order in Order.objects.all()}
    with transaction.atomic():  #> update shop_order
        for one in found.keys():
            one.save()
""",
    "a default": """
def work():
    found = defaultdict(list)
    for log in Log.objects.all():
        found[log.order].append(log)
    with transaction.atomic():  #> update shop_order, update shop_log
        for one, logs in sorted(found.items()):
            one.save()
            for log in logs:
                log.save()
""",
    "written out": """
def work(order, tag):
    found = {Order.objects.first(): 1, Tag.objects.first(): 2}
    with transaction.atomic():  #> update shop_order, update shop_tag
        for one in found:
            one.save()
""",
    "a part of a key": """
def work():
    found = {}
    for log in Log.objects.all():
        found[log.order, log.text] = log
    with transaction.atomic():  #> update shop_order
        for (one, text), log in found.items():
            one.save()
""",
    "found under any": """
def work(pk):
    found = {}
    found[Order.objects.first()] = Tag.objects.first()
    found["first"] = Log.objects.first()
    with transaction.atomic():  #> update shop_tag
        found[Order.objects.get(pk=pk)].save()
    with transaction.atomic():  #> update shop_log
        found["first"].save()
    with transaction.atomic():  #> update shop_tag, update shop_log
        found[pk].save()
""",
    "one is taken out, others are not": """
def work():
    found = {}
    for order in Order.objects.all():
        found[order] = 1
    del found[Order.objects.first()]
    with transaction.atomic():  #> update shop_order
        for one in found:
            one.save()
""",
    "what stands under it is joined": """
def work():
    found = {}
    found[Order.objects.first()] = Tag.objects.first()
    found[Order.objects.last()] = Log.objects.first()
    with transaction.atomic():  #> update shop_tag, update shop_log
        for one, held in found.items():
            held.save()
""",
}


@pytest.mark.parametrize("source", list(CASES.values()), ids=list(CASES))
def test_keys(source: str) -> None:
    assert_touches(f"""
# file: shop/models.py
from django.db import models
class Order(models.Model):
    pass
class Tag(models.Model):
    pass
class Log(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE)
    text = models.TextField()
# file: shop/services.py
from collections import defaultdict
from django.db import transaction
from shop.models import Log, Order, Tag
{source}""")


def test_classes_that_are_the_keys_of_what_an_object_is_made_with() -> None:
    assert_touches("""
class Index:
    def __init__(self, mapping):
        self.mapping = mapping
    def fill(self):
        for model in list(self.mapping["saved"].keys()):
            model.objects.update()
def work():
    with transaction.atomic():  #> update shop_customer, update shop_line
        Index({"saved": {Customer: {"name": ["title"]}, Line: {"order": 1}}, "deleted": {Tag: {}}}).fill()
""")


@pytest.mark.parametrize(
    "put",
    [
        "self.held.setdefault(kind, []).append(kind(**body))",
        "self.held[kind] = [kind(**body)]",
        "self.held[kind] = self.held.get(kind, []) + [kind(**body)]",
    ],
)
def test_a_class_that_is_one_of_a_few(put: str) -> None:
    """Rows that are collected by their class, which a loop has looked for."""
    assert_touches(f"""
class Worker:
    def __init__(self):
        self.held = {{}}
    def collect(self, body):
        for kind in (Order, Log):
            if kind.__name__ in body:
                break
        {put}
    def flush(self):
        with transaction.atomic():  #> insert shop_order, insert shop_log
            for kind, rows in self.held.items():
                kind.objects.bulk_create(rows)
                self.held[kind] = []
def work(request):
    worker = Worker()
    worker.collect(request.POST)
    worker.flush()
""")


@pytest.mark.parametrize("asked", ["held['admins']", "held.get('admins', [])"])
def test_what_is_put_under_a_key_that_is_not_known_may_take_the_place_of_any(asked: str) -> None:
    assert_touches(f"""
import tomllib
DEFAULTS = dict(admins=[], debug=False)
def load(path):
    held = DEFAULTS.copy()
    for name, value in tomllib.loads(open(path).read()).items():
        held[name.lower()] = value
    return held
held = load("/etc/shop.toml")
def look(name):
    if name in {asked}:
        with transaction.atomic():  #> insert shop_log
            Log.objects.create(text=name)
""")
