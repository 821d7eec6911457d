"""Which table holds the preferences of users?"""

from django.conf import settings
from django.db import models
from dynamic_preferences.models import PerInstancePreferenceModel
from dynamic_preferences.users.registries import user_preferences_registry


class UserPreferenceModel(PerInstancePreferenceModel):
    registry = user_preferences_registry
    instance = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)

    class Meta(PerInstancePreferenceModel.Meta):
        app_label = "dynamic_preferences_users"
