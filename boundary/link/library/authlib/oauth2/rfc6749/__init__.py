"""What is a request for a token?  The client that sends it, and the user whom it is about."""

from authlib.oauth2.rfc6749 import grants


class OAuth2Error(Exception):
    pass


class OAuth2Request:
    def __init__(self, *args, **kwargs):
        self.client = None
        self.user = None


class ClientMixin:
    pass


class TokenMixin:
    pass


class AuthorizationCodeMixin:
    pass


class TokenEndpoint:
    def __init__(self, server):
        self.server = server

    def authenticate_endpoint_client(self, request):
        request.client = self.server.query_client(__unknown__)
        return request.client

    def __call__(self, request):
        return self.create_endpoint_response(request)


class ClientAuthentication:
    pass
