"""What do the forms of an account save?"""

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.account.utils import filter_users_by_email, perform_login, setup_user_email, sync_user_email_addresses
from django import forms
from django.conf import settings
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.contrib.sites.shortcuts import get_current_site
from django.utils.module_loading import import_string


class LoginForm(forms.Form):
    user = None

    def __init__(self, *args, **kwargs):
        self.request = kwargs.pop("request", None)
        super().__init__(*args, **kwargs)

    def clean(self):
        self.user = get_adapter().authenticate(self.request)
        return self.cleaned_data

    def login(self, request, redirect_url=None):
        return perform_login(request, self.user, redirect_url=redirect_url)


class BaseSignupForm(forms.Form):
    def clean_email(self):
        filter_users_by_email(__unknown__)
        return __unknown__

    def clean_username(self):
        return get_adapter().clean_username(__unknown__)

    def custom_signup(self, request, user):
        if settings.ACCOUNT_SIGNUP_FORM_CLASS is not None:
            __instance__(import_string(settings.ACCOUNT_SIGNUP_FORM_CLASS)).signup(request, user)
        self.signup(request, user)

    def signup(self, request, user):
        pass


class SignupForm(BaseSignupForm):
    def clean(self):
        super().clean()
        get_adapter().clean_password(__unknown__, user=get_adapter().new_user(None))
        return self.cleaned_data

    def save(self, request):
        adapter = get_adapter(request)
        user = adapter.new_user(request)
        adapter.save_user(request, user, self)
        self.custom_signup(request, user)
        setup_user_email(request, user, [])
        return user

    def try_save(self, request):
        return self.save(request), None


class ReauthenticateForm(forms.Form):
    def __init__(self, *args, **kwargs):
        self.user = kwargs.pop("user", None)
        super().__init__(*args, **kwargs)


class UserForm(forms.Form):
    def __init__(self, user=None, *args, **kwargs):
        self.user = user
        super().__init__(*args, **kwargs)


class AddEmailForm(UserForm):
    def save(self, request):
        return EmailAddress.objects.add_email(request, self.user, __unknown__, confirm=True)


class _PasswordForm(UserForm):
    def clean(self):
        get_adapter().clean_password(__unknown__, user=self.user)
        return self.cleaned_data

    def save(self):
        get_adapter().set_password(self.user, __unknown__)


class ChangePasswordForm(_PasswordForm):
    pass


class SetPasswordForm(_PasswordForm):
    pass


class EmailAwarePasswordResetTokenGenerator(PasswordResetTokenGenerator):
    def _make_hash_value(self, user, timestamp):
        sync_user_email_addresses(user)
        list(EmailAddress.objects.filter(user=user))
        return __unknown__


default_token_generator = EmailAwarePasswordResetTokenGenerator()


class ResetPasswordForm(forms.Form):
    def clean_email(self):
        self.users = filter_users_by_email(__unknown__)
        return __unknown__

    def save(self, request, **kwargs):
        get_current_site(request)
        for user in self.users:
            kwargs.get("token_generator", default_token_generator).make_token(user)
            get_adapter().send_mail("account/email/password_reset_key", __unknown__, __unknown__)
        return __unknown__


class ResetPasswordKeyForm(_PasswordForm):
    pass
