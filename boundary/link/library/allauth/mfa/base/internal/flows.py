"""What does taking a second factor away write?"""

from allauth.mfa import signals
from allauth.mfa.models import Authenticator


def delete_dangling_recovery_codes(user):
    left = Authenticator.objects.filter(user=user).first()
    if __unknown__:
        left.delete()
    return left


def delete_and_cleanup(request, authenticator):
    authenticator.delete()
    delete_dangling_recovery_codes(authenticator.user)
    signals.authenticator_removed.send(sender=Authenticator, request=request, user=request.user)


def post_authentication(request, authenticator, **kwargs):
    authenticator.record_usage()
    signals.authenticator_used.send(sender=Authenticator, request=request, user=authenticator.user)
