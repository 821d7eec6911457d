"""Blocks of Open edX."""
