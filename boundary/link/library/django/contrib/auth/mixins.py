"""What do the access mixins ask before a view runs?"""

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied


class AccessMixin:
    login_url = None
    permission_denied_message = ""
    raise_exception = False
    redirect_field_name = REDIRECT_FIELD_NAME

    def get_login_url(self):
        return self.login_url

    def get_permission_denied_message(self):
        return self.permission_denied_message

    def get_redirect_field_name(self):
        return self.redirect_field_name

    def handle_no_permission(self):
        if self.raise_exception or self.request.user.is_authenticated:
            raise PermissionDenied(self.get_permission_denied_message())
        return redirect_to_login(__unknown__, self.get_login_url(), self.get_redirect_field_name())


class LoginRequiredMixin(AccessMixin):
    def dispatch(self, request, *args, **kwargs):
        if __unknown__:
            return self.handle_no_permission()
        return super().dispatch(request, *args, **kwargs)


class PermissionRequiredMixin(AccessMixin):
    permission_required = None

    def get_permission_required(self):
        if isinstance(self.permission_required, str):
            return (self.permission_required,)
        return self.permission_required

    def has_permission(self):
        return self.request.user.has_perms(self.get_permission_required())

    def dispatch(self, request, *args, **kwargs):
        if not self.has_permission() and __unknown__:
            return self.handle_no_permission()
        return super().dispatch(request, *args, **kwargs)


class UserPassesTestMixin(AccessMixin):
    def get_test_func(self):
        return self.test_func

    def dispatch(self, request, *args, **kwargs):
        passed = self.get_test_func()()
        if not passed and __unknown__:
            return self.handle_no_permission()
        return super().dispatch(request, *args, **kwargs)
