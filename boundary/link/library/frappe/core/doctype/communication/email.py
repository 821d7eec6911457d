"""What does sending a message about a document store?  The message."""

import frappe


def make(doctype=None, name=None, content=None, subject=None, *args, **kwargs):
    frappe.new_doc("Communication").insert()
    return {"name": __unknown__}
