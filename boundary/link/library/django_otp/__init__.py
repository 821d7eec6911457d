"""Which devices does a user have, and what does verifying a token of theirs touch?"""

from django.apps import apps
from django.contrib.auth.signals import user_logged_in
from django.db import transaction


def login(request, device):
    if device is not None:
        request.session["otp_device_id"] = device.persistent_id
        request.user.otp_device = device


def verify_token(user, device_id, token):
    from django_otp.models import Device

    with transaction.atomic():
        device = Device.from_persistent_id(device_id, for_verify=True)
        if device is not None and device.verify_token(token):
            return device
    return None


def match_token(user, token):
    with transaction.atomic():
        for device in devices_for_user(user, for_verify=True):
            if device.verify_token(token):
                return device
    return None


def devices_for_user(user, confirmed=True, for_verify=False):
    for model in device_classes():
        devices = model.objects.devices_for_user(user, confirmed=confirmed)
        if for_verify:
            devices = devices.select_for_update()
        yield from devices


def user_has_device(user, confirmed=True):
    for device in devices_for_user(user, confirmed=confirmed):
        return device is not None
    return False


def device_classes():
    if apps.is_installed("django_otp.plugins.otp_static"):
        from django_otp.plugins.otp_static.models import StaticDevice

        yield StaticDevice
    if apps.is_installed("django_otp.plugins.otp_totp"):
        from django_otp.plugins.otp_totp.models import TOTPDevice

        yield TOTPDevice
    if apps.is_installed("django_otp.plugins.otp_hotp"):
        from django_otp.plugins.otp_hotp.models import HOTPDevice

        yield HOTPDevice
    if apps.is_installed("django_otp.plugins.otp_email"):
        from django_otp.plugins.otp_email.models import EmailDevice

        yield EmailDevice
    if apps.is_installed("two_factor.plugins.phonenumber"):
        from two_factor.plugins.phonenumber.models import PhoneDevice

        yield PhoneDevice
    if apps.is_installed("two_factor.plugins.webauthn"):
        from two_factor.plugins.webauthn.models import WebauthnDevice

        yield WebauthnDevice
