"""Which tables hold preferences?  One for all, and one for each model whose rows have their own."""

from django.db import models
from dynamic_preferences.registries import global_preferences_registry


class BasePreferenceModel(models.Model):
    section = models.CharField(max_length=150, null=True)
    name = models.CharField(max_length=150)
    raw_value = models.TextField(null=True)

    class Meta:
        abstract = True
        app_label = "dynamic_preferences"

    @property
    def value(self):
        return __unknown__

    @value.setter
    def value(self, value):
        self.raw_value = value


class GlobalPreferenceModel(BasePreferenceModel):
    registry = global_preferences_registry

    class Meta:
        app_label = "dynamic_preferences"


class PerInstancePreferenceModel(BasePreferenceModel):
    class Meta(BasePreferenceModel.Meta):
        abstract = True
