"""What does the page for the preferences of a user do?"""

from dynamic_preferences.users.forms import user_preference_form_builder
from dynamic_preferences.views import PreferenceFormView


class UserPreferenceFormView(PreferenceFormView):
    def get_form_class(self, *args, **kwargs):
        return user_preference_form_builder(instance=self.request.user, section=self.section_name)
