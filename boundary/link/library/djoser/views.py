"""What do the views of users do?"""

from django.contrib.auth import get_user_model
from djoser import signals, utils
from djoser.conf import serializer_for
from djoser.serializers import (
    ActivationSerializer,
    PasswordResetConfirmSerializer,
    SendEmailResetSerializer,
    SetPasswordSerializer,
    TokenCreateSerializer,
    UserCreateSerializer,
    UserSerializer,
)
from rest_framework import generics, views, viewsets
from rest_framework.decorators import action
from rest_framework.response import Response

User = get_user_model()


class TokenCreateView(utils.ActionViewMixin, generics.GenericAPIView):
    serializer_class = TokenCreateSerializer

    def _action(self, serializer):
        return Response(utils.login_user(self.request, serializer.user))


class TokenDestroyView(views.APIView):
    def post(self, request):
        utils.logout_user(request)
        return Response()


class UserViewSet(viewsets.ModelViewSet):
    serializer_class = UserSerializer
    queryset = User.objects.all()

    def get_serializer_class(self):
        if self.action == "create":
            return serializer_for("user_create", UserCreateSerializer)
        if self.action == "activation":
            return serializer_for("activation", ActivationSerializer)
        if self.action == "set_password":
            return serializer_for("set_password", SetPasswordSerializer)
        if self.action == "reset_password":
            return serializer_for("password_reset", SendEmailResetSerializer)
        if self.action == "reset_password_confirm":
            return serializer_for("password_reset_confirm", PasswordResetConfirmSerializer)
        if self.action == "me":
            return serializer_for("current_user", self.serializer_class)
        return serializer_for("user", self.serializer_class)

    def get_instance(self):
        return self.request.user

    def perform_create(self, serializer, *args, **kwargs):
        user = serializer.save(*args, **kwargs)
        signals.user_registered.send(sender=self.__class__, user=user, request=self.request)

    def perform_update(self, serializer, *args, **kwargs):
        super().perform_update(serializer, *args, **kwargs)
        signals.user_updated.send(sender=self.__class__, user=serializer.instance, request=self.request)

    def destroy(self, request, *args, **kwargs):
        instance = self.get_object()
        serializer = self.get_serializer(instance, data=request.data)
        serializer.is_valid(raise_exception=True)
        if instance == request.user:
            utils.logout_user(self.request)
        self.perform_destroy(instance)
        return Response()

    @action(["get", "put", "patch", "delete"], detail=False)
    def me(self, request, *args, **kwargs):
        if request.method == "GET":
            return self.retrieve(request, *args, **kwargs)
        if request.method == "PUT":
            return self.update(request, *args, **kwargs)
        if request.method == "PATCH":
            return self.partial_update(request, *args, **kwargs)
        return self.destroy(request, *args, **kwargs)

    def _user(self, request):
        serializer = self.get_serializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        return User.objects.get(pk=__unknown__)

    @action(["post"], detail=False)
    def activation(self, request, *args, **kwargs):
        user = self._user(request)
        user.is_active = True
        user.save()
        signals.user_activated.send(sender=self.__class__, user=user, request=self.request)
        return Response()

    @action(["post"], detail=False)
    def resend_activation(self, request, *args, **kwargs):
        self._user(request)
        return Response()

    @action(["post"], detail=False)
    def set_password(self, request, *args, **kwargs):
        self._user(request)
        self.request.user.set_password(__unknown__)
        self.request.user.save()
        if __unknown__:
            utils.logout_user(self.request)
        return Response()

    @action(["post"], detail=False)
    def reset_password(self, request, *args, **kwargs):
        self._user(request)
        return Response()

    @action(["post"], detail=False)
    def reset_password_confirm(self, request, *args, **kwargs):
        user = self._user(request)
        user.set_password(__unknown__)
        user.save()
        return Response()

    @action(["post"], detail=False)
    def set_username(self, request, *args, **kwargs):
        self._user(request)
        self.request.user.save()
        return Response()

    @action(["post"], detail=False)
    def reset_username_confirm(self, request, *args, **kwargs):
        self._user(request).save()
        return Response()
