"""What happens once another site has said who somebody is?  A login, a signup, or one more account of a user."""

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.account.utils import perform_login
from allauth.socialaccount import signals
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal.flows.connect import connect
from allauth.socialaccount.internal.flows.signup import process_signup
from allauth.socialaccount.models import SocialLogin
from django.http import HttpResponseRedirect


def pre_social_login(request, sociallogin):
    sociallogin.lookup()
    get_adapter().pre_social_login(request, sociallogin)
    signals.pre_social_login.send(sender=SocialLogin, request=request, sociallogin=sociallogin)


def complete_login(request, sociallogin, raises=False):
    pre_social_login(request, sociallogin)
    if sociallogin.state.get("process") == "redirect":
        return HttpResponseRedirect(sociallogin.get_redirect_url(request))
    if sociallogin.state.get("process") == "connect":
        return connect(request, sociallogin)
    if request.user.is_authenticated:
        get_account_adapter(request).logout(request)
    if sociallogin.is_existing:
        return perform_login(request, sociallogin.user, signal_kwargs={"sociallogin": sociallogin})
    return process_signup(request, sociallogin)
