"""Which telephones does a user have?"""

from django.db import models
from django_otp.models import Device, ThrottlingMixin


class PhoneDevice(ThrottlingMixin, Device):
    number = models.CharField(max_length=128)
    key = models.CharField(max_length=40)

    class Meta:
        app_label = "two_factor"

    def verify_token(self, token):
        self.save()
        return __unknown__

    def generate_challenge(self):
        return __unknown__
