"""Which tables hold logins through other sites?"""

from django.conf import settings
from django.db import models


USER_MODEL = settings.SOCIAL_AUTH_USER_MODEL or settings.AUTH_USER_MODEL


class UserSocialAuthManager(models.Manager):
    def get_social_auth(self, provider, uid):
        return self.select_related("user").get(provider=provider, uid=uid)


class AbstractUserSocialAuth(models.Model):
    user = models.ForeignKey(USER_MODEL, related_name="social_auth", on_delete=models.CASCADE)
    provider = models.CharField(max_length=32)
    uid = models.CharField(max_length=255, db_index=True)
    extra_data = models.JSONField(default=dict)

    objects = UserSocialAuthManager()

    class Meta:
        abstract = True

    def set_extra_data(self, extra_data=None):
        self.save()

    @classmethod
    def get_social_auth(cls, provider, uid):
        return cls.objects.select_related("user").get(provider=provider, uid=uid)


class UserSocialAuth(AbstractUserSocialAuth):
    class Meta:
        app_label = "social_django"
        db_table = "social_auth_usersocialauth"


class Nonce(models.Model):
    server_url = models.CharField(max_length=255)
    timestamp = models.IntegerField()
    salt = models.CharField(max_length=65)

    class Meta:
        app_label = "social_django"
        db_table = "social_auth_nonce"


class Association(models.Model):
    server_url = models.CharField(max_length=255)
    handle = models.CharField(max_length=255)
    secret = models.CharField(max_length=255)

    class Meta:
        app_label = "social_django"
        db_table = "social_auth_association"


class Code(models.Model):
    email = models.EmailField(max_length=254)
    code = models.CharField(max_length=32, db_index=True)
    verified = models.BooleanField(default=False)

    class Meta:
        app_label = "social_django"
        db_table = "social_auth_code"


class Partial(models.Model):
    token = models.CharField(max_length=32, db_index=True)
    next_step = models.PositiveSmallIntegerField(default=0)
    backend = models.CharField(max_length=32)
    data = models.JSONField(default=dict)

    class Meta:
        app_label = "social_django"
        db_table = "social_auth_partial"
