"""What do permissions store?  Those that users have been given."""

import frappe


def has_permission(doctype, ptype="read", doc=None, *args, **kwargs):
    return __unknown__


def add_user_permission(doctype, name, user, *args, **kwargs):
    return frappe.new_doc("User Permission").insert()


def remove_user_permission(doctype, name, user):
    frappe.delete_doc("User Permission", name)


def add_permission(doctype, role, permlevel=0, ptype=None):
    frappe.new_doc("Custom DocPerm").insert()


def update_permission_property(doctype, role, permlevel, ptype, value=None, *args, **kwargs):
    frappe.db.set_value("Custom DocPerm", role, ptype, value)
