"""Which handler is asked? The one that `AXES_HANDLER` names."""

from django.conf import settings
from django.utils.module_loading import import_string


def implementation():
    return import_string(settings.AXES_HANDLER or "axes.handlers.database.AxesDatabaseHandler")()


class AxesProxyHandler:
    @classmethod
    def get_implementation(cls, force=False):
        return implementation()

    @classmethod
    def reset_attempts(cls, **kwargs):
        return implementation().reset_attempts(**kwargs)

    @classmethod
    def reset_logs(cls, **kwargs):
        return implementation().reset_logs(**kwargs)

    @classmethod
    def get_failures(cls, request, credentials=None):
        return implementation().get_failures(request, credentials)

    @classmethod
    def is_locked(cls, request, credentials=None):
        return implementation().is_locked(request, credentials)

    @classmethod
    def is_allowed(cls, request, credentials=None):
        return implementation().is_allowed(request, credentials)

    @classmethod
    def user_login_failed(cls, sender, credentials, request=None, **kwargs):
        return implementation().user_login_failed(sender, credentials, request, **kwargs)

    @classmethod
    def user_logged_in(cls, sender, request, user, **kwargs):
        return implementation().user_logged_in(sender, request, user, **kwargs)

    @classmethod
    def user_logged_out(cls, sender, request, user, **kwargs):
        return implementation().user_logged_out(sender, request, user, **kwargs)
