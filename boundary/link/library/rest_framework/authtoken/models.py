"""Which table holds the tokens?"""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Token(models.Model):
    key = models.CharField(max_length=40, primary_key=True)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, related_name="auth_token", on_delete=models.CASCADE)
    created = models.DateTimeField(default=timezone.now)

    class Meta:
        app_label = "authtoken"
        db_table = "authtoken_token"

    def save(self, *args, **kwargs):
        if not self.key:
            self.key = self.generate_key()
        return super().save(*args, **kwargs)

    @classmethod
    def generate_key(cls):
        return __unknown__


class TokenProxy(Token):
    class Meta:
        proxy = True
        app_label = "authtoken"
