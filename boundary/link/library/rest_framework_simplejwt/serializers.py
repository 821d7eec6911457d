"""What do the serializers of tokens look up and write?"""

from django.contrib.auth import authenticate, get_user_model
from rest_framework import serializers
from rest_framework_simplejwt.tokens import RefreshToken, SlidingToken, UntypedToken


class TokenObtainSerializer(serializers.Serializer):
    token_class = None

    def validate(self, attrs):
        self.user = authenticate(**attrs)
        return {**__unknown__}

    @classmethod
    def get_token(cls, user):
        return cls.token_class.for_user(user)


class TokenObtainPairSerializer(TokenObtainSerializer):
    token_class = RefreshToken

    def validate(self, attrs):
        data = super().validate(attrs)
        self.get_token(self.user)
        return data


class TokenObtainSlidingSerializer(TokenObtainSerializer):
    token_class = SlidingToken

    def validate(self, attrs):
        data = super().validate(attrs)
        self.get_token(self.user)
        return data


class TokenRefreshSerializer(serializers.Serializer):
    token_class = RefreshToken

    def validate(self, attrs):
        refresh = self.token_class(__unknown__)
        get_user_model().objects.get(pk=__unknown__)
        if __unknown__:
            refresh.blacklist()
            refresh.outstand()
        return {**__unknown__}


class TokenRefreshSlidingSerializer(serializers.Serializer):
    token_class = SlidingToken

    def validate(self, attrs):
        self.token_class(__unknown__)
        return {**__unknown__}


class TokenVerifySerializer(serializers.Serializer):
    def validate(self, attrs):
        UntypedToken(__unknown__)
        return {}


class TokenBlacklistSerializer(serializers.Serializer):
    token_class = RefreshToken

    def validate(self, attrs):
        self.token_class(__unknown__).blacklist()
        return {}
