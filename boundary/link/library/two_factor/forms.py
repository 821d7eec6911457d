"""What do the forms of a second factor ask and save?"""

from django import forms
from django_otp.plugins.otp_totp.models import TOTPDevice


class MethodForm(forms.Form):
    pass


class DeviceValidationForm(forms.Form):
    def __init__(self, device, **kwargs):
        super().__init__(**kwargs)
        self.device = device

    def clean_token(self):
        token = self.cleaned_data["token"]
        self.device.verify_token(token)
        return token


class TOTPDeviceForm(forms.Form):
    def __init__(self, key, user, metadata=None, **kwargs):
        super().__init__(**kwargs)
        self.user = user

    def save(self):
        return TOTPDevice.objects.create(user=self.user, name="default")


class DisableForm(forms.Form):
    pass


class AuthenticationTokenForm(forms.Form):
    def __init__(self, user, initial_device, **kwargs):
        super().__init__(**kwargs)
        self.user = user
        self.initial_device = initial_device

    def clean(self):
        self.user.otp_device = self.initial_device
        self.initial_device.verify_token(__unknown__)
        return self.cleaned_data


class BackupTokenForm(AuthenticationTokenForm):
    pass
