"""Django's small tools."""
