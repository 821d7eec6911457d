"""What do the views of tokens do?"""

from django.conf import settings
from django.utils.module_loading import import_string
from rest_framework import generics
from rest_framework.response import Response
from rest_framework_simplejwt.serializers import (
    TokenBlacklistSerializer,
    TokenObtainPairSerializer,
    TokenObtainSlidingSerializer,
    TokenRefreshSerializer,
    TokenRefreshSlidingSerializer,
    TokenVerifySerializer,
)


class TokenViewBase(generics.GenericAPIView):
    permission_classes = ()
    authentication_classes = ()
    serializer_class = None

    def get_serializer_class(self):
        if self.serializer_class is not None:
            return self.serializer_class
        if settings.SIMPLE_JWT is not None and self._named in settings.SIMPLE_JWT:
            return import_string(settings.SIMPLE_JWT[self._named])
        return self._usual

    def post(self, request, *args, **kwargs):
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        return Response(serializer.validated_data)


class TokenObtainPairView(TokenViewBase):
    _named = "TOKEN_OBTAIN_SERIALIZER"
    _usual = TokenObtainPairSerializer


class TokenRefreshView(TokenViewBase):
    _named = "TOKEN_REFRESH_SERIALIZER"
    _usual = TokenRefreshSerializer


class TokenObtainSlidingView(TokenViewBase):
    _named = "SLIDING_TOKEN_OBTAIN_SERIALIZER"
    _usual = TokenObtainSlidingSerializer


class TokenRefreshSlidingView(TokenViewBase):
    _named = "SLIDING_TOKEN_REFRESH_SERIALIZER"
    _usual = TokenRefreshSlidingSerializer


class TokenVerifyView(TokenViewBase):
    _named = "TOKEN_VERIFY_SERIALIZER"
    _usual = TokenVerifySerializer


class TokenBlacklistView(TokenViewBase):
    _named = "TOKEN_BLACKLIST_SERIALIZER"
    _usual = TokenBlacklistSerializer
