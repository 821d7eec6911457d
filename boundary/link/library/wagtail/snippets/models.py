"""What does a registered snippet become?  It stays the class that it is."""


def register_snippet(registerable, viewset=None):
    return registerable
