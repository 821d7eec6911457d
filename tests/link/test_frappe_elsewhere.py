"""Documents of Frappe whose DocType is not read: another application's, and Frappe's own."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.test_frappe import APP, GONE, IMPORTS

USER = ("User", "Has Role", "User Email", "Block Module", "DefaultValue", "User Social Login", "User Role Profile")
SAVED = "update tabTimesheet, lock tabTimesheet"
TAXED = f"{SAVED}, delete tabTax"
OTHER = "update tabProduct, lock tabProduct"
SETTINGS = "tabNotification Settings"
NEW_USER = ", ".join(f"insert tab{name}" for name in USER)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('frappe.new_doc("User").insert()',
         f"{NEW_USER}, insert tabPermission Log, insert tabDocShare, update tabDocShare, insert {SETTINGS}"),
        ('frappe.get_doc({"doctype": "File", "content": x}).insert()', "insert tabFile, insert tabComment"),
        ('frappe.new_doc("User Permission").insert()', "insert tabUser Permission, insert tabPermission Log"),
        ('frappe.delete_doc("User Permission", x)',
         f"delete tabUser Permission, insert tabPermission Log, {GONE}"),
        ('frappe.get_print("Log", x)', "insert tabAccess Log"),
        ('frappe.attach_print("Log", x, file_name=x)', "insert tabAccess Log"),
        ('doc = frappe.get_doc("Order", x)\n    doc.db_update_all()', "update tabOrder, update tabRow, update tabTax"),
        ('frappe.get_doc("Log", x).save_version()', "insert tabVersion"),
        ('from frappe.model.naming import set_name_from_naming_options\n    set_name_from_naming_options("A-.#", x)',
         "update tabSeries, insert tabSeries, lock tabSeries"),
    ],
)  # fmt: skip
def test_what_frappe_stores(body: str, expected: str) -> None:
    assert_touches(f"""{APP}{IMPORTS}
@frappe.whitelist()  #> {expected}
def touch(x):
    {body}
""")


def test_a_class_in_place_of_another_applications() -> None:
    assert_touches(f"""{APP}
# file: shop/hooks.py
override_doctype_class = {{"Timesheet": "shop.overrides.OwnTimesheet", "Product": "shop.overrides.OwnProduct"}}
# file: shop/shop/doctype/product/product.py
from frappe.model.document import Document
class Product(Document): ...
# file: shop/overrides.py
import frappe
from elsewhere.doctype.timesheet.timesheet import Timesheet
from shop.shop.doctype.product.product import Product
class OwnTimesheet(Timesheet):  #> insert tabTimesheet | {SAVED} | {SAVED} | delete tabTimesheet, {GONE} | {TAXED}
    def on_submit(self):
        frappe.db.delete("Tax")
class OwnProduct(Product):  #> insert tabProduct | {OTHER} | delete tabProduct, delete tabTax, {GONE}
    def on_trash(self):
        frappe.db.delete("Tax")
""")
