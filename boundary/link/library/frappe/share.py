"""What does sharing a document store?  Who it is shared with."""

import frappe


def add(doctype, name, user=None, *args, **kwargs):
    doc = frappe.new_doc("DocShare")
    return doc.insert()


def add_docshare(doctype, name, user=None, *args, **kwargs):
    return add(doctype, name, user)


def remove(doctype, name, user, flags=None):
    frappe.delete_doc("DocShare", name)


def set_permission(doctype, name, user, permission_to, value=1, everyone=0):
    return add(doctype, name, user)
