"""What do the views of sign-ups do?"""

from allauth.account.models import EmailAddress
from allauth.account.utils import complete_signup
from allauth.account.views import ConfirmEmailView
from dj_rest_auth.app_settings import chosen
from dj_rest_auth.registration.serializers import (
    RegisterSerializer,
    ResendEmailVerificationSerializer,
    VerifyEmailSerializer,
)
from rest_framework.authtoken.models import Token
from rest_framework.generics import CreateAPIView
from rest_framework.response import Response
from rest_framework.views import APIView


class RegisterView(CreateAPIView):
    serializer_class = chosen("REGISTER_SERIALIZER", RegisterSerializer)

    def get_response_data(self, user):
        return {**__unknown__}

    def create(self, request, *args, **kwargs):
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        user = self.perform_create(serializer)
        return Response(self.get_response_data(user))

    def perform_create(self, serializer):
        user = serializer.save(self.request)
        if __unknown__:
            Token.objects.get_or_create(user=user)
        complete_signup(self.request, user, __unknown__, None)
        return user


class VerifyEmailView(APIView, ConfirmEmailView):
    def get_serializer(self, *args, **kwargs):
        return VerifyEmailSerializer(*args, **kwargs)

    def post(self, request, *args, **kwargs):
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        confirmation = self.get_object()
        confirmation.confirm(self.request)
        return Response()


class ResendEmailVerificationView(CreateAPIView):
    serializer_class = ResendEmailVerificationSerializer
    queryset = EmailAddress.objects.all()

    def create(self, request, *args, **kwargs):
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        email = self.get_queryset().filter(email=__unknown__).first()
        if email is not None:
            email.send_confirmation(request)
        return Response()
