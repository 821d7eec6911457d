"""What is in `frappe.core.doctype`?  What lies beside this."""
