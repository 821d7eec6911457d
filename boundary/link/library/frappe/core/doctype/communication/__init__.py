"""What is in `frappe.core.doctype.communication`?  What lies beside this."""
