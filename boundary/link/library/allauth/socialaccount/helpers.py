"""What ends a login by another site?  The same as the views do, for whoever has a login at hand."""

from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal import flows
from django.shortcuts import render


def render_authentication_error(request, provider, error=None, exception=None, extra_context=None):
    get_adapter().on_authentication_error(request, provider, error=error, exception=exception)
    return render(request, "socialaccount/authentication_error.html", {"auth_error": __unknown__})


def complete_social_login(request, sociallogin):
    return flows.login.complete_login(request, sociallogin)


def complete_social_signup(request, sociallogin):
    return flows.signup.complete_social_signup(request, sociallogin)


def socialaccount_user_display(socialaccount):
    return __unknown__
