"""The second factor of an account."""
