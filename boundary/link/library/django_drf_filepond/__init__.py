"""Uploads of django-drf-filepond: temporary ones, and those that were kept."""
