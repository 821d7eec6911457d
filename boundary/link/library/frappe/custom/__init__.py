"""What is in `frappe.custom`?  What lies beside this."""
