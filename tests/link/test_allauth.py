"""Accounts by django-allauth: addresses, accounts of other sites, adapters, signals."""

from __future__ import annotations

import pytest

from tests.link.linking import assert_touches


def test_addresses_and_accounts() -> None:
    assert_touches("""
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount, SocialToken
from django.contrib.auth.models import User
def look(user: User):
    user.socialaccount_set.filter(provider="x").exists()  #= read socialaccount_socialaccount
    user.emailaddress_set.first()  #= read account_emailaddress
    EmailAddress.objects.get_primary(user)  #= read account_emailaddress
def add(user: User, request):
    with transaction.atomic():  #> write account_emailaddress, write account_emailconfirmation
        EmailAddress.objects.add_email(request, user, "a", confirm=True)
def drop(account: SocialAccount):
    account.delete()  #= delete socialaccount_socialaccount, delete socialaccount_socialtoken
""")


def test_an_adapter_and_a_signal() -> None:
    assert_touches("""
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "allauth.account"]
ACCOUNT_ADAPTER = "shop.services.Adapter"
# file: shop/services.py
from django.db import transaction
from shop.models import *
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import SignupForm
from allauth.account.signals import user_signed_up
from django.dispatch import receiver
class Adapter(DefaultAccountAdapter):
    def save_user(self, request, user, form, commit=True):
        user = super().save_user(request, user, form, commit)  #= insert auth_user
        Log.objects.create()  #= insert shop_log
        return user
class Signup(SignupForm):
    def save(self, request):
        user = super().save(request)  #= write account_emailaddress
        return user
@receiver(user_signed_up)
def welcome(request, user, **kwargs):
    user.save()  #= update auth_user?
""")


def test_views_that_a_project_derives_from() -> None:
    session = "write django_session, delete django_session"
    signup = f"insert auth_user, insert shop_log, write account_emailaddress, update auth_user, {session}"
    assert_touches(f"""
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "django.contrib.sessions", "allauth.account"]
ACCOUNT_FORMS = {{"signup": "shop.services.Signup"}}
# file: shop/services.py
from django.db import transaction
from shop.models import *
from allauth.account.forms import SignupForm
from allauth.account.mixins import RedirectAuthenticatedUserMixin
from allauth.account.views import LoginView, PasswordChangeView, SignupView
class Signup(SignupForm):
    def custom_signup(self, request, user):
        Log.objects.create()  #= insert shop_log
class Login(LoginView):
    def dispatch(self, request, *args, **kwargs):
        if request.user.is_temporary:
            return super(RedirectAuthenticatedUserMixin, self).dispatch(request, *args, **kwargs)
        with transaction.atomic():  #> update auth_user, {session}
            return super().dispatch(request, *args, **kwargs)
class Join(SignupView):
    def dispatch(self, request, *args, **kwargs):
        with transaction.atomic():  #> {signup}
            return super().dispatch(request, *args, **kwargs)
class Change(PasswordChangeView):
    def dispatch(self, request, *args, **kwargs):
        with transaction.atomic():  #> update auth_user, {session}
            return super().dispatch(request, *args, **kwargs)
""")


@pytest.mark.parametrize("form", ["forms.SignupForm(request.POST)", "forms.SetPasswordForm(data=request.POST)"])
def test_passwords_are_judged(form: str) -> None:
    assert_touches(f"""
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "allauth.account"]
AUTH_PASSWORD_VALIDATORS = [{{"NAME": "shop.services.Validator"}}]
# file: shop/services.py
from django.db import transaction
from allauth.account import forms
from shop.models import Log
class Validator:
    def validate(self, password, user=None):
        Log.objects.create()
def work(request):
    with transaction.atomic():  #> insert shop_log
        {form}.is_valid()
""")


def test_the_form_of_a_project_that_joins_in() -> None:
    assert_touches("""
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "allauth.account"]
ACCOUNT_SIGNUP_FORM_CLASS = "shop.services.More"
# file: shop/services.py
from django import forms
from django.db import transaction
from allauth.account.forms import SignupForm
from shop.models import Log
class More(forms.Form):
    def signup(self, request, user):
        Log.objects.create()  #= insert shop_log
def enter(request):
    with transaction.atomic():  #> insert auth_user, insert account_emailaddress, insert shop_log
        SignupForm(request.POST).save(request)
""")


@pytest.mark.parametrize(
    ("statement", "written"),
    [
        ("address.send_confirmation(request)", "insert shop_log, write account_emailconfirmation"),
        ("ResetPasswordForm(request.POST).save(request)", "insert shop_log, write account_emailaddress"),
        ("get_adapter().send_mail('welcome', 'a', {})", "insert shop_log"),
    ],
)
def test_mails_go_through_the_backend(statement: str, written: str) -> None:
    assert_touches(f"""
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "allauth.account"]
EMAIL_BACKEND = "shop.services.Backend"
# file: shop/services.py
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from allauth.account.adapter import get_adapter
from allauth.account.forms import ResetPasswordForm
from allauth.account.models import EmailAddress
from shop.models import Log
class Backend(BaseEmailBackend):
    def send_messages(self, email_messages):
        Log.objects.create()
def work(request, address: EmailAddress):
    with transaction.atomic():  #> {written}
        {statement}
""")


