"""A log of the transitions of django-fsm."""
