"""What is in `frappe.desk`?  What forms show beside a document."""
