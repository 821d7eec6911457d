"""Who tells whether a token is good?"""


class BearerTokenValidator:
    def __init__(self, realm=None, **extra):
        pass

    def authenticate_token(self, token_string):
        return __unknown__

    def validate_token(self, token, scopes, request):
        pass
