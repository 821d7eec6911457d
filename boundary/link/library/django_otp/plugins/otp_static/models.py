"""Which rows are backup tokens?  Each is deleted when it is used."""

from django.db import models
from django_otp.models import Device, ThrottlingMixin, TimestampMixin


class StaticDevice(TimestampMixin, ThrottlingMixin, Device):
    def verify_token(self, token):
        match = self.token_set.filter(token=token).first()
        if match is not None:
            match.delete()
        self.save()
        return match is not None


class StaticToken(models.Model):
    device = models.ForeignKey(StaticDevice, related_name="token_set", on_delete=models.CASCADE)
    token = models.CharField(max_length=16)

    @staticmethod
    def random_token():
        return __unknown__
