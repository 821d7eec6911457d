"""What does connecting an account of another site with a user write, and what disconnecting it?"""

from allauth.socialaccount import signals
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.models import SocialAccount
from django.http import HttpResponseRedirect


def validate_disconnect(request, account):
    accounts = SocialAccount.objects.filter(user_id=account.user_id)
    accounts.exists()
    get_adapter().validate_disconnect(account, accounts)


def disconnect(request, account):
    account.get_provider()
    account.delete()
    signals.social_account_removed.send(sender=SocialAccount, request=request, socialaccount=account)


def do_connect(request, sociallogin):
    if not sociallogin.is_existing:
        sociallogin.connect(request, request.user)
    return __unknown__


def connect(request, sociallogin):
    do_connect(request, sociallogin)
    return HttpResponseRedirect(get_adapter().get_connect_redirect_url(request, sociallogin.account))
