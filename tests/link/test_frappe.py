"""Frappe: DocTypes by their names, with rows in tables; hooks run beside them; what clients call is a transaction."""

from __future__ import annotations

import json

import pytest

from tests.link.linking import assert_tables, assert_touches


def doctype(name: str, *fields: str, **said: object) -> str:
    """A file of a DocType; a field is `name Kind` or `name Kind Target`."""
    scrubbed = name.lower().replace(" ", "_").replace("-", "_")
    named = [field.split(maxsplit=2) for field in fields]
    held = [{"fieldname": one[0], "fieldtype": one[1], "options": "".join(one[2:])} for one in named]
    text = json.dumps({"doctype": "DocType", "name": name, "fields": held, **said})
    return f"# file: shop/shop/doctype/{scrubbed}/{scrubbed}.json\n{text}\n"


APP = "".join(
    [
        doctype("Order", "customer Link Customer", "items Table Row", "taxes Table Tax", "note Data", is_submittable=1),
        doctype("Row", "product Link Product", istable=1),
        doctype("Tax", istable=1),
        doctype("Customer", "name Data", autoname="CUST-.####"),
        doctype("Product", "parent_product Link Product"),
        doctype("Settings", "auto Check", issingle=1),
        doctype("Log"),
        doctype("Kept", "order Link Order", "kind Select Log\nTax", track_changes=1),
        doctype("Shown", is_virtual=1),
        doctype("Secret", "key Password"),
    ]
)
IMPORTS = """# file: shop/models.py
# file: shop/work.py
import frappe
from frappe.model.document import Document
from frappe.model.mapper import get_mapped_doc
from frappe.model.naming import make_autoname
"""
LOCKED = ", ".join(f"{op} tab{name}" for name in ("Row", "Tax") for op in ("insert", "update", "delete", "lock"))
GONE = "delete __Auth, delete __global_search, delete tabTag Link, insert tabDeleted Document, insert tabComment"


