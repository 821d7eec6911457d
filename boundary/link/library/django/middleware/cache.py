"""What do the cache middlewares offer? Hooks that touch no table."""

from django.utils.deprecation import MiddlewareMixin


class UpdateCacheMiddleware(MiddlewareMixin):
    def process_response(self, request, response):
        return response


class FetchFromCacheMiddleware(MiddlewareMixin):
    def process_request(self, request):
        return None


class CacheMiddleware(UpdateCacheMiddleware, FetchFromCacheMiddleware):
    pass
