"""Who is told of saves and deletes? The processor that settings name: by default one that indexes at once."""

from django.conf import settings


def ready():
    __named__(settings.ELASTICSEARCH_DSL_SIGNAL_PROCESSOR)(None)


class DEDConfig:
    @classmethod
    def autosync_enabled(cls):
        return __unknown__

    @classmethod
    def auto_refresh_enabled(cls):
        return __unknown__
