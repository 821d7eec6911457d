"""What is in `frappe.desk.doctype.notification_log`?  What lies beside this."""
