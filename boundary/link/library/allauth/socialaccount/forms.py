"""What do the forms save with which somebody signs up from another site, or gives up an account there?"""

from allauth.account.forms import BaseSignupForm
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.internal.flows.connect import disconnect, validate_disconnect
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django import forms


class SignupForm(BaseSignupForm):
    @property
    def sociallogin(self):
        return SocialLogin(user=get_adapter().new_user(None, None), account=SocialAccount())

    def save(self, request):
        user = get_adapter().save_user(request, self.sociallogin, form=self)
        self.custom_signup(request, user)
        return user

    def try_save(self, request):
        return self.save(request), None


class DisconnectForm(forms.Form):
    @property
    def _account(self):
        return SocialAccount.objects.get(pk=__unknown__)

    def __init__(self, *args, **kwargs):
        self.request = kwargs.pop("request", None)
        super().__init__(*args, **kwargs)

    def clean(self):
        validate_disconnect(self.request, self._account)
        return self.cleaned_data

    def save(self):
        disconnect(self.request, self._account)
