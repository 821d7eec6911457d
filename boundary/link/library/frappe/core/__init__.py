"""What is in `frappe.core`?  What lies beside this."""