@pytest.mark.parametrize(("app", "expected"), [("allauth.mfa", "read"), ("shop.more", "no read")])
def test_whether_there_is_a_second_factor(app: str, expected: str) -> None:
    expected = f"write django_session, delete django_session, {expected} mfa_authenticator"
    assert_touches(f"""
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "allauth.account", "{app}"]
# file: shop/services.py
from allauth.account.utils import perform_login
from django.db import transaction
from django.contrib.auth.models import User
def enter(request, user: User):
    with transaction.atomic():  #> update auth_user, {expected}
        perform_login(request, user)
""")


def test_second_factors() -> None:
    assert_touches("""
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.internal.flows import delete_and_cleanup
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.flows import auto_generate_recovery_codes
from allauth.mfa.signals import authenticator_removed
from allauth.mfa.totp.internal import auth
from django.contrib.auth.models import User
from django.dispatch import receiver
@receiver(authenticator_removed)
def log(user, **kwargs):
    Log.objects.create(text="removed")
def ask(user: User):
    with transaction.atomic():  #> nothing, read mfa_authenticator
        get_adapter().is_mfa_enabled(user)
def switch_on(request, user: User):
    with transaction.atomic():  #> insert mfa_authenticator
        auth.TOTP.activate(user, "secret")
    with transaction.atomic():  #> insert mfa_authenticator
        made = auto_generate_recovery_codes(request)
        made.wrap().get_unused_codes()
def switch_off(request, user: User):
    with transaction.atomic():  #> delete mfa_authenticator, insert shop_log
        delete_and_cleanup(request, Authenticator.objects.get(user=user))
""")


def test_tokens_of_applications_that_users_log_in_to() -> None:
    assert_touches("""
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "allauth", "allauth.idp.oidc"]
# file: shop/services.py
import allauth.idp.oidc.management.commands.oidc_cleartokens
from allauth.idp.oidc.contrib.rest_framework.authentication import TokenAuthentication
from django.core.management import call_command
from django.db import transaction
def sweep():
    with transaction.atomic():  #> delete allauth_idp_oidc_token
        call_command("oidc_cleartokens")
class Authentication(TokenAuthentication):
    def authenticate(self, request):
        user, token = super().authenticate(request)  #= read allauth_idp_oidc_token, read auth_user
        return user, token
""")


SOCIAL = """
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "django.contrib.sessions", "allauth.account", "allauth.socialaccount"]
SOCIALACCOUNT_ADAPTER = "shop.services.Adapter"
{settings}
# file: shop/services.py
from django.db import transaction
from django.dispatch import receiver
from shop.models import *
from allauth.account.signals import user_signed_up
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter, get_adapter
from allauth.socialaccount.helpers import complete_social_login
from allauth.socialaccount.providers.oauth2.provider import OAuth2Provider
from allauth.socialaccount.providers.oauth2.views import OAuth2Adapter, OAuth2CallbackView
from allauth.socialaccount.signals import pre_social_login
class Adapter(DefaultSocialAccountAdapter):
    def save_user(self, request, sociallogin, form=None):
        Stock.objects.create()  #= insert shop_stock
        return super().save_user(request, sociallogin, form)
class Provider(OAuth2Provider):
    def extract_common_fields(self, data):
        Tag.objects.create()  #= insert shop_tag
        return data
class Site(OAuth2Adapter):
    def complete_login(self, request, app, token, **kwargs):
        return self.get_provider().sociallogin_from_response(request, {{}})
@receiver(pre_social_login)
def look(request, sociallogin, **kwargs):
    Log.objects.create()
@receiver(user_signed_up)
def welcome(request, user, sociallogin=None, **kwargs):
    sociallogin.account.save()  #= write socialaccount_socialaccount
def enter(request, data):
    login = get_adapter().get_provider(request, "shop").sociallogin_from_response(request, data)
    with transaction.atomic():  #> {expected}
        complete_social_login(request, login)
def called_back(request):
    with transaction.atomic():  #> insert shop_tag, {expected}
        OAuth2CallbackView.adapter_view(Site)(request)
"""


@pytest.mark.parametrize(
    ("settings", "tokens"),
    [
        ("", ""),
        ("SOCIALACCOUNT_STORE_TOKENS = True", ", insert socialaccount_socialtoken, update socialaccount_socialtoken"),
    ],
)
def test_logins_by_another_site(settings: str, tokens: str) -> None:
    account = "insert socialaccount_socialaccount, update socialaccount_socialaccount, insert account_emailaddress"
    user = f"insert auth_user, update auth_user, {account}, write django_session, delete django_session"
    expected = f"insert shop_log, insert shop_stock, {user}{tokens}"
    assert_touches(SOCIAL.format(settings=settings, expected=expected))