def test_tables() -> None:
    two = doctype("Sales Order") + "# file: shop/shop/doctype/sales_order/sales_order.py\nclass SalesOrder: ...\n"
    names = ("Customer", "Kept", "Log", "Order", "Product", "Row", "Sales Order", "Secret", "Tax")
    assert_tables(f"{APP}{two}{IMPORTS}", "tabSingles", *(f"tab{name}" for name in names))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('frappe.new_doc("Log").insert()', "insert tabLog"),
        ('frappe.get_doc({"doctype": "Log", "text": "x"}).save()', "insert tabLog"),
        ('frappe.get_doc(doctype="Log", text="x").insert()', "insert tabLog"),
        ('frappe.get_doc("Log", x).save()', "update tabLog, lock tabLog"),
        ('frappe.get_doc("Order", x).save()', f"update tabOrder, lock tabOrder, {LOCKED}"),
        ('frappe.get_doc("Order", x).items[0].db_set("qty", 1)', "update tabRow"),
        ('for row in frappe.get_doc("Order", x).get("items"):\n        row.db_update()', "update tabRow"),
        ('order = frappe.new_doc("Order")\n    order.append("items", {}).db_insert()', "insert tabRow"),
        ('for row in frappe.get_doc("Order", x).taxes:\n        frappe.db.set_value(row.doctype, row.name, "x", 1)',
         "update tabTax"),
        ('frappe.get_doc("Log", x).db_set("text", "y")', "update tabLog"),
        ('frappe.get_doc("Log", x).delete()', f"delete tabLog, {GONE}"),
        ('frappe.delete_doc("Tax", x)', f"delete tabTax, {GONE}"),
        ('frappe.get_doc("Settings").save()', "delete tabSingles, insert tabSingles"),
        ('frappe.db.set_value("Settings", None, "auto", 1)', "delete tabSingles, insert tabSingles"),
        ('frappe.db.set_single_value("Settings", "auto", 1)', "delete tabSingles, insert tabSingles"),
        ('frappe.db.get_single_value("Settings", "auto")', "read tabSingles, nothing"),
        ('frappe.get_doc("Shown", x).save()', "nothing"),
        ('frappe.new_doc("Secret").insert()', "insert tabSecret, insert __Auth"),
        ('frappe.get_doc("Kept", x).save()', "update tabKept, lock tabKept, insert tabVersion"),
        ('frappe.new_doc("Customer").insert()',
         "insert tabCustomer, update tabSeries, insert tabSeries, lock tabSeries"),
        ('make_autoname("hash")', "nothing"),
        ('make_autoname("X-.####")', "update tabSeries, insert tabSeries, lock tabSeries"),
        ('frappe.copy_doc(frappe.get_doc("Log", x)).insert()', "insert tabLog"),
        ('get_mapped_doc("Log", x, {"Log": {"doctype": "Product"}}).insert()', "insert tabProduct"),
        ('frappe.get_doc(frappe.get_doc("Log", x).as_dict()).insert()', "insert tabLog"),
        ('x.doctype = "Log"\n    frappe.get_doc(x).insert()', "insert tabLog"),
        ('x["doctype"] = "Log"\n    frappe.get_doc(x).insert()', "insert tabLog"),
        ('x = frappe._dict(a=1)\n    x.update({"doctype": "Log"})\n    frappe.get_doc(x).insert()', "insert tabLog"),
        ('frappe.get_doc(x.update({"doctype": "Log"})).insert()', "insert tabLog"),
        ('frappe.db.set_value(frappe.get_doc("Kept", x).kind, x, "y", 1)', "update tabLog, update tabTax"),
        ('frappe.get_doc({"doctype": "Contact", "email_ids": []}).insert()',
         "insert tabContact, insert tabDynamic Link, insert tabContact Email, insert tabContact Phone"),
        ('frappe.new_doc("Event").insert()',
         "insert tabEvent, insert tabEvent Participants, update tabSeries, insert tabSeries, lock tabSeries"),
        ('frappe.get_doc("System Settings").save()', "delete tabSingles, insert tabSingles"),
        ('frappe.db.set_value("Product", x, "price", 1)', "update tabProduct"),
        ('if frappe.db.exists("Product", x):\n        frappe.db.delete("Log", {"text": x})',
         "read tabProduct, delete tabLog"),
        ('frappe.db.get_value("Product", x, "price", for_update=True)', "lock tabProduct"),
        ('frappe.db.bulk_insert("Log", ["text"], [["x"]])', "insert tabLog"),
        ('frappe.db.delete("__global_search", {"name": x})', "delete __global_search"),
        ('log = frappe.qb.DocType("Log")\n    frappe.db.delete(log, filters=(log.a == x))', "delete tabLog"),
        ('frappe.db.sql("update `tabLog` set text = %s", x)', "update tabLog"),
        ('for x in frappe.get_all("Order", fields=["customer.name", "`tabRow`.qty"]):\n        frappe.db.delete("Log")',
         "read tabOrder, read tabCustomer, read tabRow, delete tabLog"),
        ('log = frappe.qb.DocType("Log")\n    frappe.qb.update(log).set(log.text, 1).where(log.name == x).run()',
         "update tabLog"),
        ('row = frappe.qb.DocType("Row")\n    frappe.qb.from_("Log").left_join(row).on(row.a == x).delete().run()',
         "delete tabLog, read tabRow"),
        ('frappe.qb.into("Log").columns("text").insert("x").run()', "insert tabLog"),
        ('frappe.rename_doc("Product", x, "y")', "update tabProduct, update tabRow, update __Auth, no read tabOrder"),
        ('frappe.set_value("Log", x, "text", "y")', "update tabLog, lock tabLog"),
        ('frappe.get_doc("Product", x).add_comment("Comment", "x")', "insert tabComment"),
        ('frappe.enqueue("shop.jobs.tidy", name=x)', "nothing"),
        ('frappe.get_doc("Elsewhere", x).db_set("x", 1)', "update tabElsewhere"),
        ('frappe.db.set_value("Lo" + "g", x, "y", 1)\n    frappe.db.set_value("Else" + "where", x, "y", 1)',
         "update tabLog"),
    ],
)  # fmt: skip
def test_what_is_touched(body: str, expected: str) -> None:
    assert_touches(f"""{APP}{IMPORTS}
@frappe.whitelist()  #> {expected}
def touch(x):
    {body}
# file: shop/jobs.py
import frappe
def tidy(name):
    frappe.db.delete("Log")
""")


