"""Simple pages in a table."""
