"""What does the adapter do to users? Projects override its methods and name it in `ACCOUNT_ADAPTER`."""

from django.conf import settings
from django.contrib.auth import authenticate, get_user_model, login, logout
from django.contrib.auth.password_validation import validate_password
from django.core.mail import EmailMultiAlternatives
from django.utils.module_loading import import_string


class DefaultAccountAdapter:
    def __init__(self, request=None):
        self.request = request

    def is_open_for_signup(self, request):
        return __unknown__

    def new_user(self, request):
        return get_user_model()()

    def populate_username(self, request, user):
        get_user_model()._default_manager.filter(username=__unknown__).exists()

    def generate_unique_username(self, txts, regex=None):
        get_user_model()._default_manager.filter(username=__unknown__).exists()
        return __unknown__

    def save_user(self, request, user, form, commit=True):
        self.populate_username(request, user)
        if commit:
            user.save()
        return user

    def clean_username(self, username, shallow=False):
        get_user_model()._default_manager.filter(username=username).exists()
        return username

    def clean_email(self, email):
        return email

    def clean_password(self, password, user=None):
        validate_password(password, user)
        return password

    def confirm_email(self, request, email_address):
        email_address.set_verified()
        return True

    def set_password(self, user, password):
        user.set_password(password)
        user.save()

    def authenticate(self, request, **credentials):
        return authenticate(request, **credentials)

    def login(self, request, user):
        login(request, user)

    def logout(self, request):
        logout(request)

    def pre_login(self, request, user, **kwargs):
        return None

    def post_login(self, request, user, **kwargs):
        return __unknown__

    def get_logout_redirect_url(self, request):
        return __unknown__

    def get_login_redirect_url(self, request):
        return __unknown__

    def get_signup_redirect_url(self, request):
        return __unknown__

    def get_email_confirmation_url(self, request, emailconfirmation):
        return __unknown__

    def render_mail(self, template_prefix, email, context, headers=None):
        return EmailMultiAlternatives()

    def send_mail(self, template_prefix, email, context):
        self.render_mail(template_prefix, email, context).send()

    def send_confirmation_mail(self, request, emailconfirmation, signup):
        self.send_mail("account/email/email_confirmation", __unknown__, __unknown__)


def get_adapter(request=None):
    return import_string(settings.ACCOUNT_ADAPTER or "allauth.account.adapter.DefaultAccountAdapter")(request)
