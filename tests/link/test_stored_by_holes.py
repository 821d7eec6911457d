"""An attribute by a name with holes may be any that was stored in the object under a name that fits."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches, calls

STORED = {
    "by their names": "self.tag_store = Tags()\n        self.log_store = Logs()\n        self.other = Orders()",
    "by names of a dict": (
        "for name, one in {'tag_store': Tags(), 'log_store': Logs(), 'other': Orders()}.items():\n"
        "            setattr(self, name, one)"
    ),
    "one by a name with holes": (
        "for name in names:\n            setattr(self, f'{name}_store', Tags())\n"
        "        self.log_store = Logs()\n        self.other = Orders()"
    ),
    "by whoever makes it": "self.other = Orders()",
}
ASKED = {
    "with holes": ("getattr(held, f'{kind}_store').keep()", "insert shop_log, insert shop_tag"),
    "with others": ("getattr(held, 'log' + kind).keep()", "insert shop_log"),
    "with a default": ("getattr(held, '%s_store' % kind, None).keep()", "insert shop_log, insert shop_tag"),
    "another name": ("held.other.keep()", "insert shop_order"),
}
HEADER = """
class Tags:
    def keep(self):
        Tag.objects.create()
class Logs:
    def keep(self):
        Log.objects.create(text='x')
class Orders:
    def keep(self):
        Order.objects.create()
"""


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("stored", STORED)
def test_attributes_by_a_name_with_holes(stored: str, asked: str) -> None:
    question, touched = ASKED[asked]
    filled = "held.tag_store = Tags()\n    held.log_store = Logs()" if "whoever" in stored else "pass"
    if "holes" in stored and asked == "with others":
        touched = "insert shop_log, insert shop_tag"
    assert_touches(f"""{HEADER}
class Held:
    def __init__(self, names):
        {STORED[stored]}
def run(held, kind):
    with transaction.atomic():  #> {touched}
        {question}
def work(names, kind):
    held = Held(names)
    {filled}
    run(held, kind)
""")


@pytest.mark.parametrize(("name", "touched"), [("tag_1", "insert shop_tag"), ("log", "insert shop_log")])
def test_an_attribute_that_was_stored_under_a_name_with_holes(name: str, touched: str) -> None:
    assert_touches(f"""{HEADER}
class Held:
    def __init__(self, names):
        self.log = Logs()
        for name in names:
            setattr(self, "tag_%s" % name, Tags())
def work(names):
    held = Held(names)
    with transaction.atomic():  #> {touched}
        held.{name}.keep()
""")


def test_what_is_stored_later_is_found_by_who_has_asked_before() -> None:
    assert_touches(f"""{HEADER}
class Held:
    def run(self, kind):
        with transaction.atomic():  #> insert shop_log
            getattr(self, f"late_{{kind}}").keep()
def work(kind):
    held = Held()
    held.run(kind)
    fill(held)
def fill(held):
    held.late_store = Logs()
""")


@pytest.mark.parametrize(("called", "finds"), [("_{name}", "_allow"), ("_{name}w", "_allow"), ("__{name}", "__init__")])
def test_special_methods_are_not_meant_unless_the_name_begins_so(called: str, finds: str) -> None:
    found = calls(f"""
class Auth:
    def __init__(self, store=None):
        self.store = store
    def _allow(self, row):
        Log.objects.create()
    def can(self, name, row):
        return getattr(self, f"{called}")(row)
def work(name, row):
    Auth().can(name, row)
""")
    assert {one for one in found if one.startswith("services.Auth.can")} == {
        f"services.Auth.can -> services.Auth.{finds}"
    }
