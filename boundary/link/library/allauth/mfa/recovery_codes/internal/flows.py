"""When are recovery codes made?"""

from allauth.mfa import signals
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes


def can_generate_recovery_codes(user):
    return Authenticator.objects.filter(user_id=user.pk).exists()


def generate_recovery_codes(request):
    Authenticator.objects.filter(user=request.user).delete()
    codes = RecoveryCodes.activate(request.user)
    signals.authenticator_reset.send(
        sender=Authenticator, request=request, user=request.user, authenticator=codes.instance
    )
    return codes.instance


def auto_generate_recovery_codes(request):
    if Authenticator.objects.filter(user=request.user).exists():
        return None
    codes = RecoveryCodes.activate(request.user)
    signals.authenticator_added.send(
        sender=Authenticator, request=request, user=request.user, authenticator=codes.instance
    )
    return codes.instance
