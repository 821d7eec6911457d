"""What does telling users of something store?  A note for each, at once or in the background."""

import frappe


def make_notification_logs(doc, users):
    for user in users:
        frappe.new_doc("Notification Log").insert()
        if __unknown__:
            frappe.new_doc("Notification Settings").insert()


def enqueue_create_notification(users, doc):
    frappe.enqueue(make_notification_logs, doc=doc, users=users)
