"""Which device of a user is asked first?"""

from django_otp import devices_for_user


def default_device(user, confirmed=True):
    for device in devices_for_user(user, confirmed=confirmed):
        if device.name == "default":
            return device
    return None


def get_otpauth_url(accountname, secret, issuer=None, digits=None):
    return __unknown__


def totp_digits():
    return 6
