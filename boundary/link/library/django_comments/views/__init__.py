"""Views of comments."""
