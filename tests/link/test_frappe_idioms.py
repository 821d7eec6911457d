"""Frappe as applications write it: each way to name, find, make and store documents touches what it says."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches
from tests.link.test_frappe import APP, GONE, IMPORTS, LOCKED

ORDER = f"update tabOrder, lock tabOrder, {LOCKED}"
NEW_ORDER = "insert tabOrder, insert tabRow, insert tabTax"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('frappe.new_doc("Order", note="x").run_method("on_submit")', "nothing"),
        ('frappe.get_doc("Order", {"note": x}).save()', ORDER),
        ('frappe.db.set_value("Log", {"a": x}, {"b": 1})', "update tabLog"),
        ('frappe.db.set_value(dt="Log", dn=x, field="a", val=1)', "update tabLog"),
        ('frappe.db.set_value(doctype="Log", name=x, field="a", val=1)', "update tabLog"),
        ('frappe.db.after_commit.add(lambda: frappe.db.delete("Log"))', "nothing"),
        ('frappe.db.before_commit.add(lambda: frappe.db.delete("Log"))', "delete tabLog"),
        ('doc = frappe.get_doc("Order", x)\n    for i, row in enumerate(doc.items):\n        row.db_set("a", i)',
         "update tabRow"),
        ('doc = frappe.get_doc("Order", x)\n    doc.get("items", {"a": 1})[0].db_set("a", 1)', "update tabRow"),
        ('doc = frappe.get_doc("Order", x)\n    for row in list(doc.items):\n        row.delete()',
         f"delete tabRow, {GONE}"),
        ('doc = frappe.get_doc("Order", x)\n    [row.db_update() for row in doc.items if row.product]',
         "update tabRow"),
        ('doc = frappe.get_doc("Order", x)\n    rows = {row.name: row for row in doc.items}\n    rows[x].db_update()',
         "update tabRow"),
        (('doc = frappe.get_doc("Order", x)\n    for field in ("items", "taxes"):\n'
          '        for row in doc.get(field):\n            row.db_update()'),
         "update tabRow, update tabTax"),
        ('frappe.get_cached_doc("Log", x).db_set("a", 1)', "update tabLog"),
        ('frappe.get_value("Log", x, "a", for_update=True)', "lock tabLog"),
        ('frappe.qb.from_("Log").select("a").for_update().run()', "lock tabLog"),
        ('frappe.get_doc("Log", x).reload().db_set("a", 1)', "update tabLog"),
        ('doc = frappe.get_doc("Log", x)\n    doc.load_from_db()\n    doc.db_set("a", 1)', "update tabLog"),
        ('from frappe.utils.background_jobs import enqueue\n    enqueue("shop.jobs.tidy", name=x)', "nothing"),
        ('frappe.enqueue(method="shop.jobs.tidy", name=x)', "nothing"),
        ('frappe.enqueue("shop.jobs.tidy", now=True, name=x)', "delete tabLog"),
        (('log = frappe.qb.DocType("Log")\n    rows = frappe.qb.from_(log).select("*").run()\n    if not rows:\n'
          '        return\n    frappe.qb.update(log).set(log.a, 1).run()'), "update tabLog"),
        ('frappe.enqueue("shop.jobs.tidy", now=frappe.flags.in_test, name=x)', "nothing"),
        ('frappe.enqueue_doc("Log", x, "delete", now=True)', f"delete tabLog, {GONE}"),
        ("from shop.jobs import tidy\n    frappe.enqueue(tidy, name=x)", "nothing"),
        ("from shop.jobs import tidy\n    frappe.call(tidy, name=x)", "delete tabLog"),
        ('frappe.call("shop.jobs.tidy", name=x)', "delete tabLog"),
        ('frappe.get_doc(dict(doctype="Log", a=1)).insert(ignore_permissions=True)', "insert tabLog"),
        ('args = {"doctype": "Log"}\n    args.update({"a": 1})\n    frappe.get_doc(args).insert()', "insert tabLog"),
        ('args = frappe._dict({"doctype": "Log"})\n    frappe.get_doc(args).insert()', "insert tabLog"),
        ('frappe.get_doc({**x, "doctype": "Log"}).insert()', "insert tabLog"),
        ('import json\n    doc = json.loads(x)\n    doc["doctype"] = "Log"\n    frappe.get_doc(doc).insert()',
         "insert tabLog"),
        ('for dt in ("Log", "Tax"):\n        frappe.db.delete(dt)', "delete tabLog, delete tabTax"),
        ('for dt, field in (("Log", "a"), ("Tax", "b")):\n        frappe.db.set_value(dt, x, field, 1)',
         "update tabLog, update tabTax"),
        ('for dt in ["Log", "Tax"]:\n        for d in frappe.get_all(dt):\n            frappe.delete_doc(dt, d.name)',
         f"delete tabLog, delete tabTax, {GONE}"),
        ('frappe.db.sql("""delete from `tabLog` where a = %(a)s""", {"a": x})', "delete tabLog"),
        ('frappe.db.sql(f"update `tab{"Log"}` set a = 1")', "update tabLog"),
        ('dt = "Log"\n    frappe.db.sql("update `tab%s` set a = %s" % (dt, "%s"), x)', "update tabLog"),
        ('frappe.db.sql("update `tab{0}` set a = 1".format("Log"))', "update tabLog"),
        ('frappe.db.multisql({"mariadb": "update `tabLog` set a = 1", "postgres": "update \\"tabLog\\" set a = 1"})',
         "update tabLog"),
        ('from frappe.model.naming import getseries\n    getseries("a", 2)',
         "update tabSeries, insert tabSeries, lock tabSeries"),
        ('doc = frappe.new_doc("Order")\n    doc.append("items", {"a": 1})\n    doc.save()', NEW_ORDER),
        ('doc = frappe.new_doc("Order")\n    doc.extend("items", [{"a": 1}])\n    doc.insert()', NEW_ORDER),
        ('doc = frappe.new_doc("Order")\n    doc.set("items", [])\n    doc.insert().add_comment("Comment", x)',
         f"{NEW_ORDER}, insert tabComment"),
        ('frappe.get_single("Settings").db_set("auto", 1)', "delete tabSingles, insert tabSingles"),
        ('s = frappe.get_doc("Settings")\n    s.auto = 1\n    s.save()', "delete tabSingles, insert tabSingles"),
        ('frappe.db.set_default("a", 1)', "delete tabDefaultValue, insert tabDefaultValue"),
        ("frappe.sendmail(recipients=[x])", "insert tabEmail Queue, insert tabEmail Queue Recipient"),
        ('frappe.log_error("x")', "insert tabError Log"),
        (('try:\n        frappe.get_doc("Log", x).save()\n    except frappe.ValidationError:\n'
          '        frappe.db.rollback()\n        frappe.log_error()'),
         "update tabLog, lock tabLog, insert tabError Log"),
        ('frappe.flags.x = 1\n    if frappe.flags.x:\n        frappe.db.delete("Log")', "delete tabLog"),
        ('frappe.has_permission("Log", throw=True)\n    frappe.only_for("System Manager")\n    frappe.db.delete("Log")',
         "delete tabLog"),
        ('if not frappe.session.user:\n        frappe.throw("x")\n    frappe.db.delete("Log")', "delete tabLog"),
        ('frappe.get_last_doc("Log").delete()', f"delete tabLog, {GONE}"),
        ('frappe.delete_doc_if_exists("Log", x)', f"delete tabLog, {GONE}"),
        ('frappe.get_meta("Log").has_field("a")\n    frappe.db.delete("Log")', "delete tabLog"),
        ('import frappe.share\n    frappe.share.add("Log", x, user=x)', "insert tabDocShare"),
        ('from frappe.desk.form.assign_to import add\n    add({"doctype": "Log", "name": x})', "insert tabToDo"),
        ('from frappe.model.workflow import apply_workflow\n    apply_workflow(frappe.get_doc("Log", x), "y")',
         "update tabLog, lock tabLog"),
        ('from frappe.utils.file_manager import save_file\n    save_file("a", "b", "Log", x)',
         "insert tabFile, insert tabComment"),
        ('from frappe.permissions import add_user_permission\n    add_user_permission("Log", x, x)',
         "insert tabUser Permission, insert tabPermission Log"),
        ('from frappe.core.doctype.communication.email import make\n    make(doctype="Log", name=x)',
         "insert tabCommunication, insert tabCommunication Link"),
        ('from frappe.model.delete_doc import delete_doc\n    delete_doc("Log", x)', f"delete tabLog, {GONE}"),
        ('from frappe.model.rename_doc import rename_doc\n    rename_doc("Log", x, "y")',
         "update tabLog, update __Auth"),
        (('from frappe.query_builder import DocType\n    log = DocType("Log")\n'
          '    (frappe.qb.update(log).set(log.a, 1).where(log.b == x)).run()'),
         "update tabLog"),
        (('Log = frappe.qb.DocType("Log")\n    query = frappe.qb.from_(Log).select(Log.a)\n    if x:\n'
          '        query = query.where(Log.b == x)\n'
          '    for row in query.run(as_dict=True):\n        frappe.db.delete("Tax", row.name)'),
         "delete tabTax, read tabLog"),
        ('frappe.db.bulk_update("Log", {x: {"a": 1}})', "update tabLog"),
        ('frappe.db.delete("Log", filters={"a": x}, debug=True)', "delete tabLog"),
        ('frappe.get_all("Log", filters={"a": x}, pluck="name")\n    frappe.db.delete("Tax")',
         "read tabLog, delete tabTax"),
        (('for name in frappe.get_all("Log", pluck="name"):\n        doc = frappe.get_doc("Log", name)\n'
          '        doc.a = 1\n        doc.save()'),
         "update tabLog, lock tabLog"),
        ('doc = frappe.get_doc("Log", x)\n    getattr(doc, "save")()', "update tabLog, lock tabLog"),
        ('doc = frappe.get_doc("Log", x) if x else frappe.new_doc("Log")\n    doc.save()',
         "update tabLog, lock tabLog, insert tabLog"),
        ('doc = frappe.get_doc("Log", x) if x else frappe.get_doc({"doctype": "Log"}).insert()\n    doc.db_set("a", 1)',
         "insert tabLog, update tabLog"),
        ('_save(frappe.get_doc("Log", x))', "update tabLog, lock tabLog"),
    ],
)  # fmt: skip
def test_a_way_to_say_it(body: str, expected: str) -> None:
    assert_touches(f"""{APP}{IMPORTS}
def _save(doc):
    doc.save()
@frappe.whitelist()  #> {expected}
def touch(x):
    {body}
# file: shop/jobs.py
import frappe
def tidy(name):
    frappe.db.delete("Log")
""")
