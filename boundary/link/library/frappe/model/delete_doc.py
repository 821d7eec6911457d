"""What does a deletion by name do?  What the document's own does."""

import frappe


def delete_doc(doctype=None, name=None, *args, **kwargs):
    frappe.get_doc(doctype, name).delete()
