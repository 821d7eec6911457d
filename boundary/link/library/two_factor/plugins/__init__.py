"""Ways to get a token."""
