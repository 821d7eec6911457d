"""What have all grants in common?  A validator, an application's own validators, and how a token is saved."""


class ValidatorsContainer:
    def __init__(self, post_auth, post_token, pre_auth, pre_token):
        self.pre_auth = list(pre_auth)
        self.post_auth = list(post_auth)
        self.pre_token = list(pre_token)
        self.post_token = list(post_token)


class GrantTypeBase:
    refresh_token = True

    def __init__(self, request_validator=None, **kwargs):
        self.request_validator = request_validator
        self._code_modifiers = []
        self._token_modifiers = []
        self.custom_validators = ValidatorsContainer((), (), (), ())

    def register_code_modifier(self, modifier):
        self._code_modifiers.append(modifier)

    def register_token_modifier(self, modifier):
        self._token_modifiers.append(modifier)

    def add_token(self, token, token_handler, request): ...

    def validate_grant_type(self, request):
        self.request_validator.validate_grant_type(request.client_id, request.grant_type, request.client, request)

    def validate_scopes(self, request):
        self.request_validator.get_default_scopes(request.client_id, request)
        self.request_validator.validate_scopes(request.client_id, request.scopes, request.client, request)

    def _handle_redirects(self, request):
        if request.redirect_uri:
            self.request_validator.validate_redirect_uri(request.client_id, request.redirect_uri, request)
        else:
            self.request_validator.get_default_redirect_uri(request.client_id, request)

    def _authenticate(self, request):
        if self.request_validator.client_authentication_required(request):
            self.request_validator.authenticate_client(request)
        else:
            self.request_validator.authenticate_client_id(request.client_id, request)

    def _respond(self, request, token_handler, refresh_token):
        self.validate_token_request(request)
        token = token_handler.create_token(request, refresh_token=refresh_token)
        for modifier in self._token_modifiers:
            token = modifier(token, token_handler, request)
        self.request_validator.save_token(token, request)
        return __unknown__, __unknown__, __unknown__
