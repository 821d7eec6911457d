"""Whom does a token stand for?  A user who is made where there is none yet."""

from django.contrib.auth import get_user_model
from rest_framework.authentication import BaseAuthentication


class BearerAuthentication(BaseAuthentication):
    def authenticate(self, request):
        return self.authenticate_credentials(__unknown__)

    def authenticate_credentials(self, token):
        user, _ = get_user_model().objects.get_or_create(username=__unknown__)
        return user, token

    def get_user_info(self, token):
        return __unknown__


class BearerAuthenticationAllowInactiveUser(BearerAuthentication):
    pass
