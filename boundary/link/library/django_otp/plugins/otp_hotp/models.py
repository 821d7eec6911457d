"""What does checking a token of these devices store?"""

from django.db import models
from django_otp.models import Device, ThrottlingMixin, TimestampMixin


class HOTPDevice(TimestampMixin, ThrottlingMixin, Device):
    key = models.CharField(max_length=80)

    def verify_token(self, token):
        self.save()
        return __unknown__
