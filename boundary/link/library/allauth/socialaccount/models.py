"""Which tables hold applications, accounts and tokens of other sites?"""

from allauth.socialaccount import signals
from allauth.socialaccount.adapter import get_adapter
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.sites.models import Site
from django.contrib.sites.shortcuts import get_current_site
from django.db import models


class SocialAppManager(models.Manager):
    def on_site(self, request):
        if not apps.is_installed("django.contrib.sites"):
            return self.all()
        return self.filter(sites__id=get_current_site(request).id)


class SocialApp(models.Model):
    provider = models.CharField(max_length=30)
    provider_id = models.CharField(max_length=200)
    name = models.CharField(max_length=40)
    sites = models.ManyToManyField(Site, blank=True)

    objects = SocialAppManager()

    class Meta:
        app_label = "socialaccount"
        db_table = "socialaccount_socialapp"


class SocialAccount(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    provider = models.CharField(max_length=200)
    uid = models.CharField(max_length=191)
    extra_data = models.JSONField(default=dict)

    class Meta:
        app_label = "socialaccount"
        db_table = "socialaccount_socialaccount"

    def authenticate(self):
        return __unknown__

    def get_provider(self, request=None):
        SocialApp.objects.filter(provider=self.provider).first()
        return __unknown__

    def get_provider_account(self):
        return __unknown__

    def get_profile_url(self):
        return __unknown__

    def get_avatar_url(self):
        return __unknown__


class SocialToken(models.Model):
    app = models.ForeignKey(SocialApp, on_delete=models.SET_NULL, null=True)
    account = models.ForeignKey(SocialAccount, on_delete=models.CASCADE)
    token = models.TextField()
    token_secret = models.TextField()
    expires_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "socialaccount"
        db_table = "socialaccount_socialtoken"


class SocialLogin:
    account: SocialAccount
    token: SocialToken

    def __init__(self, user=None, account=None, token=None, email_addresses=(), provider=None):
        self.account = account or __instance__(SocialAccount)
        self.token = token
        self.user = user
        self.email_addresses = email_addresses
        self.state = __unknown__

    def connect(self, request, user):
        self.user = user
        self.save(request, connect=True)
        signals.social_account_added.send(sender=SocialLogin, request=request, sociallogin=self)

    def save(self, request, connect=False):
        self.user.save()
        self.account.user = self.user
        self.account.save()
        if settings.SOCIALACCOUNT_STORE_TOKENS and self.token:
            self.token.save()
        if not connect:
            from allauth.account.utils import setup_user_email

            setup_user_email(request, self.user, self.email_addresses)

    def lookup(self):
        account = SocialAccount.objects.get(uid=__unknown__)
        self.account = account
        self.user = account.user
        account.save()
        signals.social_account_updated.send(sender=SocialLogin, request=__unknown__, sociallogin=self)
        self.store_token()

    def store_token(self):
        if not settings.SOCIALACCOUNT_STORE_TOKENS or not self.token:
            return
        token = SocialToken.objects.filter(account=self.account).first()
        if token:
            token.save()
        else:
            self.token.save()

    @property
    def is_existing(self):
        return get_user_model().objects.filter(pk=__unknown__).exists()

    @property
    def is_headless(self):
        return __unknown__

    def get_redirect_url(self, request):
        return __unknown__


__all__ = ["SocialAccount", "SocialApp", "SocialLogin", "SocialToken", "get_adapter"]
