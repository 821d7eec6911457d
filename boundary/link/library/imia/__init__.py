"""Whose request is it, as imia says?  What the project's provider of users finds, as `request.auth.user`."""

from starlette.requests import HTTPConnection


class UserProvider:
    def find_by_id(self, connection, identifier):
        return __unknown__

    def find_by_username(self, connection, username_or_email):
        return __unknown__

    def find_by_token(self, connection, token):
        return __unknown__


class UserToken:
    def __init__(self, user, state=None):
        self._user = user

    def __bool__(self):
        return self.is_authenticated

    @property
    def is_authenticated(self):
        return __unknown__

    @property
    def user(self):
        return self._user


class BaseAuthenticator:
    def __init__(self, user_provider, **kwargs):
        self.user_provider = user_provider

    def authenticate(self, connection):
        return None


class SessionAuthenticator(BaseAuthenticator):
    def authenticate(self, connection):
        return self.user_provider.find_by_id(connection, __unknown__)


class HTTPBasicAuthenticator(BaseAuthenticator):
    def authenticate(self, connection):
        return self.user_provider.find_by_username(connection, __unknown__)


class TokenAuthenticator(BaseAuthenticator):
    def authenticate(self, connection):
        return self.user_provider.find_by_token(connection, __unknown__)


class BearerAuthenticator(TokenAuthenticator): ...


class APIKeyAuthenticator(TokenAuthenticator): ...


class AuthenticationMiddleware:
    def __init__(self, app, authenticators, **kwargs):
        self.app = app
        for authenticator in authenticators:
            HTTPConnection.auth = UserToken(authenticator.authenticate(HTTPConnection()))


class LoginManager:
    def __init__(self, user_provider, password_verifier, secret_key):
        self._provider = user_provider

    def login(self, request, username, password):
        return UserToken(self._provider.find_by_username(request, username))

    def logout(self, request):
        pass


def login_user(request, user, secret_key):
    return UserToken(user)
