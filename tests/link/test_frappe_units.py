"""Frappe's calls that commit in between: what is done before is a transaction, what is left open another one."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.test_frappe import APP, IMPORTS

SENT = "delete tabProduct, write tabEmail Queue, insert tabEmail Queue Recipient"
CASES = {
    "what is done before a commit, and behind it": """
@frappe.whitelist()  #> insert tabLog
def touch(x):
    frappe.db.delete("Product", {"name": x})
    frappe.db.commit()  #> delete tabProduct
    frappe.new_doc("Log").insert()
""",
    "what another function has left open": """
@frappe.whitelist()  #> nothing
def touch(x):
    frappe.db.delete("Product", {"name": x})
    store()
    frappe.db.commit()  #> delete tabProduct, insert tabLog
def store():
    frappe.new_doc("Log").insert()
""",
    "another function commits what its caller did": """
@frappe.whitelist()  #> update tabTax
def touch(x):
    frappe.db.delete("Product", {"name": x})
    store()
    frappe.db.set_value("Tax", x, "a", 1)
def store():
    frappe.new_doc("Log").insert()
    frappe.db.commit()  #> delete tabProduct, insert tabLog
""",
    "each round, and what is noted of one that failed": """
@frappe.whitelist()  #> insert tabError Log
def touch(x):
    for one in frappe.get_all("Order"):
        try:
            frappe.db.set_value("Order", x, "a", 1)
            frappe.db.commit()  #> update tabOrder, insert tabError Log
        except Exception:
            frappe.db.rollback()
            frappe.log_error("x")
""",
    "a commit on some ways only": """
@frappe.whitelist()  #> update tabOrder, insert tabLog
def touch(x):
    frappe.db.set_value("Order", x, "a", 1)
    if x:
        frappe.db.commit()  #> update tabOrder
    frappe.new_doc("Log").insert()
""",
    "what is rolled back": """
@frappe.whitelist()  #> insert tabError Log
def touch(x):
    frappe.db.set_value("Order", x, "a", 1)
    frappe.db.rollback()
    frappe.log_error("x")
""",
    "what is rolled back to a savepoint": """
@frappe.whitelist()  #> update tabOrder, insert tabLog
def touch(x):
    frappe.db.set_value("Order", x, "a", 1)
    frappe.db.savepoint("here")
    try:
        frappe.new_doc("Log").insert()
    except Exception:
        frappe.db.rollback(save_point="here")
""",
    "a block that is a savepoint": """
from frappe.database.database import savepoint
@frappe.whitelist()  #> update tabOrder, insert tabLog
def touch(x):
    frappe.db.set_value("Order", x, "a", 1)
    with savepoint(catch=frappe.DuplicateEntryError):
        frappe.new_doc("Log").insert()
""",
    "a field that is set and committed": """
@frappe.whitelist()  #> insert tabLog
def touch(x):
    frappe.get_doc("Product", x).db_set("a", 1, commit=True)  #> update tabProduct
    frappe.new_doc("Log").insert()
""",
    "what truncates commits before and behind": """
@frappe.whitelist()  #> insert tabLog
def touch(x):
    frappe.db.delete("Product", {"name": x})
    frappe.db.truncate("Tax")  #> delete tabProduct | delete tabTax
    frappe.new_doc("Log").insert()
""",
    "what truncates where it is asked first": """
@frappe.whitelist()  #> nothing
def touch(x):
    if frappe.db.count("Log") > 1:
        frappe.db.truncate("Log")  #> delete tabLog
""",
    "what changes a table commits": """
@frappe.whitelist()  #> insert tabLog
def touch(x):
    frappe.db.delete("Product", {"name": x})
    frappe.db.sql_ddl("alter table `tabLog` drop column `a`")  #> delete tabProduct
    frappe.new_doc("Log").insert()
""",
    "an index is no transaction": """
def on_doctype_update():
    frappe.db.add_index("Log", ["a"])  #> no transaction
@frappe.whitelist()  #> insert tabLog
def touch(x):
    frappe.new_doc("Log").insert()
""",
    "a method of a document": """
# file: shop/shop/doctype/order/order.py
import frappe
from frappe.model.document import Document
class Order(Document):
    @frappe.whitelist()  #> update tabTax
    def go(self):
        self.db_set("a", 1)
        frappe.db.commit()  #> update tabOrder
        frappe.db.set_value("Tax", self.name, "a", 1)
""",
    "a job": """
@frappe.whitelist()  #> nothing
def touch(x):
    frappe.enqueue("shop.work.later", x=x, enqueue_after_commit=True)
def later(x):  #> insert tabLog
    frappe.db.delete("Product", {"name": x})
    frappe.db.commit()  #> delete tabProduct
    frappe.new_doc("Log").insert()
""",
    "a mail that is sent at once": """
@frappe.whitelist()  #> delete tabProduct, insert tabEmail Queue, insert tabEmail Queue Recipient, insert tabLog
def touch(x):
    frappe.db.delete("Product", {"name": x})
    mail(x)
    frappe.new_doc("Log").insert()
def mail(x):
    frappe.sendmail(recipients=[x], now=True)  #> {SENT} | update tabEmail Queue Recipient
""",
    "what hooks name commits nothing": """
# file: shop/hooks.py
doc_events = {"Log": {"on_update": "shop.calls.noted"}}
# file: shop/calls.py
import frappe
@frappe.whitelist()  #> insert tabLog, delete tabProduct, update tabTax
def touch(x):
    frappe.new_doc("Log").insert()
    frappe.db.set_value("Tax", x, "a", 1)
def noted(doc, method):
    frappe.db.delete("Product")
    store()
def store():
    frappe.db.commit()  #> no transaction
""",
}


@pytest.mark.parametrize("source", CASES.values(), ids=CASES)
def test_what_a_commit_ends(source: str) -> None:
    assert_touches(f"{APP}{IMPORTS}{source.replace('{SENT}', SENT)}")
