"""Views that complete what is typed."""
