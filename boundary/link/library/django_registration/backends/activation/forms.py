"""What does the form of a link ask for?  The key alone."""

from django import forms


class ActivationForm(forms.Form):
    activation_key = forms.CharField()
