"""The applications that come with Django."""
