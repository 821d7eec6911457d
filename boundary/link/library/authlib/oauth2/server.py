"""What does a server of OAuth 2 ask for and keep?  Clients, and what the grants of the application do with tokens."""

from authlib.oauth2.rfc6749 import OAuth2Request


class AuthorizationServer:
    def __init__(self, app=None, query_client=None, save_token=None):
        self._query_client = query_client
        self._save_token = save_token

    def init_app(self, app, query_client=None, save_token=None):
        self._query_client = query_client
        self._save_token = save_token

    def query_client(self, client_id):
        return self._query_client(client_id)

    def save_token(self, token, request):
        return self._save_token(token, request)

    def register_grant(self, grant_cls, extensions=None):
        self._grant = grant_cls

    def register_endpoint(self, endpoint):
        self._endpoint = endpoint

    def register_extension(self, extension):
        pass

    def send_signal(self, name, *args, **kwargs):
        pass

    def _request(self):
        return OAuth2Request()

    def get_consent_grant(self, request=None, end_user=None):
        grant = self._grant(self._request(), self)
        grant.validate_authorization_request()
        return grant

    validate_consent_request = get_consent_grant

    def create_authorization_response(self, request=None, grant_user=None, grant=None):
        grant = self._grant(self._request(), self)
        grant.validate_authorization_request()
        grant.create_authorization_response(__unknown__, grant_user)
        return __unknown__

    def create_token_response(self, request=None):
        grant = self._grant(self._request(), self)
        grant.validate_token_request()
        grant.create_token_response()
        return __unknown__

    def create_endpoint_response(self, name, request=None):
        endpoint = self._endpoint
        if isinstance(endpoint, type):
            endpoint = endpoint(self)
        endpoint.create_endpoint_response(self._request())
        return __unknown__


class ResourceProtector:
    def register_token_validator(self, validator):
        self._validator = validator

    def acquire_token(self, scopes=None, **kwargs):
        token = self._validator.authenticate_token(__unknown__)
        self._validator.validate_token(token, scopes, __unknown__)
        return token

    def raise_error_response(self, error):
        raise error

    def acquire(self, scopes=None):
        yield self.acquire_token(scopes)

    def __call__(self, scopes=None, optional=False, **kwargs):
        def wrapper(function):
            def decorated(*args, **kwargs):
                self.acquire_token(scopes)
                return function(*args, **kwargs)

            return decorated

        return wrapper
