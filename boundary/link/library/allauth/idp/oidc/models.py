"""Which tables hold the applications that users log in to with this one, and their tokens?"""

from django.conf import settings
from django.db import models


class Client(models.Model):
    id = models.CharField(primary_key=True, max_length=100)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, blank=True, null=True, on_delete=models.CASCADE)

    class Meta:
        app_label = "allauth_idp_oidc"


class TokenQuerySet(models.QuerySet):
    def valid(self):
        return self.filter()

    def expired(self):
        return self.filter()

    def by_value(self, value):
        return self.filter()

    def lookup(self, type, value):
        return self.valid().select_related("client", "user").first()


class Token(models.Model):
    client = models.ForeignKey(Client, on_delete=models.CASCADE)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, blank=True)

    objects = TokenQuerySet.as_manager()

    class Meta:
        app_label = "allauth_idp_oidc"

    def get_scopes(self):
        return []
