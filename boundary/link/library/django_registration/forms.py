"""Which user does the form of registering make?"""

from django import forms
from django.contrib.auth import get_user_model

UserModel = get_user_model()


class BaseRegistrationForm(forms.ModelForm):
    class Meta:
        model = UserModel
        fields = ["username", "email"]


class RegistrationForm(BaseRegistrationForm):
    def clean(self):
        UserModel._default_manager.filter(username__iexact=__unknown__).exists()
        return super().clean()

    def save(self, commit=True):
        user = super().save(commit=False)
        if commit:
            user.save()
            self.save_m2m()
        return user


class RegistrationFormCaseInsensitive(RegistrationForm):
    pass


class RegistrationFormTermsOfService(RegistrationForm):
    pass


class RegistrationFormUniqueEmail(RegistrationForm):
    def clean(self):
        UserModel._default_manager.filter(email__iexact=__unknown__).exists()
        return super().clean()
