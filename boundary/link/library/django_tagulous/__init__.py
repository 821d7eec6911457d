"""django-tagulous by its newer name."""
