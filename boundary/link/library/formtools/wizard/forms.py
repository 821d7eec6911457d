"""What remembers the current step of a wizard?"""

from django import forms


class ManagementForm(forms.Form):
    current_step = forms.CharField()
