"""Rows that are marked as deleted."""
