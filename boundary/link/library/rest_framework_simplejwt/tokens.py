"""Which rows do tokens make, where their blacklist is installed?"""

from django.conf import settings
from rest_framework_simplejwt.token_blacklist.models import BlacklistedToken, OutstandingToken

INSTALLED = "rest_framework_simplejwt.token_blacklist" in settings.INSTALLED_APPS


class Token:
    token_type = None

    def __init__(self, token=None, verify=True):
        if token is not None and verify:
            self.verify()

    def verify(self):
        pass

    def set_exp(self, claim="exp", from_time=None, lifetime=None):
        pass

    @classmethod
    def for_user(cls, user):
        return cls()


class BlacklistMixin:
    def verify(self, *args, **kwargs):
        self.check_blacklist()
        super().verify(*args, **kwargs)

    def check_blacklist(self):
        if INSTALLED:
            BlacklistedToken.objects.filter(token__jti=__unknown__).exists()

    def blacklist(self):
        if INSTALLED:
            return BlacklistedToken.objects.get_or_create(token=self.outstand())

    def outstand(self):
        if INSTALLED:
            token, _ = OutstandingToken.objects.get_or_create(jti=__unknown__)
            return token

    @classmethod
    def for_user(cls, user):
        token = super().for_user(user)
        if INSTALLED:
            OutstandingToken.objects.create(user=user, jti=__unknown__)
        return token


class SlidingToken(BlacklistMixin, Token):
    pass


class AccessToken(Token):
    pass


class RefreshToken(BlacklistMixin, Token):
    access_token_class = AccessToken

    @property
    def access_token(self):
        return self.access_token_class()


class UntypedToken(Token):
    pass
