"""What does Frappe note beside a document, unasked?  What has changed in it; and when it is deleted, what it was.

What it keeps of documents of every DocType goes with them.
"""

import frappe


def changed(doc):
    frappe.db.bulk_insert("Version", [], [])


def deleted(doc):
    frappe.db.delete("__Auth")
    frappe.db.delete("__global_search")
    frappe.db.delete("Tag Link")
    frappe.db.bulk_insert("Deleted Document", [], [])
    frappe.db.bulk_insert("Comment", [], [])


def renamed(doc):
    frappe.db.sql("update `__Auth` set name = %s", doc.name)
