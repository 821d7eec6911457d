"""What do asking for a flag, a switch or a sample read? The cache, then their tables."""

from django.apps import apps
from django.conf import settings
from waffle.utils import get_setting


def get_waffle_flag_model():
    from waffle.models import Flag

    return apps.get_model(settings.WAFFLE_FLAG_MODEL) if settings.WAFFLE_FLAG_MODEL else Flag


def get_waffle_switch_model():
    from waffle.models import Switch

    return apps.get_model(settings.WAFFLE_SWITCH_MODEL) if settings.WAFFLE_SWITCH_MODEL else Switch


def get_waffle_sample_model():
    from waffle.models import Sample

    return apps.get_model(settings.WAFFLE_SAMPLE_MODEL) if settings.WAFFLE_SAMPLE_MODEL else Sample


def flag_is_active(request, flag_name, read_only=False):
    return get_waffle_flag_model().get(flag_name).is_active(request)


def flag_is_active_for_user(user, flag_name):
    return get_waffle_flag_model().get(flag_name).is_active_for_user(user)


def switch_is_active(switch_name):
    return get_waffle_switch_model().get(switch_name).is_active()


def sample_is_active(sample_name):
    return get_waffle_sample_model().get(sample_name).is_active()
