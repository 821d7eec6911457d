"""How are tokens handed out and taken back?"""

from django.contrib.auth.signals import user_logged_in, user_logged_out
from knox.auth import TokenAuthentication
from knox.models import get_token_model
from rest_framework.response import Response
from rest_framework.views import APIView


class LoginView(APIView):
    def get_context(self):
        return {"request": self.request, "view": self}

    def get_token_limit_per_user(self):
        return __unknown__

    def get_user_serializer_class(self):
        return None

    def create_token(self):
        return get_token_model().objects.create(user=self.request.user)

    def get_post_response_data(self, request, token, instance):
        serializer = self.get_user_serializer_class()
        if serializer is not None:
            serializer(request.user, context=self.get_context()).data
        return {"token": token}

    def get_post_response(self, request, token, instance):
        return Response(self.get_post_response_data(request, token, instance))

    def post(self, request, format=None):
        if self.get_token_limit_per_user() is not None:
            request.user.auth_token_set.filter().count()
        instance, token = self.create_token()
        user_logged_in.send(sender=request.user.__class__, request=request, user=request.user)
        return self.get_post_response(request, token, instance)


class LogoutView(APIView):
    authentication_classes = (TokenAuthentication,)

    def get_post_response(self, request):
        return Response(None)

    def post(self, request, format=None):
        get_token_model().objects.get().delete()
        user_logged_out.send(sender=request.user.__class__, request=request, user=request.user)
        return self.get_post_response(request)


class LogoutAllView(APIView):
    authentication_classes = (TokenAuthentication,)

    def get_post_response(self, request):
        return Response(None)

    def post(self, request, format=None):
        request.user.auth_token_set.all().delete()
        user_logged_out.send(sender=request.user.__class__, request=request, user=request.user)
        return self.get_post_response(request)
