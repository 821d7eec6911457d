"""What does a validator do where the application says nothing?  It saves tokens as bearer tokens."""


class RequestValidator:
    def client_authentication_required(self, request, *args, **kwargs):
        return __unknown__

    def authenticate_client(self, request, *args, **kwargs): ...

    def authenticate_client_id(self, client_id, request, *args, **kwargs): ...

    def save_token(self, token, request, *args, **kwargs):
        return self.save_bearer_token(token, request, *args, **kwargs)

    def rotate_refresh_token(self, request):
        return True

    def validate_user_match(self, id_token_hint, scopes, claims, request): ...
