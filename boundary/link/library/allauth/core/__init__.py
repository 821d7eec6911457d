"""What all parts of django-allauth share."""
