"""What does a factor by time write?  Its row, when it is switched on; a code is remembered in the cache."""

from allauth.mfa.models import Authenticator


def generate_totp_secret(length=20):
    return __unknown__


def validate_totp_code(secret, code):
    return __unknown__


class TOTP:
    def __init__(self, instance):
        self.instance = instance

    @classmethod
    def activate(cls, user, secret):
        instance = Authenticator(user=user)
        instance.save()
        return cls(instance)

    def validate_code(self, code):
        return __unknown__
