"""What wraps the forms of the admin's pages?"""

from django import forms

ACTION_CHECKBOX_NAME = "_selected_action"


class ActionForm(forms.Form):
    action = forms.ChoiceField()


class AdminForm:
    def __init__(self, form, *args, **kwargs):
        self.form = form


class InlineAdminFormSet:
    def __init__(self, inline, formset, *args, **kwargs):
        self.opts = inline
        self.formset = formset
