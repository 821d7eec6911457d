"""Mutations made of serializers."""
