"""What do throttles call? The cache, which may be a table of the database."""

from django.core.cache import cache as default_cache


class BaseThrottle:
    def allow_request(self, request, view):
        raise NotImplementedError

    def get_ident(self, request):
        return __unknown__

    def wait(self):
        return None


class SimpleRateThrottle(BaseThrottle):
    cache = default_cache
    scope = None

    def get_cache_key(self, request, view):
        raise NotImplementedError

    def get_rate(self):
        return __unknown__

    def allow_request(self, request, view):
        self.get_rate()
        self.key = self.get_cache_key(request, view)
        self.cache.get(self.key, [])
        if __unknown__:
            return self.throttle_failure()
        return self.throttle_success()

    def throttle_success(self):
        self.cache.set(self.key, __unknown__, __unknown__)
        return True

    def throttle_failure(self):
        return False


class AnonRateThrottle(SimpleRateThrottle):
    def get_cache_key(self, request, view):
        return __unknown__


class UserRateThrottle(SimpleRateThrottle):
    def get_cache_key(self, request, view):
        return __unknown__


class ScopedRateThrottle(SimpleRateThrottle):
    def get_cache_key(self, request, view):
        return __unknown__
