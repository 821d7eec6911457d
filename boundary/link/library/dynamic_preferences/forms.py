"""What does a form for preferences write?  Each of them that it shows, when it is told to update them."""

from django import forms
from dynamic_preferences.models import GlobalPreferenceModel
from dynamic_preferences.registries import global_preferences_registry


class AbstractSinglePreferenceForm(forms.ModelForm):
    class Meta:
        fields = ("section", "name", "raw_value")


class SinglePerInstancePreferenceForm(AbstractSinglePreferenceForm):
    class Meta:
        fields = ("instance", "section", "name", "raw_value")


class GlobalSinglePreferenceForm(AbstractSinglePreferenceForm):
    class Meta:
        model = GlobalPreferenceModel
        fields = ("section", "name", "raw_value")


def preference_form_builder(form_base_class, preferences=[], **kwargs):
    registry = form_base_class.registry
    if "model" in kwargs:
        held = registry.manager(**kwargs["model"])
    else:
        held = registry.manager(instance=kwargs.get("instance"))
    shown = [held.get_db_pref(section=__unknown__, name=__unknown__)]

    class Custom(form_base_class):
        manager = held
        instances = shown

    return Custom


class PreferenceForm(forms.Form):
    registry = None

    def update_preferences(self, **kwargs):
        self.manager.update_db_pref(__unknown__, __unknown__, __unknown__)


class GlobalPreferenceForm(PreferenceForm):
    registry = global_preferences_registry


def global_preference_form_builder(preferences=[], **kwargs):
    return preference_form_builder(GlobalPreferenceForm, preferences, **kwargs)
