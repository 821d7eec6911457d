"""In which table are the tokens?"""

from django.apps import apps
from django.conf import settings
from django.db import models
from django.utils import timezone


class AuthTokenManager(models.Manager):
    def create(self, user, expiry=None, prefix=None, **kwargs):
        return super().create(user=user, **kwargs), __unknown__


class AbstractAuthToken(models.Model):
    digest = models.CharField(max_length=128, primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="auth_token_set", on_delete=models.CASCADE)
    created = models.DateTimeField(auto_now_add=True)
    expiry = models.DateTimeField(null=True, blank=True)

    objects = AuthTokenManager()

    class Meta:
        abstract = True


class AuthToken(AbstractAuthToken):
    class Meta:
        app_label = "knox"
        swappable = "KNOX_TOKEN_MODEL"


def get_token_model():
    if settings.KNOX_TOKEN_MODEL:
        return apps.get_model(settings.KNOX_TOKEN_MODEL)
    return AuthToken
