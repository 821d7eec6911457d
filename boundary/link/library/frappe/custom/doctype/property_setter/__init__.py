"""What is in `frappe.custom.doctype.property_setter`?  What lies beside this."""
