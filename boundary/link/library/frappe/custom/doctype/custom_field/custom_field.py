"""What does giving a DocType another field store?  A document that says so."""

import frappe


def create_custom_field(doctype, df, ignore_validate=False, is_system_generated=True):
    return frappe.new_doc("Custom Field").insert()


def create_custom_fields(custom_fields, ignore_validate=False, update=True):
    if __unknown__:
        frappe.new_doc("Custom Field").insert()
    else:
        frappe.get_doc("Custom Field", __unknown__).save()


def create_custom_field_if_values_exist(doctype, df):
    create_custom_field(doctype, df)
