"""Which requests are there for users?"""

from django.urls import path
from djoser.views import UserViewSet

urlpatterns = [
    path("users/", UserViewSet.as_view({"get": "list", "post": "create"}), name="user-list"),
    path(
        "users/<id>/",
        UserViewSet.as_view({"get": "retrieve", "put": "update", "patch": "partial_update", "delete": "destroy"}),
        name="user-detail",
    ),
    path("users/me/", UserViewSet.as_view(dict.fromkeys(["get", "put", "patch", "delete"], "me")), name="user-me"),
    path("users/activation/", UserViewSet.as_view({"post": "activation"}), name="user-activation"),
    path("users/resend_activation/", UserViewSet.as_view({"post": "resend_activation"})),
    path("users/set_password/", UserViewSet.as_view({"post": "set_password"}), name="user-set-password"),
    path("users/reset_password/", UserViewSet.as_view({"post": "reset_password"}), name="user-reset-password"),
    path("users/reset_password_confirm/", UserViewSet.as_view({"post": "reset_password_confirm"})),
    path("users/set_username/", UserViewSet.as_view({"post": "set_username"}), name="user-set-username"),
    path("users/reset_username_confirm/", UserViewSet.as_view({"post": "reset_username_confirm"})),
]
