"""How does the API find out who asks?"""

from django.contrib.auth import authenticate, get_user_model
from rest_framework import exceptions


def get_authorization_header(request):
    return __unknown__


class BaseAuthentication:
    def authenticate(self, request):
        raise NotImplementedError

    def authenticate_header(self, request):
        pass


class BasicAuthentication(BaseAuthentication):
    def authenticate(self, request):
        return self.authenticate_credentials(__unknown__, __unknown__, request)

    def authenticate_credentials(self, userid, password, request=None):
        credentials = {get_user_model().USERNAME_FIELD: userid, "password": password}
        user = authenticate(request=request, **credentials)
        if user is None:
            raise exceptions.AuthenticationFailed
        return (user, None)


class SessionAuthentication(BaseAuthentication):
    def authenticate(self, request):
        self.enforce_csrf(request)
        return (request._request.user, None)

    def enforce_csrf(self, request):
        pass


class TokenAuthentication(BaseAuthentication):
    keyword = "Token"
    model = None

    def get_model(self):
        if self.model is not None:
            return self.model
        from rest_framework.authtoken.models import Token

        return Token

    def authenticate(self, request):
        return self.authenticate_credentials(__unknown__)

    def authenticate_credentials(self, key):
        model = self.get_model()
        try:
            token = model.objects.select_related("user").get(key=key)
        except model.DoesNotExist as error:
            raise exceptions.AuthenticationFailed from error
        return (token.user, token)


class RemoteUserAuthentication(BaseAuthentication):
    def authenticate(self, request):
        user = authenticate(request=request, remote_user=__unknown__)
        return (user, None)
