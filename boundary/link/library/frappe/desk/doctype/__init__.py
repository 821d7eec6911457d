"""What is in `frappe.desk.doctype`?  What lies beside this."""
