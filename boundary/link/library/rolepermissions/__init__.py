"""django-role-permissions: groups of users that a class describes."""
