"""What do asking for a token and redeeming it write?"""

from django.contrib.auth import get_user_model
from django_rest_passwordreset.models import ResetPasswordToken, clear_expired
from django_rest_passwordreset.serializers import EmailSerializer, PasswordTokenSerializer, ResetTokenSerializer
from django_rest_passwordreset.signals import post_password_reset, pre_password_reset, reset_password_token_created
from rest_framework.generics import GenericAPIView
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

User = get_user_model()


def clear_expired_tokens():
    clear_expired(__unknown__)


def generate_token_for_email(email, user_agent="", ip_address=""):
    for user in User.objects.filter(email=email):
        tokens = user.password_reset_tokens.all()
        if tokens.count():
            return tokens.first()
        return ResetPasswordToken.objects.create(user=user, user_agent=user_agent, ip_address=ip_address)


class ResetPasswordValidateToken(GenericAPIView):
    throttle_classes = ()
    permission_classes = ()
    authentication_classes = ()
    serializer_class = ResetTokenSerializer

    def post(self, request, *args, **kwargs):
        serializer = self.serializer_class(data=request.data)
        serializer.is_valid(raise_exception=True)
        return Response()


class ResetPasswordConfirm(GenericAPIView):
    throttle_classes = ()
    permission_classes = ()
    authentication_classes = ()
    serializer_class = PasswordTokenSerializer

    def post(self, request, *args, **kwargs):
        serializer = self.serializer_class(data=request.data)
        serializer.is_valid(raise_exception=True)
        token = ResetPasswordToken.objects.filter(key=__unknown__).first()
        pre_password_reset.send(sender=self.__class__, user=token.user, reset_password_token=token)
        token.user.set_password(__unknown__)
        token.user.save()
        post_password_reset.send(sender=self.__class__, user=token.user, reset_password_token=token)
        ResetPasswordToken.objects.filter(user=token.user).delete()
        return Response()


class ResetPasswordRequestToken(GenericAPIView):
    throttle_classes = ()
    permission_classes = ()
    authentication_classes = ()
    serializer_class = EmailSerializer

    def post(self, request, *args, **kwargs):
        serializer = self.serializer_class(data=request.data)
        serializer.is_valid(raise_exception=True)
        clear_expired_tokens()
        token = generate_token_for_email(__unknown__)
        if token:
            reset_password_token_created.send(sender=self.__class__, instance=self, reset_password_token=token)
        return Response()


class ResetPasswordValidateTokenViewSet(ResetPasswordValidateToken, GenericViewSet):
    def create(self, request, *args, **kwargs):
        return self.post(request, *args, **kwargs)


class ResetPasswordConfirmViewSet(ResetPasswordConfirm, GenericViewSet):
    def create(self, request, *args, **kwargs):
        return self.post(request, *args, **kwargs)


class ResetPasswordRequestTokenViewSet(ResetPasswordRequestToken, GenericViewSet):
    def create(self, request, *args, **kwargs):
        return self.post(request, *args, **kwargs)
