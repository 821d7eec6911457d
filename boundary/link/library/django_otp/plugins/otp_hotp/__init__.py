"""Tokens of a counter."""
