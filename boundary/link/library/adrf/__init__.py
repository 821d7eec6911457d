"""Views of Django REST framework that are awaited: each is what its namesake there is."""
