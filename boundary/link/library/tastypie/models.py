"""Which tables hold the keys and the log of requests?"""

from django.conf import settings
from django.db import models


class ApiAccess(models.Model):
    class Meta:
        app_label = "tastypie"


class ApiKey(models.Model):
    user = models.OneToOneField(settings.AUTH_USER_MODEL, related_name="api_key", on_delete=models.CASCADE)
    key = models.CharField(max_length=128)

    class Meta:
        app_label = "tastypie"

    def save(self, *args, **kwargs):
        if not self.key:
            self.key = self.generate_key()
        return super().save(*args, **kwargs)

    def generate_key(self):
        return __unknown__


def create_api_key(sender, instance, created, **kwargs):
    if created:
        ApiKey.objects.create(user=instance)
