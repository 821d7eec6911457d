"""What does the middleware keep? The request, for the user of a record."""

from django.utils.deprecation import MiddlewareMixin


class HistoryRequestMiddleware(MiddlewareMixin):
    pass
