"""What is in `frappe.model`?  See `document.py`."""
