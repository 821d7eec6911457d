"""Serializers of models with translations."""
