"""Frappe: DocTypes, documents, its database, hooks."""
