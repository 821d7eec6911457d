"""What does changing a property of a DocType store?  A document that says so, in the place of those before it."""

import frappe


def make_property_setter(doctype, fieldname, property, value, property_type, *args, **kwargs):
    delete_property_setter(doctype, property, fieldname)
    return frappe.new_doc("Property Setter").insert()


def delete_property_setter(doc_type, property=None, field_name=None, row_name=None):
    for name in frappe.db.get_values("Property Setter", {"doc_type": doc_type}):
        frappe.get_doc("Property Setter", name).delete()
