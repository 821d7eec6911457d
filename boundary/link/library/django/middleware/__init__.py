"""Django's own middleware."""
