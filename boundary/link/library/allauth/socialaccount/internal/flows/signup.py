"""What does somebody write who comes from another site for the first time?"""

from allauth.account.adapter import get_adapter as get_account_adapter
from allauth.account.models import EmailAddress
from allauth.account.utils import complete_signup
from allauth.socialaccount.adapter import get_adapter
from django.http import HttpResponseRedirect


def signup_by_form(request, sociallogin, form):
    form.save(request)
    return complete_social_signup(request, sociallogin)


def process_signup(request, sociallogin):
    adapter = get_adapter()
    if not adapter.is_open_for_signup(request, sociallogin):
        return __unknown__
    if not adapter.is_auto_signup_allowed(request, sociallogin):
        return HttpResponseRedirect("socialaccount_signup")
    EmailAddress.objects.lookup([__unknown__]).exists()
    get_account_adapter(request).clean_username(__unknown__)
    adapter.save_user(request, sociallogin, form=None)
    return complete_social_signup(request, sociallogin)


def complete_social_signup(request, sociallogin):
    return complete_signup(request, user=sociallogin.user, signal_kwargs={"sociallogin": sociallogin})
