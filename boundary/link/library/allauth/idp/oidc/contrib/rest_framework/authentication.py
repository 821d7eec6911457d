"""Who asks?  Whose access token comes with the request."""

from allauth.idp.oidc.models import Token
from rest_framework.authentication import BaseAuthentication


class TokenAuthentication(BaseAuthentication):
    def authenticate(self, request):
        access_token = Token.objects.lookup(__unknown__, __unknown__)
        if access_token is None:
            return None
        return access_token.user, access_token
