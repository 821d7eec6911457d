"""Serializers of django-rest-polymorphic: of several models at once."""
