"""What is in `frappe.website`?  What lies beside this."""
