"""Frappe's own dicts stay apart, however many an application makes of them."""

from __future__ import annotations

from tests.link.linking import assert_touches
from tests.link.test_frappe import APP, IMPORTS

MANY = 80


def test_each_of_many_dicts_keeps_its_doctype() -> None:
    others = "\n".join([f"    frappe._dict(a='{number}', doctype='x{number}')" for number in range(MANY)])
    assert_touches(f"""{APP}{IMPORTS}
def others(x):
{others}

@frappe.whitelist()  #> insert tabLog
def touch(x):
    others(x)
    frappe.get_doc(frappe._dict(doctype="Log", note=x)).insert()
""")