def test_methods_and_hooks_run_beside() -> None:
    assert_touches(f"""{APP}
# file: shop/shop/doctype/order/order.py
import frappe
from shop.selling import Selling
class Order(Selling):
    def validate(self):
        self.check()
    def on_submit(self):
        super().on_submit()
        self.append("items", {{}}).db_insert()
    def on_trash(self):
        frappe.db.delete("Log", {{"order": self.name}})
    def before_insert(self):
        self.note = "x"
    @frappe.whitelist()  #> update tabOrder
    def close(self):
        if self.note:
            raise ValueError
        self.db_set("status", "Closed")
# file: shop/selling.py
import frappe
from frappe.model.document import Document
class Selling(Document):
    def check(self):
        if not frappe.db.exists("Customer", self.customer):
            frappe.throw("missing")
    def on_submit(self):
        for row in self.items:
            frappe.db.set_value("Product", row.product, "left", 1)
# file: shop/hooks.py
ORDERS = ("Order", "Kept")
doc_events = {{
    "Order": {{"on_submit": "shop.events.noted"}},
    ("Log", "Product"): {{("on_update", "on_trash"): ["shop.events.noted"]}},
    tuple(ORDERS): {{"on_cancel": "shop.events.noted"}},
}}
override_doctype_class = {{"Log": "shop.overrides.OwnLog"}}
scheduler_events = {{"daily": ["shop.events.tidy"], "cron": {{"0 * * * *": ["shop.events.sync"]}}}}
ready = ["shop.events.prepared"]
# file: shop/overrides.py
import frappe
from frappe.model.document import Document
class OwnLog(Document):
    def before_insert(self):
        frappe.db.set_value("Customer", self.customer, "seen", 1)
# file: shop/events.py
import frappe
def noted(doc, method):
    frappe.db.bulk_insert("Kept", [], [])
def tidy():  #> delete tabLog
    frappe.db.delete("Log")
def sync():  #> update tabProduct
    frappe.enqueue("shop.events.later", queue="long", name="x")
    frappe.db.set_value("Product", "x", "y", 1)
def later(name):  #> delete tabTax
    frappe.db.delete("Tax", name)
def prepared(name):
    frappe.db.delete("Secret", name)
# file: shop/models.py
# file: shop/work.py
import frappe
@frappe.whitelist()  #> {_stored("Order", "Row", "Tax")}, update tabProduct, insert tabKept
def submit(name):
    frappe.get_doc("Order", name).submit()
@frappe.whitelist()  #> {_stored("Order", "Row", "Tax")}, insert tabKept
def cancel(name):
    frappe.get_doc("Order", name).cancel()
@frappe.whitelist()  #> delete tabOrder, delete tabRow, delete tabTax, delete tabLog, {GONE}
def delete(name):
    frappe.delete_doc("Order", name)
@frappe.whitelist()  #> insert tabLog, insert tabKept, update tabCustomer
def log():
    frappe.new_doc("Log").insert()
@frappe.whitelist()  #> delete tabSecret
def ready(name):
    for dotted in frappe.get_hooks("ready"):
        frappe.call(dotted, name=name)
@frappe.whitelist()  #> delete tabSecret
def got(name):
    frappe.get_attr("shop.events.prepared")(name)
@frappe.whitelist()  #> nothing
def queued(name):
    frappe.enqueue_doc("Order", name, "close", queue="long")
    frappe.get_doc("Order", name).queue_action("submit")
""")


def _stored(name: str, *children: str) -> str:
    """What saving a document that is there writes."""
    of_rows = [f"{op} tab{child}" for child in children for op in ("insert", "update", "delete", "lock")]
    return ", ".join([f"update tab{name}", f"lock tab{name}", *of_rows])


def test_calls_of_clients_are_transactions() -> None:
    scan = assert_touches(f"""{APP}
# file: shop/shop/doctype/log/log.py
from frappe.model.document import Document
class Log(Document):  #> insert tabLog | update tabLog, lock tabLog | delete tabLog, {GONE}
    pass
{IMPORTS}""")
    entered = {one.name for one in scan.entry_points if one.kind == "rpc"}
    assert {"Order.submit", "Order.cancel", "Log.insert", "Settings.save"} <= entered
    assert not {"Log.submit", "Row.insert", "Settings.insert", "Shown.save"} & entered


def test_a_doctype_that_is_not_known_is_a_blind_spot() -> None:
    scan = assert_touches(f"""{APP}{IMPORTS}
@frappe.whitelist()  #> nothing
def touch(x, y):
    frappe.get_doc(x, y).save()
    frappe.db.set_value(x, y, "z", 1)
    frappe.db.get_value(x, y)
""")
    reasons = {one.reason for transaction in scan.transactions for one in transaction.blind_spots}
    assert reasons == {
        "a document is stored whose DocType is not known",
        "rows are changed whose DocType is not known",
    }


def test_callers_are_told_apart_by_the_doctype() -> None:
    assert_touches(f"""{APP}{IMPORTS}
def close(dt, name):
    put(dt, name, "closed")
def put(kind, name, value):
    frappe.db.set_value(kind, name, "status", value)
@frappe.whitelist()  #> update tabOrder
def orders(x):
    close("Order", x)
@frappe.whitelist()  #> update tabProduct
def products(x):
    close("Product", x)
""")


def test_statements_that_dicts_are_filled_into() -> None:
    assert_touches(f"""{APP}
# file: shop/shop/doctype/order/order.py
import frappe
from frappe.model.document import Document
class Order(Document):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.updater = [
            {{"target": "Product", "field": "left", "above": "Customer", "source": "Row"}},
            {{"target": "Log", "field": "seen", "above": "Kept", "source": "Tax"}},
        ]
        if self.extra:
            self.updater.extend([{{"target": "Secret", "field": "told", "above": "Tax", "source": "Row"}}])
    @frappe.whitelist()  #> {_stored_each("Product", "Customer", "Log", "Kept", "Secret", "Tax")}
    def count(self):
        for args in self.updater:
            args["condition"] = " or x"
            self.count_rows(args)
            self.count_above(args)
    def count_rows(self, args):
        args["detail"] = self.name
        frappe.db.sql("update `tab{{target}}` set {{field}} = 1 where name = '{{detail}}'".format(**args))
    def count_above(self, args):
        args["name"] = self.name
        self.put_above(args)
    def put_above(self, args):
        frappe.db.sql("update `tab{{above}}` set {{field}} = 1 where name = '{{name}}'".format(**args))
{IMPORTS}""")  # noqa: S608 - nobody executes it


def _stored_each(*names: str) -> str:
    """An update of each of these."""
    return ", ".join(f"update tab{name}" for name in names)
