"""What do the authentication middlewares put on a request?"""

from django.contrib import auth
from django.utils.deprecation import MiddlewareMixin


def get_user(request):
    return auth.get_user(request)


class AuthenticationMiddleware(MiddlewareMixin):
    def process_request(self, request):
        request.user = get_user(request)


class LoginRequiredMiddleware(MiddlewareMixin):
    def process_view(self, request, view_func, view_args, view_kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission(request, view_func)
        return None

    def get_login_url(self, view_func):
        return __unknown__

    def handle_no_permission(self, request, view_func):
        return __unknown__


class RemoteUserMiddleware(MiddlewareMixin):
    header = "REMOTE_USER"

    def process_request(self, request):
        username = self.clean_username(__unknown__, request)
        user = auth.authenticate(request, remote_user=username)
        if user:
            request.user = user
            auth.login(request, user)

    def clean_username(self, username, request):
        return username


class PersistentRemoteUserMiddleware(RemoteUserMiddleware):
    force_logout_if_no_header = False
