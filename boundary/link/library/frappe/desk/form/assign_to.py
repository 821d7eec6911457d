"""What does assigning a document store?  Something to do for somebody."""

import frappe


def add(args=None, *, ignore_permissions=False):
    frappe.new_doc("ToDo").insert()


def remove(doctype, name, assign_to, ignore_permissions=False):
    frappe.get_doc("ToDo", name).save()


def clear(doctype, name, ignore_permissions=False):
    frappe.get_doc("ToDo", name).save()


def close_all_assignments(doctype, name, ignore_permissions=False):
    frappe.get_doc("ToDo", name).save()
