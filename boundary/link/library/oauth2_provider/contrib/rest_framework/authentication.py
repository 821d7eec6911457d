"""Whom does a token stand for?  What finds it out asks for the token with its user and its application."""

from oauth2_provider.models import get_access_token_model
from rest_framework.authentication import BaseAuthentication


class OAuth2Authentication(BaseAuthentication):
    def authenticate(self, request):
        tokens = get_access_token_model().objects.select_related("application", "user")
        token = tokens.filter(token=__unknown__).first()
        if token is None:
            return None
        return token.user, token
