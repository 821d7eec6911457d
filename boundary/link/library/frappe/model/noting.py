"""What does Frappe note beside a document, unasked?  What has changed in it; and when it is deleted, what it was.

What it keeps of documents of every DocType goes with them. What permits something is noted; users share their own, new
ones have settings; what a file is attached to has a comment that says so.
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


def permitted(doc):
    frappe.db.bulk_insert("Permission Log", [], [])


def shared(doc):
    if __unknown__:  # what was shared before
        frappe.db.set_value("DocShare", doc.name, "write", 1)
    else:
        frappe.db.bulk_insert("DocShare", [], [])


def welcomed(user):
    frappe.db.bulk_insert("Notification Settings", [], [])


def attached(file):
    if __unknown__:  # to a document
        frappe.db.bulk_insert("Comment", [], [])


def renamed(doc):
    frappe.db.sql("update `__Auth` set name = %s", doc.name)
