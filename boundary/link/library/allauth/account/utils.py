"""What do the helpers around users and their addresses read and write?"""

from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress
from allauth.account.signals import user_logged_in, user_signed_up
from django.apps import apps
from django.contrib.auth import get_user_model


def user_display(user):
    return __unknown__


def user_email(user, *args, commit=False):
    if args and commit:
        user.save()
    return __unknown__


def user_username(user, *args, commit=False):
    if args and commit:
        user.save()
    return __unknown__


def user_field(user, field, *args, commit=False):
    if args and commit:
        user.save()
    return __unknown__


def has_verified_email(user, email=None):
    return EmailAddress.objects.filter(user=user, verified=True).exists()


def perform_login(request, user, email_verification=None, redirect_url=None, signal_kwargs=None, signup=False):
    adapter = get_adapter(request)
    adapter.pre_login(request, user)
    if apps.is_installed("allauth.mfa"):  # whether there is a second step
        from allauth.mfa.models import Authenticator

        Authenticator.objects.filter(user=user).exists()
    adapter.login(request, user)
    user_logged_in.send(sender=user.__class__, request=request, user=user, **(signal_kwargs or {}))
    return adapter.post_login(request, user)


def complete_signup(request, user, email_verification=None, success_url=None, signal_kwargs=None, redirect_url=None):
    user_signed_up.send(sender=user.__class__, request=request, user=user, **(signal_kwargs or {}))
    return perform_login(request, user, signal_kwargs=signal_kwargs, signup=True)


def setup_user_email(request, user, addresses):
    EmailAddress.objects.filter(user=user).exists()
    primary = EmailAddress(user=user, email=__unknown__)
    primary.save()
    EmailAddress.objects.fill_cache_for_user(user, addresses)
    return primary


def send_email_confirmation(request, user, signup=False, email=None):
    address = EmailAddress.objects.add_email(request, user, email, signup=signup)
    address.send_confirmation(request, signup=signup)


def sync_user_email_addresses(user):
    if not EmailAddress.objects.filter(user=user).exists():
        EmailAddress.objects.create(user=user)


def filter_users_by_email(email, is_active=None, prefer_verified=False):
    users = [address.user for address in EmailAddress.objects.filter(email=email)]
    return [*users, *get_user_model()._default_manager.filter(email=email)]


def filter_users_by_username(*username):
    return get_user_model()._default_manager.filter(username__in=username)


def get_next_redirect_url(request, redirect_field_name="next"):
    return __unknown__


def get_login_redirect_url(request, url=None, redirect_field_name="next", signup=False):
    return url or get_adapter().get_login_redirect_url(request)


def passthrough_next_redirect_url(request, url, redirect_field_name):
    return url


def logout_on_password_change(request, user):
    request.session.cycle_key()
