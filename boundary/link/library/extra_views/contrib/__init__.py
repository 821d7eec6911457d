"""More mixins."""