def test_the_form_with_which_somebody_signs_up_from_another_site() -> None:
    assert_touches("""
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "allauth.account", "allauth.socialaccount"]
SOCIALACCOUNT_FORMS = {"signup": "shop.services.Signup", "disconnect": "shop.services.Part"}
# file: shop/services.py
from django.db import transaction
from shop.models import *
from allauth.socialaccount.forms import DisconnectForm, SignupForm
class Signup(SignupForm):
    @transaction.atomic  #> insert auth_user, insert socialaccount_socialaccount, \
update socialaccount_socialaccount, insert account_emailaddress, insert shop_log
    def save(self, request):
        user = super().save(request)
        user.email = self.initial["email"]
        user.save()
        return user
    def signup(self, request, user):
        Log.objects.create()
class Part(DisconnectForm):
    def save(self):
        with transaction.atomic():  #> delete socialaccount_socialaccount, delete socialaccount_socialtoken
            super().save()
""")


STORED = "insert kept, update kept, delete kept"
LOGGED_IN = "update auth_user, insert django_session, delete django_session"


@pytest.mark.parametrize(
    ("view", "written"),
    [
        ("LoginView", f"{LOGGED_IN}, {STORED}"),
        ("SignupView", f"insert auth_user, insert account_emailaddress, {LOGGED_IN}, {STORED}"),
        ("PasswordChangeView", f"{LOGGED_IN}, {STORED}"),
        ("PasswordSetView", f"{LOGGED_IN}, {STORED}"),
        ("PasswordResetDoneView", "nothing, no read kept"),
    ],
)
def test_how_often_somebody_may_is_counted_in_the_cache(view: str, written: str) -> None:
    assert_touches(f"""
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "django.contrib.sessions", "allauth.account"]
CACHES = {{"default": {{"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "kept"}}}}
# file: shop/views.py
from allauth.account import views
class Ours(views.{view}):
    def dispatch(self, *args, **kwargs):
        return super().dispatch(*args, **kwargs)  #= {written}
# file: shop/urls.py
from django.urls import path
from shop.views import Ours
urlpatterns = [path("x", Ours.as_view())]
""")


@pytest.mark.parametrize(
    ("call", "written"),
    [
        ("ratelimit.consume(request, action='pay')", STORED),
        ("ratelimit.consume_or_429(request, action='pay', key='x')", STORED),
        ("ratelimit.clear(request, action='pay')", "delete kept"),
        ("counted(request)", STORED),
    ],
)
def test_what_a_project_counts_itself(call: str, written: str) -> None:
    assert_touches(f"""
# file: shop/settings.py
INSTALLED_APPS = ["shop", "allauth.account"]
CACHES = {{"default": {{"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "kept"}}}}
# file: shop/services.py
from allauth.core import ratelimit
from allauth.decorators import rate_limit
from django.db import transaction
@rate_limit(action="pay")
def counted(request):
    return None
def work(request):
    with transaction.atomic():  #> {written}
        {call}
""")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("{% provider_login_url 'steam' process='connect' %}", "read socialaccount_socialapp, read django_site"),
        ("{% get_providers as those %}", "read socialaccount_socialapp, read socialaccount_socialapp_sites"),
        ("{% providers_media_js %}", "read socialaccount_socialapp"),
        (
            "{% get_social_accounts user as those %}",
            "read socialaccount_socialaccount, no read socialaccount_socialapp",
        ),
    ],
)
def test_buttons_for_other_sites(tag: str, expected: str) -> None:
    assert_touches(f"""
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "django.contrib.sites", "allauth.account", "allauth.socialaccount"]
LIBRARIES = ["allauth.socialaccount.templatetags.socialaccount"]
# file: shop/views.py
from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import render
def page(request: HttpRequest):
    with transaction.atomic():  #> nothing, {expected}
        return render(request, "shop/page.html", {{}})
# file: shop/urls.py
from django.urls import path
from shop.views import page
urlpatterns = [path("x", page)]
# file: shop/templates/shop/page.html
{{% load socialaccount %}}
{tag}
""")


@pytest.mark.parametrize(
    ("backend", "address"),
    [
        ("allauth.account.auth_backends.AuthenticationBackend", "read"),
        ("shop.backends.Own", "read"),
        ("django.contrib.auth.backends.ModelBackend", "no read"),
    ],
)
def test_who_logs_in_is_found_by_name_or_address(backend: str, address: str) -> None:
    assert_touches(f"""
# file: shop/settings.py
INSTALLED_APPS = ["shop", "django.contrib.auth", "allauth.account"]
AUTHENTICATION_BACKENDS = ["{backend}"]
# file: shop/backends.py
from allauth.account.auth_backends import AuthenticationBackend
class Own(AuthenticationBackend):
    def authenticate(self, request, **credentials):
        return super().authenticate(request, **credentials)
# file: shop/services.py
from django.contrib.auth import authenticate
from django.db import transaction
def enter(request, data):
    with transaction.atomic():  #> update auth_user, read auth_user, {address} account_emailaddress
        return authenticate(request, username=data["name"], password=data["password"])
""")
