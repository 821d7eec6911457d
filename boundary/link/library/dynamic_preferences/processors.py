"""Which preferences does each page get?  All global ones, which are made where they are not there yet."""

from dynamic_preferences.registries import global_preferences_registry


def global_preferences(request):
    return {"global_preferences": global_preferences_registry.manager().all()}
