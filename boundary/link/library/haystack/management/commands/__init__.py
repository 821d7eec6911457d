"""Commands that index all rows."""
