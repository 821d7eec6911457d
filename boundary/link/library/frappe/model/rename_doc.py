"""What does a document's new name change?  Whatever links to it, too."""

import frappe


def rename_doc(doctype=None, old=None, new=None, *args, **kwargs):
    frappe.get_doc(doctype, old).rename(new)
    return __unknown__
