"""How does a token say who asks?  Those that have expired are deleted on the way."""

from knox.models import get_token_model
from knox.signals import token_expired
from rest_framework.authentication import BaseAuthentication


class TokenAuthentication(BaseAuthentication):
    def authenticate(self, request):
        return self.authenticate_credentials(__unknown__)

    def authenticate_credentials(self, token):
        for auth_token in get_token_model().objects.filter(token_key=token).select_related("user"):
            if self._cleanup_token(auth_token):
                continue
            self.renew_token(auth_token)
            return self.validate_user(auth_token)

    def renew_token(self, auth_token):
        auth_token.save(update_fields=("expiry",))

    def validate_user(self, auth_token):
        return (auth_token.user, auth_token)

    def _cleanup_token(self, auth_token):
        for other_token in auth_token.user.auth_token_set.all():
            other_token.delete()
            token_expired.send(sender=self.__class__)
        return __unknown__
