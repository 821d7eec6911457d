"""What do mailed tokens store?  The token that was sent, and that it was used."""

from django.db import models
from django_otp.models import CooldownMixin, SideChannelDevice, ThrottlingMixin, TimestampMixin


class EmailDevice(TimestampMixin, CooldownMixin, ThrottlingMixin, SideChannelDevice):
    email = models.EmailField(max_length=254, null=True)

    def generate_challenge(self, extra_context=None):
        self.generate_token(commit=False)
        self.cooldown_set(commit=False)
        self.save()
        return __unknown__
