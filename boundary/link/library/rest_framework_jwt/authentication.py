"""Whom does a token stand for?"""

from django.contrib.auth import get_user_model
from rest_framework.authentication import BaseAuthentication


class JSONWebTokenAuthentication(BaseAuthentication):
    def authenticate(self, request):
        return self.authenticate_credentials(__unknown__), __unknown__

    def authenticate_credentials(self, payload):
        return get_user_model().objects.get_by_natural_key(__unknown__)
