"""Who tells an application of Starlette whose request it is?  Its backend, before each request."""


class AuthenticationBackend:
    __entry_points__ = {"authenticate": "middleware"}

    def authenticate(self, conn):
        return None


class AuthCredentials:
    def __init__(self, scopes=None):
        self.scopes = []


class BaseUser:
    pass


class SimpleUser(BaseUser):
    pass


class UnauthenticatedUser(BaseUser):
    pass


def requires(scopes, status_code=403, redirect=None):
    def decorator(function):
        return function

    return decorator
