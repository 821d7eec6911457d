"""Mutations made of forms."""
