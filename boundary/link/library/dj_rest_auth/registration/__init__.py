"""Sign-ups by an API, as django-allauth does them."""
