"""Resources of an API, settings kept in a table, extensions: what Review Board is made of."""
