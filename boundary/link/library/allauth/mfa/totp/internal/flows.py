"""What is written when a factor by time is switched on or off?"""

from allauth.mfa import signals
from allauth.mfa.base.internal.flows import delete_and_cleanup
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.flows import auto_generate_recovery_codes
from allauth.mfa.totp.internal.auth import TOTP


def activate_totp(request, form):
    totp = TOTP.activate(request.user, form.secret)
    signals.authenticator_added.send(
        sender=Authenticator, request=request, user=request.user, authenticator=totp.instance
    )
    return totp, auto_generate_recovery_codes(request)


def deactivate_totp(request, authenticator):
    delete_and_cleanup(request, authenticator)
