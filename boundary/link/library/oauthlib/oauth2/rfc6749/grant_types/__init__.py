"""What does each grant ask of the validator, in which order?"""

from oauthlib.oauth2.rfc6749.grant_types.base import GrantTypeBase


class AuthorizationCodeGrant(GrantTypeBase):
    def create_authorization_code(self, request):
        return {"code": __unknown__}

    def create_authorization_response(self, request, token_handler):
        self.validate_authorization_request(request)
        grant = self.create_authorization_code(request)
        for modifier in self._code_modifiers:
            grant = modifier(grant, token_handler, request)
        self.request_validator.save_authorization_code(request.client_id, grant, request)
        return __unknown__, __unknown__, __unknown__

    def create_token_response(self, request, token_handler):
        answer = self._respond(request, token_handler, self.refresh_token)
        self.request_validator.invalidate_authorization_code(request.client_id, request.code, request)
        return answer

    def validate_authorization_request(self, request):
        self.request_validator.validate_client_id(request.client_id, request)
        self._handle_redirects(request)
        for validator in self.custom_validators.pre_auth:
            validator(request)
        self.request_validator.validate_response_type(
            request.client_id, request.response_type, request.client, request
        )
        self.validate_scopes(request)
        for validator in self.custom_validators.post_auth:
            validator(request)
        return request.scopes, __unknown__

    def validate_token_request(self, request):
        for validator in self.custom_validators.pre_token:
            validator(request)
        self._authenticate(request)
        self.validate_grant_type(request)
        self.request_validator.validate_code(request.client_id, request.code, request.client, request)
        self.request_validator.confirm_redirect_uri(
            request.client_id, request.code, request.redirect_uri, request.client, request
        )
        for validator in self.custom_validators.post_token:
            validator(request)


class ImplicitGrant(GrantTypeBase):
    def create_authorization_response(self, request, token_handler):
        return self.create_token_response(request, token_handler)

    def create_token_response(self, request, token_handler):
        return self._respond(request, token_handler, False)

    def validate_authorization_request(self, request):
        return self.validate_token_request(request)

    def validate_token_request(self, request):
        self.request_validator.validate_client_id(request.client_id, request)
        self._handle_redirects(request)
        for validator in self.custom_validators.pre_auth + self.custom_validators.pre_token:
            validator(request)
        self.validate_scopes(request)
        for validator in self.custom_validators.post_auth + self.custom_validators.post_token:
            validator(request)
        return request.scopes, __unknown__


class RefreshTokenGrant(GrantTypeBase):
    def __init__(self, request_validator=None, issue_new_refresh_tokens=True, **kwargs):
        super().__init__(request_validator, **kwargs)
        self.issue_new_refresh_tokens = issue_new_refresh_tokens

    def create_token_response(self, request, token_handler):
        return self._respond(request, token_handler, self.issue_new_refresh_tokens)

    def validate_token_request(self, request):
        for validator in self.custom_validators.pre_token:
            validator(request)
        self._authenticate(request)
        self.validate_grant_type(request)
        self.request_validator.validate_refresh_token(request.refresh_token, request.client, request)
        self.request_validator.get_original_scopes(request.refresh_token, request)
        self.request_validator.is_within_original_scope(request.scopes, request.refresh_token, request)
        for validator in self.custom_validators.post_token:
            validator(request)


class ResourceOwnerPasswordCredentialsGrant(GrantTypeBase):
    def create_token_response(self, request, token_handler):
        self._authenticate(request)
        return self._respond(request, token_handler, self.refresh_token)

    def validate_token_request(self, request):
        for validator in self.custom_validators.pre_token:
            validator(request)
        self.request_validator.validate_user(request.username, request.password, request.client, request)
        self.validate_grant_type(request)
        self.validate_scopes(request)
        for validator in self.custom_validators.post_token:
            validator(request)


class ClientCredentialsGrant(GrantTypeBase):
    def create_token_response(self, request, token_handler):
        return self._respond(request, token_handler, False)

    def validate_token_request(self, request):
        for validator in self.custom_validators.pre_token:
            validator(request)
        self.request_validator.authenticate_client(request)
        self.validate_grant_type(request)
        self.validate_scopes(request)
        for validator in self.custom_validators.post_token:
            validator(request)
