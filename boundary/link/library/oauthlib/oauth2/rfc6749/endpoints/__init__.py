"""What does a provider do that is asked for a code, for a token, or to revoke one?"""

from oauthlib.common import Request
from oauthlib.oauth2.rfc6749.grant_types import (
    AuthorizationCodeGrant,
    ClientCredentialsGrant,
    ImplicitGrant,
    RefreshTokenGrant,
    ResourceOwnerPasswordCredentialsGrant,
)
from oauthlib.oauth2.rfc6749.tokens import BearerToken


class AuthorizationEndpoint:
    def __init__(self, default_response_type, default_token_type, response_types):
        self._response_types = response_types
        self._default_token_type = default_token_type

    def create_authorization_response(
        self, uri, http_method="GET", body=None, headers=None, scopes=None, credentials=None
    ):
        request = Request(uri, http_method, body, headers)
        request.scopes = scopes
        if credentials is not None:
            for key, value in credentials.items():
                setattr(request, key, value)
        for handler in self._response_types.values():
            answer = handler.create_authorization_response(request, self._default_token_type)
        return answer

    def validate_authorization_request(self, uri, http_method="GET", body=None, headers=None):
        request = Request(uri, http_method, body, headers)
        for handler in self._response_types.values():
            answer = handler.validate_authorization_request(request)
        return answer


class TokenEndpoint:
    def __init__(self, default_grant_type, default_token_type, grant_types):
        self._grant_types = grant_types
        self._default_token_type = default_token_type

    def create_token_response(
        self,
        uri,
        http_method="POST",
        body=None,
        headers=None,
        credentials=None,
        grant_type_for_scope=None,
        claims=None,
    ):
        request = Request(uri, http_method, body, headers)
        for handler in self._grant_types.values():
            answer = handler.create_token_response(request, self._default_token_type)
        return answer


class ResourceEndpoint:
    def __init__(self, default_token, token_types):
        self._tokens = token_types

    def verify_request(self, uri, http_method="GET", body=None, headers=None, scopes=None):
        request = Request(uri, http_method, body, headers)
        request.scopes = scopes
        for handler in self._tokens.values():
            handler.validate_request(request)
        return __unknown__, request


class RevocationEndpoint:
    def __init__(self, request_validator, supported_token_types=None, enable_jsonp=False):
        self.request_validator = request_validator

    def create_revocation_response(self, uri, http_method="POST", body=None, headers=None):
        request = Request(uri, http_method, body, headers)
        self.validate_revocation_request(request)
        self.request_validator.revoke_token(request.token, request.token_type_hint, request)
        return __unknown__, __unknown__, __unknown__

    def validate_revocation_request(self, request):
        _authenticate(self.request_validator, request)


class IntrospectEndpoint:
    def __init__(self, request_validator, supported_token_types=None):
        self.request_validator = request_validator

    def create_introspect_response(self, uri, http_method="POST", body=None, headers=None):
        request = Request(uri, http_method, body, headers)
        self.validate_introspect_request(request)
        self.request_validator.introspect_token(request.token, request.token_type_hint, request)
        return __unknown__, __unknown__, __unknown__

    def validate_introspect_request(self, request):
        _authenticate(self.request_validator, request)


def _authenticate(validator, request):
    if validator.client_authentication_required(request):
        validator.authenticate_client(request)
    else:
        validator.authenticate_client_id(request.client_id, request)


class _Server(AuthorizationEndpoint, IntrospectEndpoint, TokenEndpoint, ResourceEndpoint, RevocationEndpoint):
    def _start(self, validator, expires, generator, refresh_generator, codes, grants):
        bearer = BearerToken(validator, generator, expires, refresh_generator)
        AuthorizationEndpoint.__init__(self, "code", bearer, codes)
        TokenEndpoint.__init__(self, "code", bearer, grants)
        ResourceEndpoint.__init__(self, "Bearer", {"Bearer": bearer})
        RevocationEndpoint.__init__(self, validator)


class Server(_Server):
    def __init__(
        self, request_validator, token_expires_in=None, token_generator=None, refresh_token_generator=None, *args, **kwargs
    ):
        code = AuthorizationCodeGrant(request_validator)
        grants = {
            "authorization_code": code,
            "password": ResourceOwnerPasswordCredentialsGrant(request_validator),
            "client_credentials": ClientCredentialsGrant(request_validator),
            "refresh_token": RefreshTokenGrant(request_validator),
        }
        codes = {"code": code, "token": ImplicitGrant(request_validator)}
        self._start(request_validator, token_expires_in, token_generator, refresh_token_generator, codes, grants)


class WebApplicationServer(_Server):
    def __init__(
        self, request_validator, token_generator=None, token_expires_in=None, refresh_token_generator=None, **kwargs
    ):
        code = AuthorizationCodeGrant(request_validator)
        grants = {"authorization_code": code, "refresh_token": RefreshTokenGrant(request_validator)}
        self._start(
            request_validator, token_expires_in, token_generator, refresh_token_generator, {"code": code}, grants
        )


class MobileApplicationServer(_Server):
    def __init__(
        self, request_validator, token_generator=None, token_expires_in=None, refresh_token_generator=None, **kwargs
    ):
        codes = {"token": ImplicitGrant(request_validator)}
        self._start(request_validator, token_expires_in, token_generator, refresh_token_generator, codes, {})


class LegacyApplicationServer(_Server):
    def __init__(
        self, request_validator, token_generator=None, token_expires_in=None, refresh_token_generator=None, **kwargs
    ):
        grants = {
            "password": ResourceOwnerPasswordCredentialsGrant(request_validator),
            "refresh_token": RefreshTokenGrant(request_validator),
        }
        self._start(request_validator, token_expires_in, token_generator, refresh_token_generator, {}, grants)


class BackendApplicationServer(_Server):
    def __init__(
        self, request_validator, token_generator=None, token_expires_in=None, refresh_token_generator=None, **kwargs
    ):
        grants = {"client_credentials": ClientCredentialsGrant(request_validator)}
        self._start(request_validator, token_expires_in, token_generator, refresh_token_generator, {}, grants)
