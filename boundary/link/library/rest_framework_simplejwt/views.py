"""What do the views of tokens do?"""

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

    def post(self, request, *args, **kwargs):
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        return Response(serializer.validated_data)


class TokenObtainPairView(TokenViewBase):
    serializer_class = TokenObtainPairSerializer


class TokenRefreshView(TokenViewBase):
    serializer_class = TokenRefreshSerializer


class TokenObtainSlidingView(TokenViewBase):
    serializer_class = TokenObtainSlidingSerializer


class TokenRefreshSlidingView(TokenViewBase):
    serializer_class = TokenRefreshSlidingSerializer


class TokenVerifyView(TokenViewBase):
    serializer_class = TokenVerifySerializer


class TokenBlacklistView(TokenViewBase):
    serializer_class = TokenBlacklistSerializer
