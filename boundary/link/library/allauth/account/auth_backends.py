"""How are those found who log in?  By their name, or by an address that they have."""

from allauth.account.utils import filter_users_by_email, filter_users_by_username
from django.contrib.auth.backends import ModelBackend


class AuthenticationBackend(ModelBackend):
    def authenticate(self, request, **credentials):
        if __unknown__:  # a set of names, or one text for all of them, in one of two settings
            user = self._authenticate_by_email(**credentials)
            if user:
                return user
        return self._authenticate_by_username(**credentials)

    def _authenticate_by_username(self, **credentials):
        user = filter_users_by_username(credentials.get("username")).get()
        return user if self._check_password(user, credentials.get("password")) else None

    def _authenticate_by_email(self, **credentials):
        for user in filter_users_by_email(credentials.get("email"), prefer_verified=True):
            if self._check_password(user, credentials.get("password")):
                return user
        return None

    def _check_password(self, user, password):
        return user.check_password(password) and self.user_can_authenticate(user)
