"""Tokens of the API in a table."""
