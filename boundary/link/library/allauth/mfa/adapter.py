"""What is asked of second factors?  Projects override the adapter and name it in `MFA_ADAPTER`."""

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.utils.module_loading import import_string


class DefaultMFAAdapter:
    def __init__(self, request=None):
        self.request = request

    def is_mfa_enabled(self, user, types=None):
        return Authenticator.objects.filter(user_id=user.pk).exists()

    def generate_authenticator_name(self, user, type):
        Authenticator.objects.filter(user_id=user.pk).count()
        return __unknown__

    def can_delete_authenticator(self, authenticator):
        return __unknown__

    def encrypt(self, text):
        return text

    def decrypt(self, encrypted_text):
        return encrypted_text


def get_adapter():
    if __unknown__:
        return import_string(settings.MFA_ADAPTER)()
    return DefaultMFAAdapter()
