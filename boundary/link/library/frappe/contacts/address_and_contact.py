"""What do addresses and contacts do with the documents that they belong to?  They go with them."""

import frappe


def load_address_and_contact(doc, key=None):
    frappe.get_list("Address")
    frappe.get_list("Contact")


def delete_contact_and_address(doctype, docname):
    for parent in ("Contact", "Address"):
        for name in frappe.db.get_values("Dynamic Link", {"link_doctype": doctype}):
            doc = frappe.get_doc(parent, name)
            if __unknown__:
                doc.delete()
            else:
                doc.save()
