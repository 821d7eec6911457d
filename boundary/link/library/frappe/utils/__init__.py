"""What is in `frappe.utils`?  Values of which nothing is known, but for what lies beside this."""
