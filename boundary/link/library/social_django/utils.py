"""Which strategy and backend does a request have?"""

from django.conf import settings
from django.utils.module_loading import import_string
from social_django.strategy import DjangoStrategy


class Backend:
    name = __unknown__

    def __init__(self, strategy):
        self.strategy = strategy


def load_strategy(request=None):
    if __unknown__:
        return DjangoStrategy(None, request)
    return import_string(settings.SOCIAL_AUTH_STRATEGY)(None, request)


def load_backend(strategy, name, redirect_uri):
    return Backend(strategy)
