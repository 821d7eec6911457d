"""Resources of an API: each is a table with views of its own."""
