"""Whom does a token stand for?"""

from django.contrib.auth import get_user_model
from rest_framework import authentication


class JWTAuthentication(authentication.BaseAuthentication):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.user_model = get_user_model()

    def authenticate(self, request):
        return self.get_user(__unknown__), __unknown__

    def get_user(self, validated_token):
        return self.user_model.objects.get(pk=__unknown__)
