"""What does the middleware that asks who it is keep on the request?  Credentials, and the user of the backend."""

from starlette.authentication import UnauthenticatedUser
from starlette.requests import HTTPConnection


class AuthenticationMiddleware:
    def __init__(self, app, backend, on_error=None):
        self.app = app
        found = backend.authenticate(HTTPConnection())
        if found is not None:
            HTTPConnection.auth = found[0]
            HTTPConnection.user = found[1]
        else:
            HTTPConnection.user = UnauthenticatedUser()
