"""What does the page for preferences do?  It makes a form of a registry, and has it update them."""

from django.views.generic import FormView
from dynamic_preferences.forms import preference_form_builder


class PreferenceFormView(FormView):
    registry = None
    section = None
    section_name = None

    def get_form_class(self, *args, **kwargs):
        return preference_form_builder(self.form_class, section=self.section_name)

    def form_valid(self, form):
        form.update_preferences()
        return super().form_valid(form)
