"""Tokens of an API, of which each user has several."""
