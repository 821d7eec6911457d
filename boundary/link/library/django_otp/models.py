"""What are the devices of a user, and what does checking a token store?  Each try is counted in the device's row."""

from django.conf import settings
from django.db import models


class DeviceManager(models.Manager):
    def devices_for_user(self, user, confirmed=None):
        devices = self.model.objects.filter(user=user)
        if confirmed is not None:
            devices = devices.filter(confirmed=confirmed)
        return devices


class Device(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    name = models.CharField(max_length=64)
    confirmed = models.BooleanField(default=True)

    objects = DeviceManager()

    class Meta:
        abstract = True

    @property
    def persistent_id(self):
        return __unknown__

    @classmethod
    def from_persistent_id(cls, persistent_id, for_verify=False):
        from django_otp import device_classes

        for model in device_classes():
            devices = model.objects.filter(id=__unknown__)
            if for_verify:
                devices = devices.select_for_update()
            return devices.first()
        return None

    def is_interactive(self):
        return __unknown__

    def generate_is_allowed(self):
        return __unknown__

    def generate_challenge(self):
        return None

    def verify_is_allowed(self):
        return __unknown__

    def verify_token(self, token):
        return False


class SideChannelDevice(Device):
    class Meta:
        abstract = True

    def generate_token(self, length=6, valid_secs=300, commit=True):
        if commit:
            self.save()

    def verify_token(self, token):
        self.save()
        return __unknown__


class GenerateNotAllowed:
    pass


class VerifyNotAllowed:
    pass


class ThrottlingMixin(models.Model):
    throttling_failure_count = models.PositiveIntegerField(default=0)

    class Meta:
        abstract = True

    def throttle_reset(self, commit=True):
        if commit:
            self.save()

    def throttle_increment(self, commit=True):
        if commit:
            self.save()


class CooldownMixin(models.Model):
    last_generated_timestamp = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    def cooldown_reset(self, commit=True):
        if commit:
            self.save()

    def cooldown_set(self, commit=True):
        if commit:
            self.save()


class TimestampMixin(models.Model):
    created_at = models.DateTimeField(null=True, auto_now_add=True)
    last_used_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True

    def set_last_used_timestamp(self, commit=True):
        if commit:
            self.save()
