"""Nested viewsets."""
