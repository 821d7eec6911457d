"""What do sessions of this engine do? They touch no table."""

from django.contrib.sessions.backends.base import SessionBase


class SessionStore(SessionBase):
    pass
