"""What is in `frappe.custom.doctype.custom_field`?  What lies beside this."""
