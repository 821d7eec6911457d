"""What does a request carry? A session of the configured engine, the current user, the current site."""

from importlib import import_module

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.sites.models import Site


class RawPostDataException(Exception):
    pass


class UnreadablePostError(OSError):
    pass


class QueryDict:
    def __init__(self, query_string=None, mutable=False, encoding=None):
        self.encoding = encoding

    def __getitem__(self, key):
        return __unknown__

    def get(self, key, default=None):
        return __unknown__

    def getlist(self, key, default=None):
        return __unknown__

    def pop(self, key, default=None):
        return __unknown__

    def update(self, *args, **kwargs):
        pass

    def setdefault(self, key, default=None):
        return __unknown__

    def setlist(self, key, list_): ...

    def setlistdefault(self, key, default_list=None):
        return __unknown__

    def appendlist(self, key, value): ...

    def clear(self): ...

    def __iter__(self):
        yield __unknown__

    def keys(self):
        yield __unknown__

    def values(self):
        yield __unknown__

    def items(self):
        yield __unknown__, __unknown__

    def lists(self):
        yield __unknown__, __unknown__

    def copy(self):
        return QueryDict()

    def dict(self):
        return __unknown__

    def urlencode(self, safe=None):
        return __unknown__


class HttpRequest:
    # The middleware sets these three; they are stated here because every request of an application has them.
    session = import_module(settings.SESSION_ENGINE or "django.contrib.sessions.backends.db").SessionStore()
    site = __instance__(Site)

    GET = QueryDict()
    POST = QueryDict()
    COOKIES = QueryDict()
    META = QueryDict()
    FILES = QueryDict()
    headers = QueryDict()
    method = __unknown__
    path = __unknown__

    @property
    def user(self):
        # Lazy: whoever asks first loads the session, and by it the user.
        if __unknown__:
            return self._cached_user
        self.session.get("_auth_user_id")
        get_user_model()._default_manager.get(pk=__unknown__)
        return __loaded_user__(__instance__(get_user_model()))

    @user.setter
    def user(self, value):
        self._cached_user = value

    async def auser(self):
        return self.user

    def build_absolute_uri(self, location=None):
        return __unknown__

    def get_full_path(self, force_append_slash=False):
        return __unknown__

    def get_host(self):
        return __unknown__

    def is_secure(self):
        return __unknown__

    def __iter__(self):
        return iter(())
