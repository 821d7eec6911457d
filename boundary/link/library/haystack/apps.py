"""Who is told of saves and deletes? The processor that settings name: by default one that does nothing."""

from django.conf import settings
from haystack import connection_router, connections


def ready():
    __named__(settings.HAYSTACK_SIGNAL_PROCESSOR)(connections, connection_router)
