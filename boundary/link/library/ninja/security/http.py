from ninja.security.base import AuthBase


class HttpAuthBase(AuthBase): ...


class HttpBearer(HttpAuthBase): ...


class HttpBasicAuth(HttpAuthBase):
    def __call__(self, request):
        return self.authenticate(request, __unknown__, __unknown__)

    def authenticate(self, request, username, password): ...
