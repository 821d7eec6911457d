"""What do the forms of logins and passwords read and save?"""

from django import forms
from django.contrib.auth import authenticate, get_user_model, password_validation
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.contrib.sites.shortcuts import get_current_site
from django.core.exceptions import ValidationError
from django.core.mail import EmailMultiAlternatives

UserModel = get_user_model()


class ReadOnlyPasswordHashWidget(forms.Widget):
    pass


class ReadOnlyPasswordHashField(forms.Field):
    pass


class UsernameField(forms.CharField):
    pass


class SetPasswordMixin:
    @staticmethod
    def create_password_fields(label1=None, label2=None):
        return (forms.CharField(), forms.CharField())

    def validate_passwords(self, password1_field_name="password1", password2_field_name="password2"):
        pass

    def validate_password_for_user(self, user, password_field_name="password2"):
        try:
            password_validation.validate_password(self.cleaned_data.get(password_field_name), user)
        except ValidationError as error:
            self.add_error(password_field_name, error)

    def set_password_and_save(self, user, password_field_name="password1", commit=True):
        user.set_password(self.cleaned_data[password_field_name])
        if commit:
            user.save()
        return user


class BaseUserCreationForm(SetPasswordMixin, forms.ModelForm):
    password1 = forms.CharField()
    password2 = forms.CharField()

    class Meta:
        model = User
        fields = ("username",)
        field_classes = {"username": UsernameField}

    def clean_password2(self):
        return self.cleaned_data.get("password2")

    def clean(self):
        self.validate_passwords()
        return super().clean()

    def _post_clean(self):
        super()._post_clean()
        self.validate_password_for_user(self.instance)

    def save(self, commit=True):
        user = super().save(commit=False)
        user = self.set_password_and_save(user, commit=commit)
        if commit and hasattr(self, "save_m2m"):
            self.save_m2m()
        return user


class UserCreationForm(BaseUserCreationForm):
    def clean_username(self):
        username = self.cleaned_data.get("username")
        if self._meta.model.objects.filter(username__iexact=username).exists():
            self._update_errors(__unknown__)
        return username


class AdminUserCreationForm(UserCreationForm):
    pass


class UserChangeForm(forms.ModelForm):
    password = ReadOnlyPasswordHashField()

    class Meta:
        model = User
        fields = "__all__"
        field_classes = {"username": UsernameField}


class AuthenticationForm(forms.Form):
    username = UsernameField()
    password = forms.CharField()
    error_messages = {}

    def __init__(self, request=None, *args, **kwargs):
        self.request = request
        self.user_cache = None
        super().__init__(*args, **kwargs)

    def clean(self):
        username = self.cleaned_data.get("username")
        password = self.cleaned_data.get("password")
        self.user_cache = authenticate(self.request, username=username, password=password)
        if self.user_cache is None:
            raise self.get_invalid_login_error()
        self.confirm_login_allowed(self.user_cache)
        return self.cleaned_data

    def confirm_login_allowed(self, user):
        if __unknown__:
            raise ValidationError("inactive")

    def get_user(self):
        return self.user_cache

    def get_invalid_login_error(self):
        return ValidationError("invalid_login")


class PasswordResetForm(forms.Form):
    email = forms.EmailField()

    def send_mail(
        self,
        subject_template_name,
        email_template_name,
        context,
        from_email,
        to_email,
        html_email_template_name=None,
    ):
        EmailMultiAlternatives("", "", from_email, [to_email]).send()

    def get_users(self, email):
        return UserModel._default_manager.filter(email__iexact=email)

    def save(
        self,
        domain_override=None,
        subject_template_name="",
        email_template_name="",
        use_https=False,
        token_generator=default_token_generator,
        from_email=None,
        request=None,
        html_email_template_name=None,
        extra_email_context=None,
    ):
        email = self.cleaned_data["email"]
        if not domain_override:
            get_current_site(request)
        for user in self.get_users(email):
            context = {"user": user, "token": token_generator.make_token(user)}
            self.send_mail(
                subject_template_name,
                email_template_name,
                context,
                from_email,
                email,
                html_email_template_name=html_email_template_name,
            )


class SetPasswordForm(SetPasswordMixin, forms.Form):
    new_password1 = forms.CharField()
    new_password2 = forms.CharField()

    def __init__(self, user, *args, **kwargs):
        self.user = user
        super().__init__(*args, **kwargs)

    def clean(self):
        self.validate_passwords("new_password1", "new_password2")
        self.validate_password_for_user(self.user, "new_password2")
        return super().clean()

    def save(self, commit=True):
        return self.set_password_and_save(self.user, "new_password1", commit=commit)


class PasswordChangeForm(SetPasswordForm):
    old_password = forms.CharField()

    def clean_old_password(self):
        old_password = self.cleaned_data["old_password"]
        if not self.user.check_password(old_password):
            raise ValidationError("password_incorrect")
        return old_password


class AdminPasswordChangeForm(SetPasswordMixin, forms.Form):
    password1 = forms.CharField()
    password2 = forms.CharField()

    def __init__(self, user, *args, **kwargs):
        self.user = user
        super().__init__(*args, **kwargs)

    def clean(self):
        self.validate_passwords()
        self.validate_password_for_user(self.user)
        return super().clean()

    def save(self, commit=True):
        return self.set_password_and_save(self.user, commit=commit)
