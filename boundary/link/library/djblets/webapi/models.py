"""Which columns does the token of an API have?"""

from django.contrib.auth.models import User
from django.db import models
from djblets.webapi.managers import WebAPITokenManager


class BaseWebAPIToken(models.Model):
    user = models.ForeignKey(User, related_name="webapi_tokens", on_delete=models.CASCADE)
    token = models.CharField(max_length=255, unique=True)
    valid = models.BooleanField(default=True)
    last_used = models.DateTimeField(null=True)
    expires = models.DateTimeField(null=True)
    objects = WebAPITokenManager()

    class Meta:
        abstract = True
