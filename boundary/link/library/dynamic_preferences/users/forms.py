"""What does a form for the preferences of a user write?"""

from dynamic_preferences.forms import PreferenceForm, SinglePerInstancePreferenceForm, preference_form_builder
from dynamic_preferences.users.models import UserPreferenceModel
from dynamic_preferences.users.registries import user_preferences_registry


class UserSinglePreferenceForm(SinglePerInstancePreferenceForm):
    class Meta:
        model = UserPreferenceModel
        fields = ("instance", "section", "name", "raw_value")


class UserPreferenceForm(PreferenceForm):
    registry = user_preferences_registry


def user_preference_form_builder(instance, preferences=[], **kwargs):
    return preference_form_builder(UserPreferenceForm, preferences, instance=instance, **kwargs)
