"""Keys instead of tokens."""
