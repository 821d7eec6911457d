"""Which theme do the pages of the admin ask for?"""

from admin_interface.cache import get_cached_active_theme, set_cached_active_theme
from admin_interface.models import Theme
from django import template

register = template.Library()


@register.simple_tag()
def get_admin_interface_theme():
    theme = get_cached_active_theme()
    if not theme or __unknown__:
        theme = Theme.objects.get_active()
        set_cached_active_theme(theme)
    return theme


@register.simple_tag()
def get_admin_interface_setting(setting):
    return getattr(get_admin_interface_theme(), setting)
