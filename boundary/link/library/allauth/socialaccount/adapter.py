"""What does the adapter for other sites do? Projects override its methods and name it in `SOCIALACCOUNT_ADAPTER`."""

from allauth.account.adapter import get_adapter as get_account_adapter
from django.conf import settings
from django.contrib.auth import get_user_model
from django.utils.module_loading import import_string


class DefaultSocialAccountAdapter:
    def __init__(self, request=None):
        self.request = request

    def pre_social_login(self, request, sociallogin):
        pass

    def on_authentication_error(self, request, provider, error=None, exception=None, extra_context=None):
        pass

    def new_user(self, request, sociallogin):
        return get_user_model()()

    def save_user(self, request, sociallogin, form=None):
        user = sociallogin.user
        get_account_adapter().save_user(request, user, form, commit=False)
        sociallogin.save(request)
        return user

    def populate_user(self, request, sociallogin, data):
        return sociallogin.user

    def get_connect_redirect_url(self, request, socialaccount):
        return __unknown__

    def validate_disconnect(self, account, accounts):
        pass

    def is_auto_signup_allowed(self, request, sociallogin):
        return __unknown__

    def is_open_for_signup(self, request, sociallogin):
        return __unknown__

    def list_apps(self, request, provider=None, client_id=None):
        from allauth.socialaccount.models import SocialApp

        return list(SocialApp.objects.on_site(request))

    def list_providers(self, request):
        from allauth.socialaccount.providers.base.provider import Provider

        return [Provider(request=request, app=app) for app in self.list_apps(request)]

    def get_app(self, request, provider, client_id=None):
        return self.list_apps(request, provider=provider, client_id=client_id)[0]

    def get_provider(self, request, provider, client_id=None):
        from allauth.socialaccount.providers.base.provider import Provider

        made = __instance__(Provider)
        made.app = self.get_app(request, provider=provider, client_id=client_id)
        return made


def get_adapter(request=None):
    path = settings.SOCIALACCOUNT_ADAPTER or "allauth.socialaccount.adapter.DefaultSocialAccountAdapter"
    return import_string(path)(request)
