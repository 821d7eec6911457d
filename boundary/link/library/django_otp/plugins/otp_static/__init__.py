"""Tokens that are there to be used once."""
