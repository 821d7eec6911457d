"""Tokens sent by mail."""
