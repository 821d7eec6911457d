"""Where is the theme that is shown kept?  In a cache of its own, where the settings have one of its name."""

from django.conf import settings
from django.core.cache import caches

KEY = "admin_interface_theme"


def store():
    return caches["admin_interface" if "admin_interface" in settings.CACHES else "default"]


def get_cached_active_theme():
    return store().get(KEY)


def set_cached_active_theme(theme):
    store().set(KEY, theme)


def del_cached_active_theme():
    store().delete(KEY)
