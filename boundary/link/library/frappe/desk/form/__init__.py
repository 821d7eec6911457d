"""What is in `frappe.desk.form`?  What is attached to a document."""
