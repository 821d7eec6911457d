"""What is in `frappe.custom.doctype`?  What lies beside this."""
