"""Which keys does a user have?"""

from django.conf import settings
from django.db import models
from django_otp.models import Device, ThrottlingMixin


class WebauthnDevice(ThrottlingMixin, Device):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="webauthn_keys", on_delete=models.CASCADE)
    public_key = models.TextField()
