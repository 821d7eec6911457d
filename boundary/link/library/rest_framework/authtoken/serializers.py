"""How does a request for a token prove who asks?"""

from django.contrib.auth import authenticate
from rest_framework import serializers


class AuthTokenSerializer(serializers.Serializer):
    username = serializers.CharField()
    password = serializers.CharField()

    def validate(self, attrs):
        user = authenticate(request=self.context.get("request"), username=__unknown__, password=__unknown__)
        if not user:
            raise serializers.ValidationError("authorization")
        attrs["user"] = user
        return attrs
