"""Tokens of the time."""
