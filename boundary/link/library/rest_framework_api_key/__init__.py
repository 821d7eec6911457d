"""Keys of the API in a table."""
