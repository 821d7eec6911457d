"""Which forms does the admin log in with?"""

from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm


class AdminAuthenticationForm(AuthenticationForm):
    pass


class AdminPasswordChangeForm(PasswordChangeForm):
    pass
