"""Which tables hold the tokens?"""

from django.conf import settings
from django.db import models


class OutstandingToken(models.Model):
    id = models.BigAutoField(primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True)
    jti = models.CharField(unique=True, max_length=255)

    class Meta:
        app_label = "token_blacklist"


class BlacklistedToken(models.Model):
    id = models.BigAutoField(primary_key=True)
    token = models.OneToOneField(OutstandingToken, on_delete=models.CASCADE)

    class Meta:
        app_label = "token_blacklist"
