"""What does an endpoint that looks into tokens call?"""

from authlib.oauth2.rfc6749 import TokenEndpoint


class IntrospectionEndpoint(TokenEndpoint):
    def authenticate_token(self, request, client):
        return self.query_token(__unknown__, __unknown__)

    def create_endpoint_response(self, request):
        client = self.authenticate_endpoint_client(request)
        token = self.authenticate_token(request, client)
        if token:
            self.introspect_token(token)
