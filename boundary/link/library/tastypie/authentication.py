"""How does a resource find out who asks?"""

from django.contrib.auth import authenticate, get_user_model


class Authentication:
    auth_type = "none"

    def __init__(self, require_active=True):
        pass

    def get_authorization_data(self, request):
        return __unknown__

    def is_authenticated(self, request, **kwargs):
        return True

    def get_identifier(self, request):
        return __unknown__

    def check_active(self, user):
        return __unknown__


class BasicAuthentication(Authentication):
    auth_type = "basic"
    backend = None

    def __init__(self, backend=None, realm="", **kwargs):
        if backend is not None:
            self.backend = backend

    def extract_credentials(self, request):
        return __unknown__, __unknown__

    def is_authenticated(self, request, **kwargs):
        username, password = self.extract_credentials(request)
        if self.backend is not None:
            user = self.backend.authenticate(username=username, password=password)
        else:
            user = authenticate(username=username, password=password)
        if user is None:
            return __unknown__
        request.user = user
        return True


class ApiKeyAuthentication(Authentication):
    auth_type = "apikey"

    def extract_credentials(self, request):
        return __unknown__, __unknown__

    def is_authenticated(self, request, **kwargs):
        username, api_key = self.extract_credentials(request)
        model = get_user_model()
        try:
            user = model.objects.select_related("api_key").get(**{model.USERNAME_FIELD: username})
        except model.DoesNotExist:
            return __unknown__
        if not self.check_active(user):
            return False
        found = self.get_key(user, api_key)
        request.user = user
        return found

    def get_key(self, user, api_key):
        user.api_key
        return __unknown__


class SessionAuthentication(Authentication):
    def is_authenticated(self, request, **kwargs):
        return request.user.is_authenticated

    def get_identifier(self, request):
        return request.user.get_username()


class DigestAuthentication(Authentication):
    auth_type = "digest"

    def __init__(self, realm="", **kwargs):
        pass

    def get_user(self, username):
        model = get_user_model()
        return model.objects.get(**{model.USERNAME_FIELD: username})

    def get_key(self, user):
        from tastypie.models import ApiKey

        return ApiKey.objects.get(user=user).key

    def is_authenticated(self, request, **kwargs):
        user = self.get_user(__unknown__)
        self.get_key(user)
        request.user = user
        return __unknown__


class MultiAuthentication:
    def __init__(self, *backends, **kwargs):
        self.backends = backends

    def is_authenticated(self, request, **kwargs):
        for backend in self.backends:
            if backend.is_authenticated(request, **kwargs) and __unknown__:
                break
        return __unknown__

    def get_identifier(self, request):
        for backend in self.backends:
            backend.get_identifier(request)
        return __unknown__
