"""What do the views of logins and passwords do?"""

from dj_rest_auth.app_settings import chosen
from dj_rest_auth.serializers import (
    LoginSerializer,
    PasswordChangeSerializer,
    PasswordResetConfirmSerializer,
    PasswordResetSerializer,
    TokenSerializer,
    UserDetailsSerializer,
)
from django.contrib.auth import login as django_login
from django.contrib.auth import logout as django_logout
from rest_framework.authtoken.models import Token
from rest_framework.generics import GenericAPIView, RetrieveUpdateAPIView
from rest_framework.response import Response
from rest_framework.views import APIView


class LoginView(GenericAPIView):
    serializer_class = chosen("LOGIN_SERIALIZER", LoginSerializer)
    user = None

    def process_login(self):
        django_login(self.request, self.user)

    def get_response_serializer(self):
        return chosen("TOKEN_SERIALIZER", TokenSerializer)

    def login(self):
        self.user = self.serializer.validated_data["user"]
        if __unknown__:
            self.token, _ = Token.objects.get_or_create(user=self.user)
        if __unknown__:
            self.process_login()

    def get_response(self):
        return Response()

    def post(self, request, *args, **kwargs):
        self.request = request
        self.serializer = self.get_serializer(data=self.request.data)
        self.serializer.is_valid(raise_exception=True)
        self.login()
        return self.get_response()


class LogoutView(APIView):
    def post(self, request, *args, **kwargs):
        return self.logout(request)

    def logout(self, request):
        if __unknown__:
            Token.objects.get(user=request.user).delete()
        if __unknown__:
            django_logout(request)
        return Response()


class UserDetailsView(RetrieveUpdateAPIView):
    serializer_class = chosen("USER_DETAILS_SERIALIZER", UserDetailsSerializer)

    def get_object(self):
        return self.request.user


class SavingView(GenericAPIView):
    def post(self, request, *args, **kwargs):
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        serializer.save()
        return Response()


class PasswordResetView(SavingView):
    serializer_class = chosen("PASSWORD_RESET_SERIALIZER", PasswordResetSerializer)


class PasswordResetConfirmView(SavingView):
    serializer_class = chosen("PASSWORD_RESET_CONFIRM_SERIALIZER", PasswordResetConfirmSerializer)


class PasswordChangeView(SavingView):
    serializer_class = chosen("PASSWORD_CHANGE_SERIALIZER", PasswordChangeSerializer)
