"""What do ormar's names mean?  Models with their tables, querysets, rows and relations."""
