"""Which preferences may users have?"""

from dynamic_preferences.registries import PerInstancePreferenceRegistry


class UserPreferenceRegistry(PerInstancePreferenceRegistry):
    section_url_namespace = "dynamic_preferences:user.section"

    @property
    def preference_model(self):
        from dynamic_preferences.users.models import UserPreferenceModel

        return UserPreferenceModel


user_preferences_registry = UserPreferenceRegistry()
