"""Which user do the claims of a provider mean?"""

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import SuspiciousOperation


class OIDCAuthenticationBackend(ModelBackend):
    def __init__(self, *args, **kwargs):
        self.UserModel = get_user_model()

    @staticmethod
    def get_settings(attr, *args):
        return __unknown__

    def describe_user_by_claims(self, claims):
        return __unknown__

    def filter_users_by_claims(self, claims):
        return self.UserModel.objects.filter(email__iexact=claims["email"])

    def verify_claims(self, claims):
        return __unknown__

    def create_user(self, claims):
        return self.UserModel.objects.create_user(self.get_username(claims), email=claims["email"])

    def get_username(self, claims):
        return __unknown__

    def update_user(self, user, claims):
        return user

    def verify_token(self, token, **kwargs):
        return __unknown__

    def get_token(self, payload):
        return __unknown__

    def get_userinfo(self, access_token, id_token, payload):
        return __unknown__

    def authenticate(self, request, **kwargs):
        self.request = request
        token = self.get_token(__unknown__)
        payload = self.verify_token(token, nonce=__unknown__)
        if payload:
            self.store_tokens(token, token)
            try:
                return self.get_or_create_user(token, token, payload)
            except SuspiciousOperation:
                return None
        return None

    def store_tokens(self, access_token, id_token):
        if __unknown__:
            self.request.session["oidc_access_token"] = access_token

    def get_or_create_user(self, access_token, id_token, payload):
        claims = self.get_userinfo(access_token, id_token, payload)
        if not self.verify_claims(claims):
            raise SuspiciousOperation
        users = self.filter_users_by_claims(claims)
        if len(users) == 1:
            return self.update_user(users[0], claims)
        if __unknown__:
            return self.create_user(claims)
        return None

    def get_user(self, user_id):
        try:
            return self.UserModel.objects.get(pk=user_id)
        except self.UserModel.DoesNotExist:
            return None
