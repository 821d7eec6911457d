"""What does every user model have?"""

from django.contrib.auth.hashers import acheck_password, check_password, make_password
from django.db import models


class BaseUserManager(models.Manager):
    @classmethod
    def normalize_email(cls, email):
        return email

    def make_random_password(self, *args, **kwargs):
        return __unknown__

    def get_by_natural_key(self, username):
        return self.get(**{self.model.USERNAME_FIELD: username})

    async def aget_by_natural_key(self, username):
        return await self.aget(**{self.model.USERNAME_FIELD: username})


class AbstractBaseUser(models.Model):
    password = models.CharField(max_length=128)
    last_login = models.DateTimeField(blank=True, null=True)

    is_active = True
    REQUIRED_FIELDS = []

    class Meta:
        abstract = True

    def get_username(self):
        return __unknown__

    def natural_key(self):
        return (self.get_username(),)

    @property
    def is_anonymous(self):
        return False

    @property
    def is_authenticated(self):
        return True

    def set_password(self, raw_password):
        self.password = make_password(raw_password)

    def check_password(self, raw_password):
        def setter(raw_password):
            self.set_password(raw_password)
            self.save(update_fields=["password"])

        return check_password(raw_password, self.password, setter)

    async def acheck_password(self, raw_password):
        async def setter(raw_password):
            self.set_password(raw_password)
            await self.asave(update_fields=["password"])

        return await acheck_password(raw_password, self.password, setter)

    def set_unusable_password(self):
        self.password = make_password(None)

    def has_usable_password(self):
        return __unknown__

    def get_session_auth_hash(self):
        return __unknown__

    @classmethod
    def get_email_field_name(cls):
        return __unknown__

    @classmethod
    def normalize_username(cls, username):
        return username
