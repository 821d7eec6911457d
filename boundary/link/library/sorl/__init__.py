"""Thumbnails."""
