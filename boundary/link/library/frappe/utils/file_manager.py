"""What does storing a file do?  Frappe has a document for it."""

import frappe


def save_file(fname, content, dt, dn, folder=None, decode=False, is_private=0, df=None):
    return frappe.new_doc("File").insert()


def remove_all(dt, dn, from_delete=False, delete_permanently=False):
    for name in frappe.get_all("File", filters={"attached_to_doctype": dt}):
        frappe.delete_doc("File", name)
