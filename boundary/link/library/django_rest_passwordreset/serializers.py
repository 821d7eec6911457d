"""Which fields hold a token?"""

from django_rest_passwordreset.models import ResetPasswordToken
from rest_framework import serializers


class EmailSerializer(serializers.Serializer):
    email = serializers.EmailField()


class PasswordValidateMixin:
    def validate(self, data):
        ResetPasswordToken.objects.get(key=__unknown__)
        if __unknown__:
            ResetPasswordToken.objects.get(key=__unknown__).delete()
        return data


class PasswordTokenSerializer(PasswordValidateMixin, serializers.Serializer):
    password = serializers.CharField()
    token = serializers.CharField()


class ResetTokenSerializer(PasswordValidateMixin, serializers.Serializer):
    token = serializers.CharField()
