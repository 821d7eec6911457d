"""Whom does a bearer token of a provider stand for?  The user of its claims, who may be made for that."""

from django.conf import settings
from django.contrib.auth import get_backends, load_backend
from mozilla_django_oidc.auth import OIDCAuthenticationBackend
from rest_framework import authentication


def get_oidc_backend():
    if settings.OIDC_DRF_AUTH_BACKEND:
        return load_backend(settings.OIDC_DRF_AUTH_BACKEND)
    return [one for one in get_backends() if isinstance(one, OIDCAuthenticationBackend)][0]


class OIDCAuthentication(authentication.BaseAuthentication):
    def __init__(self, backend=None):
        self.backend = backend or get_oidc_backend()

    def authenticate(self, request):
        token = self.get_access_token(request)
        return self.backend.get_or_create_user(token, None, None), token

    def get_access_token(self, request):
        return __unknown__
