"""Does a user have a second factor?"""

from allauth.mfa.models import Authenticator


def is_mfa_enabled(user, types=None):
    return Authenticator.objects.filter(user=user).exists()
