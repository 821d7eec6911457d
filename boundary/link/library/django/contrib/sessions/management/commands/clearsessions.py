"""Which sessions are cleared?  Those that have expired, in whichever store the settings name."""

from importlib import import_module

from django.conf import settings
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    def handle(self, **options):
        engine = import_module(settings.SESSION_ENGINE or "django.contrib.sessions.backends.db")
        engine.SessionStore.clear_expired()
