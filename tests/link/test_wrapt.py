"""A decorator that wrapt makes runs its own function around the one that it decorates."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.test_frappe import APP, IMPORTS

DECORATOR = """
import wrapt
def protected(doctype):
    @wrapt.decorator
    def wrapper(wrapped, instance, args, kwargs):
        if frappe.db.exists(doctype, x):
            frappe.db.delete("Tax")
        return wrapped(*args, **kwargs)
    return wrapper
"""


@pytest.mark.parametrize(
    "body", ['return frappe.new_doc("Log").insert()', 'doc = frappe.new_doc("Log")\n    doc.insert()\n    return x']
)
def test_a_function_that_is_decorated(body: str) -> None:
    assert_touches(f"""{APP}{IMPORTS}{DECORATOR}
@frappe.whitelist()  #> insert tabLog, delete tabTax
@protected("Product")
def touch(x):
    {body}
""")


def test_a_method_that_is_decorated() -> None:
    assert_touches(f"""{APP}{IMPORTS}{DECORATOR}
class Shop:
    @protected("Product")
    def close(self, x):
        self.log(x)
    def log(self, x):
        frappe.new_doc("Log").insert()
@frappe.whitelist()  #> insert tabLog, delete tabTax
def touch(x):
    Shop().close(x)
""")
