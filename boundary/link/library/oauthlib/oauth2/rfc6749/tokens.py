"""How is a token made and checked?  Made of texts; checked by the validator."""


class TokenBase:
    def __call__(self, request, refresh_token=False): ...


class BearerToken(TokenBase):
    def __init__(self, request_validator=None, token_generator=None, expires_in=None, refresh_token_generator=None):
        self.request_validator = request_validator
        self.token_generator = token_generator
        self.refresh_token_generator = refresh_token_generator or token_generator
        self.expires_in = expires_in

    def create_token(self, request, refresh_token=False, **kwargs):
        if self.token_generator:
            self.token_generator(request)
        if refresh_token and self.request_validator.rotate_refresh_token(request):
            if self.refresh_token_generator:
                self.refresh_token_generator(request)
        return __unknown__

    def validate_request(self, request):
        return self.request_validator.validate_bearer_token(__unknown__, request.scopes, request)
