"""What is in `frappe.contacts`?  What lies beside this."""
