"""What the mixin methods of `collections.abc` call of a class below them."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches

HELD = """
from collections.abc import Mapping, MutableMapping, MutableSequence, Sequence
def save():
    Log.objects.create()
class Kept({base}):
    def __init__(self):
        self.held = {{}}
    def __getitem__(self, key):
        return save
    def __setitem__(self, key, value):
        Tag.objects.create()
    def __delitem__(self, key):
        Customer.objects.filter(pk=1).update(name='')
    def __iter__(self):
        return iter(self.held)
    def __len__(self):
        return 1
    def insert(self, place, value):
        Stock.objects.create()
"""


@pytest.mark.parametrize(
    ("base", "statement", "written"),
    [
        ("Mapping", "kept.get('a')()", "insert shop_log"),
        ("Mapping", "list(kept.values())[0]()", "insert shop_log"),
        ("Mapping", "for key, one in kept.items(): one()", "insert shop_log"),
        ("MutableMapping", "kept.update(a=1)", "insert shop_tag"),
        ("MutableMapping", "kept.update({'a': 1})", "insert shop_tag"),
        ("MutableMapping", "kept.setdefault('a', 1)", "insert shop_tag"),
        ("MutableMapping", "kept.pop('a')()", "insert shop_log, update shop_customer"),
        ("MutableMapping", "kept.popitem()[1]()", "insert shop_log, update shop_customer"),
        ("MutableMapping", "kept.clear()", "update shop_customer"),
        ("Mapping", "kept.update(a=1)", "nothing"),
        ("MutableSequence", "kept.append(1)", "insert shop_stock"),
        ("MutableSequence", "kept.extend([1])", "insert shop_stock"),
        ("MutableSequence", "kept.pop()()", "insert shop_log, update shop_customer"),
        ("MutableSequence", "kept.remove(1)", "update shop_customer"),
        ("Sequence", "kept.append(1)", "nothing"),
    ],
)
def test_a_method_of_the_base(base: str, statement: str, written: str) -> None:
    assert_touches(f"""{HELD.format(base=base)}
def run():
    kept = Kept()
    with transaction.atomic():  #> {written}
        {statement}
""")
