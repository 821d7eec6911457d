"""What do throttles call? The cache; no table."""


class BaseThrottle:
    def allow_request(self, request, view):
        raise NotImplementedError

    def get_ident(self, request):
        return __unknown__

    def wait(self):
        return None


class SimpleRateThrottle(BaseThrottle):
    scope = None

    def get_cache_key(self, request, view):
        raise NotImplementedError

    def get_rate(self):
        return __unknown__

    def allow_request(self, request, view):
        self.get_rate()
        self.get_cache_key(request, view)
        return __unknown__

    def throttle_success(self):
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
