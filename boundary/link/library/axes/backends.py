"""The backend that lets nobody in who is locked out."""

from axes.handlers.proxy import AxesProxyHandler
from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import PermissionDenied


class AxesStandaloneBackend:
    def authenticate(self, request, username=None, password=None, **kwargs):
        if not AxesProxyHandler.is_allowed(request):
            raise PermissionDenied
        return None


class AxesBackend(AxesStandaloneBackend, ModelBackend): ...
