"""Which model holds the preferences of a registry, and which rows have preferences of their own?"""

from dynamic_preferences.managers import PreferencesManager


class PreferenceModelsRegistry:
    def register(self, preference_model, preference_registry):
        preference_registry.preference_model = preference_model
        if not hasattr(preference_model, "registry"):
            preference_model.registry = preference_registry
        self.attach_manager(preference_model, preference_registry)

    def attach_manager(self, model, registry):
        if not hasattr(model, "instance"):
            return

        def instance_getter(self):
            return registry.manager(instance=self)

        owner = model._meta.get_field("instance").remote_field.model
        setattr(owner, "preferences", property(instance_getter))


class PreferenceRegistry:
    preference_model = None
    section_url_namespace = None

    def register(self, preference_class):
        return preference_class

    def get(self, name, section=None, fallback=False):
        return __unknown__

    def get_by_name(self, name):
        return __unknown__

    def manager(self, **kwargs):
        class Manager(PreferencesManager):  # what one registry's managers write is nothing that another's do
            pass

        return Manager(registry=self, model=self.preference_model, **kwargs)

    def sections(self):
        return __unknown__

    def preferences(self, section=None):
        return [__unknown__]


class PerInstancePreferenceRegistry(PreferenceRegistry):
    pass


class GlobalPreferenceRegistry(PreferenceRegistry):
    section_url_namespace = "dynamic_preferences:global.section"

    @property
    def preference_model(self):
        from dynamic_preferences.models import GlobalPreferenceModel

        return GlobalPreferenceModel


preference_models = PreferenceModelsRegistry()
global_preferences_registry = GlobalPreferenceRegistry()
