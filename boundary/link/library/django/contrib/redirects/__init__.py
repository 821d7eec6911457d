"""Redirects in a table."""
