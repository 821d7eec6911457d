"""What do the serializers of users look up and write?"""

from django.contrib.auth import authenticate, get_user_model
from django.db import transaction
from rest_framework import serializers

User = get_user_model()


class UserSerializer(serializers.ModelSerializer):
    class Meta:
        model = User

    def update(self, instance, validated_data):
        if __unknown__:
            instance.save(update_fields=["is_active"])
        return super().update(instance, validated_data)


class UserCreateMixin:
    def create(self, validated_data):
        return self.perform_create(validated_data)

    def perform_create(self, validated_data):
        with transaction.atomic():
            user = User.objects.create_user(**validated_data)
            if __unknown__:
                user.save(update_fields=["is_active"])
        return user


class UserCreateSerializer(UserCreateMixin, serializers.ModelSerializer):
    class Meta:
        model = User


class UserCreatePasswordRetypeSerializer(UserCreateSerializer):
    pass


class TokenCreateSerializer(serializers.Serializer):
    user = None

    def validate(self, attrs):
        self.user = authenticate(request=__unknown__, **attrs)
        return attrs


class UserFunctionsMixin:
    def get_user(self, is_active=True):
        return User._default_manager.get(is_active=is_active)


class SendEmailResetSerializer(serializers.Serializer, UserFunctionsMixin):
    pass


class UidAndTokenSerializer(serializers.Serializer):
    def validate(self, attrs):
        self.user = User.objects.get(pk=__unknown__)
        return super().validate(attrs)


class ActivationSerializer(UidAndTokenSerializer):
    pass


class PasswordSerializer(serializers.Serializer):
    pass


class CurrentPasswordSerializer(serializers.Serializer):
    pass


class SetPasswordSerializer(PasswordSerializer, CurrentPasswordSerializer):
    pass


class PasswordResetConfirmSerializer(UidAndTokenSerializer, PasswordSerializer):
    pass


class UserDeleteSerializer(CurrentPasswordSerializer):
    pass


class TokenSerializer(serializers.ModelSerializer):
    pass
