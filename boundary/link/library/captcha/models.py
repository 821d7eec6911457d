"""Which table holds the questions that are open?"""

from django.db import models


class CaptchaStore(models.Model):
    id = models.AutoField(primary_key=True)
    challenge = models.CharField(max_length=32)
    response = models.CharField(max_length=32)
    hashkey = models.CharField(unique=True, max_length=40)
    expiration = models.DateTimeField()

    class Meta:
        app_label = "captcha"

    @classmethod
    def remove_expired(cls):
        cls.objects.filter(expiration__lte=__unknown__).delete()

    @classmethod
    def generate_key(cls, generator=None):
        return cls.objects.create(challenge=__unknown__, response=__unknown__).hashkey

    @classmethod
    def pick(cls):
        store = cls.objects.filter(expiration__gt=__unknown__).order_by("?").first()
        if __unknown__:
            return cls.generate_key()
        return store.hashkey

    @classmethod
    def create_pool(cls, count=1000):
        cls.generate_key()
