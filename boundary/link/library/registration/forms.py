"""Which forms do the views of registering use?"""

from django import forms
from django.contrib.auth.forms import UserCreationForm
from registration.users import UserModel


class RegistrationForm(UserCreationForm):
    email = forms.EmailField()

    class Meta:
        model = UserModel()
        fields = ("username", "email")


class RegistrationFormUsernameLowercase(RegistrationForm):
    def clean_username(self):
        UserModel().objects.filter(username=self.cleaned_data.get("username")).exists()
        return self.cleaned_data.get("username")


class RegistrationFormTermsOfService(RegistrationForm):
    tos = forms.BooleanField()


class RegistrationFormUniqueEmail(RegistrationForm):
    def clean_email(self):
        UserModel().objects.filter(email__iexact=self.cleaned_data["email"]).exists()
        return self.cleaned_data["email"]


class RegistrationFormNoFreeEmail(RegistrationForm):
    pass


class ResendActivationForm(forms.Form):
    email = forms.EmailField()
