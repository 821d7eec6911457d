"""Django, as far as it calls back into applications."""
