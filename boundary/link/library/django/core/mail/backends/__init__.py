"""Mail backends."""
