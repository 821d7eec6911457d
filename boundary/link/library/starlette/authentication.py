"""Who is asked who sends a request?  Each of them, before any view is."""


class AuthenticationBackend:
    __entry_points__ = {"authenticate": "middleware"}

    async def authenticate(self, conn): ...
