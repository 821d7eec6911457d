"""What is in `frappe.database`?  See `database.py`."""
