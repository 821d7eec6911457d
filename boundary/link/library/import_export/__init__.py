"""Rows that django-import-export reads from files and writes to them."""
