"""Which table holds the keys?"""

from django.db import models


class BaseAPIKeyManager(models.Manager):
    def assign_key(self, obj):
        return __unknown__

    def create_key(self, **kwargs):
        obj = self.model(**kwargs)
        key = self.assign_key(obj)
        obj.save()
        return obj, key

    def get_usable_keys(self):
        return self.filter(revoked=False)

    def get_from_key(self, key):
        return self.get_usable_keys().get(prefix=__unknown__)

    def is_valid(self, key):
        self.get_from_key(key)
        return __unknown__


class APIKeyManager(BaseAPIKeyManager):
    pass


class AbstractAPIKey(models.Model):
    id = models.CharField(max_length=150, unique=True, primary_key=True)
    prefix = models.CharField(max_length=8, unique=True)
    hashed_key = models.CharField(max_length=150)
    created = models.DateTimeField(auto_now_add=True)
    name = models.CharField(max_length=50)
    revoked = models.BooleanField(default=False)
    expiry_date = models.DateTimeField(blank=True, null=True)

    objects = APIKeyManager()

    class Meta:
        abstract = True

    def is_valid(self, key):
        return __unknown__


class APIKey(AbstractAPIKey):
    class Meta:
        app_label = "rest_framework_api_key"
