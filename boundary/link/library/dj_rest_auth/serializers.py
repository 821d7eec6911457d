"""What do the serializers of logins and passwords look up and write?"""

from django.contrib.auth import authenticate, get_user_model, update_session_auth_hash
from django.contrib.auth.forms import PasswordResetForm, SetPasswordForm
from rest_framework import serializers
from rest_framework.authtoken.models import Token

UserModel = get_user_model()


class LoginSerializer(serializers.Serializer):
    username = serializers.CharField(required=False)
    email = serializers.EmailField(required=False)
    password = serializers.CharField()

    def authenticate(self, **kwargs):
        return authenticate(self.context["request"], **kwargs)

    def get_auth_user(self, username, email, password):
        if __unknown__:
            UserModel.objects.get(email__iexact=email)
        return self.authenticate(username=username, password=password)

    def validate(self, attrs):
        attrs["user"] = self.get_auth_user(attrs.get("username"), attrs.get("email"), attrs.get("password"))
        return attrs


class TokenSerializer(serializers.ModelSerializer):
    class Meta:
        model = Token
        fields = ("key",)


class UserDetailsSerializer(serializers.ModelSerializer):
    class Meta:
        model = UserModel
        fields = ("pk", "username", "email", "first_name", "last_name")


class JWTSerializer(serializers.Serializer):
    access_token = serializers.CharField()
    refresh_token = serializers.CharField()


class PasswordResetSerializer(serializers.Serializer):
    email = serializers.EmailField()

    @property
    def password_reset_form_class(self):
        return PasswordResetForm

    def get_email_options(self):
        return {}

    def validate_email(self, value):
        self.reset_form = self.password_reset_form_class(data=self.initial_data)
        self.reset_form.is_valid()
        return value

    def save(self):
        self.reset_form.save(request=self.context.get("request"), **self.get_email_options())


class PasswordResetConfirmSerializer(serializers.Serializer):
    set_password_form_class = SetPasswordForm

    def custom_validation(self, attrs):
        pass

    def validate(self, attrs):
        self.user = UserModel._default_manager.get(pk=__unknown__)
        self.custom_validation(attrs)
        self.set_password_form = self.set_password_form_class(user=self.user, data=attrs)
        self.set_password_form.is_valid()
        return attrs

    def save(self):
        return self.set_password_form.save()


class PasswordChangeSerializer(serializers.Serializer):
    set_password_form_class = SetPasswordForm

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = self.context.get("request")
        self.user = self.request.user

    def custom_validation(self, attrs):
        pass

    def validate(self, attrs):
        self.set_password_form = self.set_password_form_class(user=self.user, data=attrs)
        self.custom_validation(attrs)
        self.set_password_form.is_valid()
        return attrs

    def save(self):
        self.set_password_form.save()
        if __unknown__:
            update_session_auth_hash(self.request, self.user)
