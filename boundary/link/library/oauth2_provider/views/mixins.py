"""What does the server of tokens do with a request?"""

from oauth2_provider.settings import oauth2_settings


class OAuthLibMixin:
    server_class = None
    validator_class = None
    oauthlib_backend_class = None

    @classmethod
    def get_validator_class(cls):
        if cls.validator_class is None:
            return oauth2_settings.OAUTH2_VALIDATOR_CLASS
        return cls.validator_class

    def _validator(self):
        return self.get_validator_class()()

    def validate_authorization_request(self, request):
        self._validator().validate_client_id(__unknown__, request)
        return __unknown__, __unknown__

    def create_authorization_response(self, request, scopes, credentials, allow):
        validator = self._validator()
        validator.validate_client_id(__unknown__, request)
        if __unknown__:
            validator.save_authorization_code(__unknown__, __unknown__, request)
        else:
            validator.save_bearer_token(__unknown__, request)
        return __unknown__, __unknown__, __unknown__, __unknown__

    def create_token_response(self, request):
        validator = self._validator()
        client = validator.authenticate_client(request)
        if __unknown__:
            validator.validate_code(__unknown__, __unknown__, client, request)
        elif __unknown__:
            validator.validate_user(__unknown__, __unknown__, client, request)
        elif __unknown__:
            validator.validate_refresh_token(__unknown__, client, request)
        validator.save_bearer_token(__unknown__, request)
        if __unknown__:
            validator.invalidate_authorization_code(__unknown__, __unknown__, request)
        return __unknown__, __unknown__, __unknown__, __unknown__

    def create_revocation_response(self, request):
        validator = self._validator()
        validator.authenticate_client(request)
        validator.revoke_token(__unknown__, __unknown__, request)
        return __unknown__, __unknown__, __unknown__, __unknown__

    def create_userinfo_response(self, request):
        self._validator().validate_bearer_token(__unknown__, __unknown__, request)
        self._validator().get_userinfo_claims(request)
        return __unknown__, __unknown__, __unknown__, __unknown__

    def verify_request(self, request):
        self._validator().validate_bearer_token(__unknown__, __unknown__, request)
        return __unknown__, request

    def authenticate_client(self, request):
        return self._validator().authenticate_client(request)

    def get_scopes(self):
        return []

    def error_response(self, error, **kwargs):
        return __unknown__, __unknown__


class ScopedResourceMixin:
    required_scopes = None

    def get_scopes(self, *args, **kwargs):
        return self.required_scopes


class ProtectedResourceMixin(OAuthLibMixin):
    def dispatch(self, request, *args, **kwargs):
        valid, asked = self.verify_request(request)
        if valid:
            request.resource_owner = asked.user
            return super().dispatch(request, *args, **kwargs)
        return __unknown__


class ReadWriteScopedResourceMixin(ScopedResourceMixin, OAuthLibMixin):
    pass


class ClientProtectedResourceMixin(OAuthLibMixin):
    def dispatch(self, request, *args, **kwargs):
        if self.authenticate_client(request) is None:
            self.verify_request(request)
        return super().dispatch(request, *args, **kwargs)
