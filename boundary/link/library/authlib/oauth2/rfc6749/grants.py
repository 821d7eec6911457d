"""Which methods of a grant are called when a token is asked for?  Those that an application overrides among them."""


class BaseGrant:
    def __init__(self, request, server):
        self.request = request
        self.server = server

    @property
    def client(self):
        return self.request.client

    def generate_token(self, *args, **kwargs):
        return {**__unknown__}

    def authenticate_token_endpoint_client(self):
        self.request.client = self.server.query_client(__unknown__)
        return self.request.client

    def save_token(self, token):
        return self.server.save_token(token, self.request)

    def validate_requested_scope(self):
        pass

    def register_hook(self, hook_type, hook):
        pass

    def execute_hook(self, hook_type, *args, **kwargs):
        pass

    def validate_authorization_request(self):
        self.request.client = self.server.query_client(__unknown__)

    def validate_token_request(self):
        self.authenticate_token_endpoint_client()

    def create_authorization_response(self, redirect_uri, grant_user):
        pass

    def create_token_response(self):
        pass


class AuthorizationEndpointMixin:
    pass


class TokenEndpointMixin:
    pass


class AuthorizationCodeGrant(BaseGrant, AuthorizationEndpointMixin, TokenEndpointMixin):
    def create_authorization_response(self, redirect_uri, grant_user):
        self.request.user = grant_user
        self.save_authorization_code(self.generate_authorization_code(), self.request)

    def generate_authorization_code(self):
        return __unknown__

    def validate_token_request(self):
        client = self.authenticate_token_endpoint_client()
        self.request.authorization_code = self.query_authorization_code(__unknown__, client)

    def create_token_response(self):
        code = self.request.authorization_code
        self.request.user = self.authenticate_user(code)
        self.save_token(self.generate_token())
        self.delete_authorization_code(code)


class RefreshTokenGrant(BaseGrant, TokenEndpointMixin):
    def validate_token_request(self):
        self.authenticate_token_endpoint_client()
        self.request.refresh_token = self.authenticate_refresh_token(__unknown__)

    def create_token_response(self):
        credential = self.request.refresh_token
        self.request.user = self.authenticate_user(credential)
        self.save_token(self.generate_token())
        self.revoke_old_credential(credential)


class ResourceOwnerPasswordCredentialsGrant(BaseGrant, TokenEndpointMixin):
    def validate_token_request(self):
        self.authenticate_token_endpoint_client()
        self.request.user = self.authenticate_user(__unknown__, __unknown__)

    def create_token_response(self):
        self.save_token(self.generate_token())


class ClientCredentialsGrant(BaseGrant, TokenEndpointMixin):
    def create_token_response(self):
        self.save_token(self.generate_token())


class ImplicitGrant(BaseGrant, AuthorizationEndpointMixin):
    def create_authorization_response(self, redirect_uri, grant_user):
        self.request.user = grant_user
        self.save_token(self.generate_token())
