"""Whom does a token stand for?  A user who is made, or brought up to date, as the token says."""

from django.contrib.auth import get_user_model
from rest_framework_jwt.authentication import JSONWebTokenAuthentication


class JwtAuthentication(JSONWebTokenAuthentication):
    def authenticate_credentials(self, payload):
        user, _ = get_user_model().objects.get_or_create(username=__unknown__)
        if __unknown__:
            user.save()
        return user
