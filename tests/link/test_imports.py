"""What a module imports, and where: a source a case."""

from __future__ import annotations

import pytest

from boundary.link.syntax.imports import imported_names, imports_in
from boundary.read.python.extract import extract
from boundary.read.python.syntax import parse
from tests.link.linking import assert_touches

WHERE = [
    ("import os, shop.orders as o", [("m", {"os", "shop.orders"})]),
    ("from shop import orders", [("m", {"shop"})]),
    ("from . import orders", [("m", {""})]),
    ("def f():\n    import a", [("m.f", {"a"})]),
    ("class C:\n    def f(self):\n        from a import b", [("m.C.f", {"a"})]),
    ("try:\n    import a\nexcept ImportError:\n    import b\nelse:\n    import c\nfinally:\n    import d", "abcd"),
    ("if x:\n    import a\nelse:\n    import b", "ab"),
    ("for x in y:\n    import a\nelse:\n    import b", "ab"),
    ("while x:\n    import a\nwith x:\n    import b", "ab"),
    ("x = 1", []),
]


@pytest.mark.parametrize(("text", "expected"), WHERE)
def test_where_something_is_imported(text: str, expected: list[tuple[str, set[str]]] | str) -> None:
    parsed = parse(text.encode())
    body = extract(parsed.tree, parsed.source).body
    found = [(within, imported_names([statement])) for within, statement in imports_in(body, "m")]
    assert found == ([("m", {name}) for name in expected] if isinstance(expected, str) else expected)


@pytest.mark.parametrize("named", ["web.orders", "orders"])
@pytest.mark.parametrize("form", ["from {} import work", "from {}.work import write", "import {}.work as work"])
def test_what_lies_beside_manage_py_is_found_by_its_name_alone(named: str, form: str) -> None:
    call = "write()" if "write" in form else "work.write()"
    assert_touches(f"""
# file: web/manage.py
def main():
    from django.core.management import execute_from_command_line
    execute_from_command_line()
# file: web/logging.py
def getLogger(name):
    return None
# file: web/orders/__init__.py
# file: web/orders/work.py
from shop.models import Tag
def write():
    Tag.objects.create()
# file: web/billing.py
import logging
from django.db import transaction
{form.format(named)}
def run():
    with transaction.atomic():  #> insert shop_tag
        {call}
        logging.getLogger("web").info("done")
""")
